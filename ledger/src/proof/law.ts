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

export type Law = Readonly<{ observe: (event: LawEvent) => void; settle: () => Tally }>

type Opinion = {
  seq: number
  exited: boolean
  parts: readonly string[] | null
  live: number
  left: number
}
type Matter = {
  seq: number
  opinion: string
  exited: boolean
  mergedInto: string | null
  round: number
  satisfied: boolean
}

export function openLaw(): Law {
  const opinions = new Map<string, Opinion>()
  const matters = new Map<string, Matter>()
  const failures: Failure[] = []
  const fail = (leaf: number, code: FailureCode) => failures.push(failure(leaf, code))

  function observe(event: LawEvent): void {
    switch (event.type) {
      case 'OpinionRaised':
        if (opinions.has(event.stream)) return void fail(event.seq, 'opinion-raised-twice')
        opinions.set(event.stream, { seq: event.seq, exited: false, parts: null, live: 0, left: 0 })
        return
      case 'OpinionSplit':
      case 'OpinionExited':
        return onOpinion(event)
      case 'MatterOpened':
        if (matters.has(event.stream)) return void fail(event.seq, 'matter-opened-twice')
        matters.set(event.stream, {
          seq: event.seq,
          opinion: textOf(event.facts['opinion']),
          exited: false,
          mergedInto: null,
          round: 1,
          satisfied: false,
        })
        return
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

  function onOpinion(event: LawEvent): void {
    const opinion = opinions.get(event.stream)
    if (!opinion) return void fail(event.seq, 'opinion-unknown')
    if (event.type === 'OpinionSplit') {
      const parts = event.facts['parts']
      opinion.parts = Array.isArray(parts) ? parts.map(textOf) : []
      return
    }
    opinion.exited = true
    checkExit(event)
  }

  function onMatter(event: LawEvent): void {
    const matter = matters.get(event.stream)
    if (!matter) return void fail(event.seq, 'matter-unknown')
    const { facts, seq } = event
    if (event.type === 'MatterTookPart') matter.opinion = textOf(facts['opinion'])
    if (event.type === 'MatterMerged') matter.mergedInto = textOf(facts['into'])
    if (event.type === 'MatterExited') {
      matter.exited = true
      checkExit(event)
    }
    if (event.type === 'MatterReopened') {
      if (facts['round'] !== matter.round + 1) fail(seq, 'round-out-of-order')
      matter.round = typeof facts['round'] === 'number' ? facts['round'] : matter.round + 1
      matter.satisfied = false
    }
    if (event.type === 'MatterJudged')
      matter.satisfied = facts['round'] === matter.round && satisfies(facts)
    if (event.type === 'MatterClosed' && !(matter.satisfied && facts['round'] === matter.round)) {
      fail(seq, 'closed-unsatisfied')
    }
  }

  function checkExit({ seq, facts, reason }: LawEvent): void {
    if (reason === 'missing') fail(seq, 'exit-unexplained')
    if (approverOf(facts) === '') fail(seq, 'exit-unapproved')
  }

  function settle(): Tally {
    for (const matter of matters.values()) {
      const opinion = opinions.get(matter.opinion)
      if (!opinion) fail(matter.seq, 'opinion-unknown')
      else if (matter.exited) opinion.left += 1
      else opinion.live += 1
      checkMerge(matter)
    }
    return count()
  }

  function checkMerge(matter: Matter): void {
    const seen = new Set<Matter>()
    let lead: Matter | undefined = matter
    while (lead && lead.mergedInto !== null && !seen.has(lead)) {
      seen.add(lead)
      const into: string = lead.mergedInto
      lead = matters.get(into)
      if (!lead && seen.size === 1) fail(matter.seq, 'matter-unknown')
    }
    if (lead && seen.has(lead)) fail(matter.seq, 'merge-in-a-circle')
  }

  function count(): Tally {
    let raised = 0
    let exits = 0
    for (const opinion of opinions.values()) {
      const { seq, live, left, exited, parts } = opinion
      if (parts !== null) {
        if (parts.length < 2 || !parts.every((part) => opinions.has(part)))
          fail(seq, 'split-part-missing')
        if (live > 0 || exited) fail(seq, 'opinion-twice')
        continue
      }
      raised += 1
      const out = exited || left > 0
      if (live === 0 && out) exits += 1
      else if (live === 0) fail(seq, 'opinion-lost')
      else if (live > 1 || out) fail(seq, 'opinion-twice')
    }
    const carried = [...matters.values()].filter((matter) => !matter.exited).length
    if (raised !== carried + exits) fail(0, 'count-differs')
    return { opinions: raised, matters: carried, exits, failures }
  }

  return { observe, settle }
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
