/** What a verification has found so far, and what it comes to in the end. */
import type { Checked } from './check-events.ts'
import { failure, type Failure } from './failures.ts'
import { goThrough } from './law-run.ts'
import { openLaw } from './law.ts'
import type { Header } from './proof-lines.ts'
import { openSignedSizes, type SignedSizes } from './signed-sizes.ts'
import type { Verifier } from './signed-note.ts'

export type Verification = Readonly<{
  ok: boolean
  /** Whose log it is; empty when the file does not say. */
  congress: string
  events: number
  /** Checkpoints that hold. */
  checkpoints: number
  opinions: number
  matters: number
  exits: number
  failures: readonly Failure[]
}>

export type Findings = Readonly<{
  begin: (header: Header, verifier: Verifier, against: string | undefined) => void
  checkpoint: (note: string) => void
  take: (checked: Checked) => void
  fail: (more: readonly Failure[]) => void
  /** Enough is enough: a file of rubbish is not read to its end. */
  full: () => boolean
  congress: () => string
  events: () => number
  settle: () => Verification
}>

const mostFailures = 1000

export function openFindings(): Findings {
  const failures = new Map<string, Failure>()
  const law = openLaw()
  const destroyed: number[] = []
  const erased = new Set<unknown>()
  let signed: SignedSizes | null = null
  let congress = ''
  let events = 0
  let end: number | null = null

  function fail(more: readonly Failure[]): void {
    for (const one of more) {
      if (failures.size < mostFailures) failures.set(`${one.leaf} ${one.code}`, one)
    }
  }
  const full = () => failures.size >= mostFailures

  function expect(note: string, kind: 'checkpoint' | 'older-checkpoint'): void {
    const fault = signed?.expect(note, { forged: `${kind}-forged`, disagrees: `${kind}-disagrees` })
    if (fault) fail([fault])
  }

  function settleTree(): number {
    if (!signed) return 0
    const { checkpoints, reach, failures: more } = signed.settle()
    fail(more)
    if (events > 0 && reach === 0) fail([failure(0, 'no-checkpoint')])
    else if (reach < events) fail([failure(reach + 1, 'unsigned-tail')])
    return checkpoints
  }

  return {
    fail,
    full,
    congress: () => congress,
    events: () => events,
    begin(header, verifier, against) {
      congress = header.congress
      signed = openSignedSizes(header.origin, verifier)
      if (against !== undefined) expect(against, 'older-checkpoint')
    },
    checkpoint: (note) => expect(note, 'checkpoint'),
    take(checked) {
      fail(checked.failures)
      goThrough(checked.law, law)
      for (const { type, facts } of checked.law.others)
        if (type === 'WordsErased') erased.add(facts['seq'])
      destroyed.push(...checked.destroyed)
      fail(signed?.add(checked.hashes) ?? [])
      if (end !== null) fail([failure(events + 1, 'unreadable-line')])
      events += checked.events
      end = checked.end
    },
    settle() {
      const checkpoints = settleTree()
      if (signed && !full() && end !== events) fail([failure(events + 1, 'cut-off')])
      fail(
        destroyed.filter((seq) => !erased.has(seq)).map((seq) => failure(seq, 'words-destroyed')),
      )
      const { opinions, matters, exits, failures: broken } = law.settle()
      fail(broken)
      const list = [...failures.values()].sort((a, b) => a.leaf - b.leaf)
      const stopped = full() ? [failure(0, 'too-many-failures')] : []
      const ok = list.length === 0 && signed !== null
      return {
        ok,
        congress,
        events,
        checkpoints,
        opinions,
        matters,
        exits,
        failures: [...list, ...stopped],
      }
    },
  }
}
