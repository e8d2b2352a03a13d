/**
 * What a device keeps of a ballot, contest by contest. Everything is written down before it is sent, so that a lost answer
 * is asked for again with the same bytes, and nothing is kept longer than it is needed: the key and the marks are gone as
 * soon as the ballot has left, the blinding as soon as the token is there.
 *
 *     asked ──▸ token ──▸ made ──▸ sent ──▸ received ──▸ (after the close) found | missing
 *                 ◂── undo ──┘      └──▸ refused
 *                            └──▸ waiting ──▸ sent …     (a hall tablet after its voter has gone)
 *
 * Source: ballot.md 3.3 no. 1–7, 5; tests 03, 14, 51.
 */
import type { MadeBallot, Receipt } from '@luoshi/ballots/voting/cast-ballot'
import type { PendingToken, Token } from '@luoshi/ballots/voting/take-token'
import type { Marks } from '@luoshi/ballots/protocol/plain-vote'

type Sealed = Readonly<{ c: number; id: string; text: string }>

export type Step =
  | Readonly<{ at: 'asked'; pending: PendingToken }>
  | Readonly<{ at: 'token'; token: Token; marks: Marks }>
  /** `leaves`: the hall's time. */
  | Readonly<{ at: 'made'; token: Token; marks: Marks; ballot: MadeBallot; leaves: number }>
  /** Left behind on a hall tablet, sealed and with no key beside it; leaves by itself. */
  | (Sealed & Readonly<{ at: 'waiting'; leaves: number }>)
  | (Sealed & Readonly<{ at: 'sent' }>)
  | (Sealed & Readonly<{ at: 'received'; receipt: Receipt }>)
  | (Sealed & Readonly<{ at: 'refused'; code: string }>)
  /** After the close, in the published file; with the receipt, or without when it never came. */
  | (Sealed & Readonly<{ at: 'found'; receipt: Receipt | null }>)
  | (Sealed & Readonly<{ at: 'missing'; receipt: Receipt | null; objected: boolean }>)

/** A ballot that has left the voter's hand. */
export type Gone = Extract<Step, Sealed>

export type Kept = Readonly<{
  /** The manifest's hash in hex: another round is another record. */
  mh: string
  /** Id of the ballot on the server. */
  ballot: string
  /** By number of the contest. */
  steps: Readonly<Record<number, Step>>
  /** On a hall tablet: ballots of those who were here before, by their ids, so in no order of time. */
  left: readonly Gone[]
  /** Codes of slips, only while tokens are being asked for. */
  codes: readonly (string | null)[]
}>

export function nothingKept(mh: string, ballot: string): Kept {
  return { mh, ballot, steps: {}, left: [], codes: [] }
}

export function isGone(step: Step | undefined): step is Gone {
  return step !== undefined && 'id' in step
}

export function withSteps(kept: Kept, steps: readonly (readonly [number, Step])[]): Kept {
  return { ...kept, steps: { ...kept.steps, ...Object.fromEntries(steps) } }
}

export function stepsOf(kept: Kept): readonly (readonly [number, Step])[] {
  return Object.entries(kept.steps)
    .map(([c, step]): [number, Step] => [Number(c), step])
    .sort(([one], [other]) => one - other)
}

/** All ballots on their way from this device, whoever's they are. */
export function goneOf(kept: Kept): readonly Gone[] {
  return [...stepsOf(kept).map(([, step]) => step), ...kept.left].filter(isGone)
}

/** Puts a ballot where it stands, with the person at the screen or among those left behind. */
export function withGone(kept: Kept, gone: Gone): Kept {
  const own = Object.entries(kept.steps).find(([, step]) => isGone(step) && step.id === gone.id)
  if (own) return withSteps(kept, [[Number(own[0]), gone]])
  return { ...kept, left: kept.left.map((one) => (one.id === gone.id ? gone : one)) }
}

/** Marked with nothing yet. */
export function unmarked(questions: number): Marks {
  return Array.from({ length: questions }, () => null)
}

/** Before the first ballot has left, all may be taken back. */
export function mayUndo(kept: Kept): boolean {
  const steps = stepsOf(kept).map(([, step]) => step)
  return steps.some(({ at }) => at === 'made') && !steps.some(isGone)
}

export function undone(kept: Kept): Kept {
  if (!mayUndo(kept)) return kept
  return withSteps(
    kept,
    stepsOf(kept).map(([c, step]) =>
      step.at === 'made' ? [c, { at: 'token', token: step.token, marks: step.marks }] : [c, step],
    ),
  )
}

/** For the next person at a hall tablet: nothing stays but sealed ballots that still want to leave or their receipts. */
export function forNext(kept: Kept): Kept {
  const own = stepsOf(kept).flatMap(([, step]): readonly Gone[] => {
    if (isGone(step)) return [step]
    if (step.at !== 'made') return []
    const { ballot, leaves, token } = step
    return [{ at: 'waiting', c: token.c, id: ballot.id, text: ballot.text, leaves }]
  })
  const left = [...own, ...kept.left].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { ...kept, steps: {}, codes: [], left }
}

/** What a hall tablet would lose by turning to the next person: tokens that have not been voted with. */
export function wouldBeLost(kept: Kept): boolean {
  return stepsOf(kept).some(([, { at }]) => at === 'token')
}
