/**
 * The law: raised = matters + exits. Every opinion that is not split is carried by exactly one matter or has left by an
 * exit with a reason and an approver; no matter is closed but after a verdict of its latest round that satisfies on
 * measures, timeliness and quality. Source: architecture.md, "the one sentence to keep in mind"; seed map S02, S07–S09.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../log/json.ts'
import { failure, type Failure, type FailureCode } from './failures.ts'
import type { LawEvent } from './law-event.ts'

export type Tally = Readonly<{
  opinions: number
  matters: number
  exits: number
  failures: readonly Failure[]
}>

export type Law = Readonly<{
  raise: (opinion: string, seq: number) => void
  open: (matter: string, seq: number, opinion: string) => void
  observe: (event: LawEvent) => void
  settle: () => Tally
}>

/** A stream by its place among those of its kind: half a million of them must fit into little memory. */
type Place = number

export function openLaw(): Law {
  const opinions = openStreams()
  /** Parts of the opinions that were split; and those that left. */
  const split = new Map<Place, readonly string[]>()
  const exited = new Set<Place>()

  const matters = openStreams()
  /** By the place of the matter: the place of its opinion, or none, where `strangers` has its name. */
  const opinionOf: Place[] = []
  const strangers = new Map<Place, string>()
  const left = new Set<Place>()
  const mergedInto = new Map<Place, string>()
  const rounds = new Map<Place, number>()
  const satisfied = new Set<Place>()

  const failures: Failure[] = []
  const fail = (leaf: number, code: FailureCode) => failures.push(failure(leaf, code))

  function raise(opinion: string, seq: number): void {
    if (opinions.add(opinion, seq) === null) fail(seq, 'opinion-raised-twice')
  }

  function open(stream: string, seq: number, opinion: string): void {
    const matter = matters.add(stream, seq)
    if (matter === null) fail(seq, 'matter-opened-twice')
    else carry(matter, opinion)
  }

  function observe(event: LawEvent): void {
    switch (event.type) {
      case 'OpinionRaised':
        return raise(event.stream, event.seq)
      case 'OpinionSplit':
      case 'OpinionExited':
        return onOpinion(event)
      case 'MatterOpened':
        return open(event.stream, event.seq, textOf(event.facts['opinion']))
      case 'MatterTookPart':
      case 'MatterMerged':
      case 'MatterExited':
      case 'MatterJudged':
      case 'MatterReopened':
      case 'MatterClosed':
        return onMatter(event)
      case 'WordsErased':
    }
  }

  function carry(matter: Place, opinion: string): void {
    opinionOf[matter] = opinions.placeOf(opinion)
    strangers.delete(matter)
    // It may still be raised; whether it was is asked again at the end.
    if (opinionOf[matter] === none) strangers.set(matter, opinion)
  }

  function onOpinion(event: LawEvent): void {
    const opinion = opinions.placeOf(event.stream)
    if (opinion === none) return void fail(event.seq, 'opinion-unknown')
    if (event.type === 'OpinionSplit') {
      const parts = event.facts['parts']
      split.set(opinion, Array.isArray(parts) ? parts.map(textOf) : [])
      return
    }
    exited.add(opinion)
    checkExit(event)
  }

  function onMatter(event: LawEvent): void {
    const matter = matters.placeOf(event.stream)
    if (matter === none) return void fail(event.seq, 'matter-unknown')
    const { facts, seq } = event
    const round = rounds.get(matter) ?? 1
    if (event.type === 'MatterTookPart') carry(matter, textOf(facts['opinion']))
    if (event.type === 'MatterMerged') mergedInto.set(matter, textOf(facts['into']))
    if (event.type === 'MatterExited') {
      left.add(matter)
      checkExit(event)
    }
    if (event.type === 'MatterReopened') {
      if (facts['round'] !== round + 1) fail(seq, 'round-out-of-order')
      rounds.set(matter, typeof facts['round'] === 'number' ? facts['round'] : round + 1)
      satisfied.delete(matter)
    }
    if (event.type === 'MatterJudged') {
      if (facts['round'] === round && satisfies(facts)) satisfied.add(matter)
      else satisfied.delete(matter)
    }
    if (event.type === 'MatterClosed' && !(satisfied.has(matter) && facts['round'] === round)) {
      fail(seq, 'closed-unsatisfied')
    }
  }

  function checkExit({ seq, facts, reason }: LawEvent): void {
    if (reason === 'missing') fail(seq, 'exit-unexplained')
    if (approverOf(facts) === '') fail(seq, 'exit-unapproved')
  }

  function settle(): Tally {
    const live = new Uint32Array(opinions.count())
    const gone = new Uint32Array(opinions.count())
    for (let matter = 0; matter < matters.count(); matter += 1) {
      const opinion = opinions.placeOf(strangers.get(matter) ?? '', opinionOf[matter])
      if (opinion === none) fail(matters.seqOf(matter), 'opinion-unknown')
      else if (left.has(matter)) gone[opinion] = (gone[opinion] ?? 0) + 1
      else live[opinion] = (live[opinion] ?? 0) + 1
      checkMerge(matter)
    }
    return count(live, gone)
  }

  function checkMerge(matter: Place): void {
    const seen = new Set<Place>()
    let lead = matter
    for (;;) {
      const into = seen.has(lead) ? undefined : mergedInto.get(lead)
      if (into === undefined) break
      seen.add(lead)
      lead = matters.placeOf(into)
      if (lead === none && seen.size === 1) fail(matters.seqOf(matter), 'matter-unknown')
    }
    if (seen.has(lead)) fail(matters.seqOf(matter), 'merge-in-a-circle')
  }

  function count(live: Uint32Array, gone: Uint32Array): Tally {
    let raised = 0
    let exits = 0
    for (let opinion = 0; opinion < opinions.count(); opinion += 1) {
      const carriers = live[opinion] ?? 0
      const parts = split.get(opinion)
      if (parts) {
        if (parts.length < 2 || !parts.every((part) => opinions.placeOf(part) !== none))
          fail(opinions.seqOf(opinion), 'split-part-missing')
        if (carriers > 0 || exited.has(opinion)) fail(opinions.seqOf(opinion), 'opinion-twice')
        continue
      }
      raised += 1
      const out = exited.has(opinion) || (gone[opinion] ?? 0) > 0
      if (carriers === 0 && out) exits += 1
      else if (carriers === 0) fail(opinions.seqOf(opinion), 'opinion-lost')
      else if (carriers > 1 || out) fail(opinions.seqOf(opinion), 'opinion-twice')
    }
    const carried = matters.count() - left.size
    if (raised !== carried + exits) fail(0, 'count-differs')
    return { opinions: raised, matters: carried, exits, failures }
  }

  return { raise, open, observe, settle }
}

const none: Place = -1

/** Names of streams, in the order in which they began, and the event that each began with. */
function openStreams() {
  const places = new Map<string, Place>()
  const seqs: number[] = []
  return {
    /** Null when there is one of that name. */
    add: (stream: string, seq: number): Place | null => {
      if (places.has(stream)) return null
      places.set(stream, seqs.length)
      return seqs.push(seq) - 1
    },
    placeOf: (stream: string, known: Place = none): Place =>
      known === none ? (places.get(stream) ?? none) : known,
    seqOf: (place: Place): number => seqs[place] ?? 0,
    count: (): number => seqs.length,
  }
}

function satisfies(facts: JsonObject): boolean {
  const passed = (axis: JsonValue | undefined) => isJsonObject(axis) && axis['passed'] === true
  return (
    facts['satisfied'] === true &&
    passed(facts['measures']) &&
    passed(facts['timeliness']) &&
    passed(facts['quality'])
  )
}

/** The body that allowed an exit. */
function approverOf(facts: JsonObject): string {
  const approval = facts['approval'] ?? facts['approver']
  return isJsonObject(approval) ? textOf(approval['body']) : textOf(facts['approver_body'])
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
