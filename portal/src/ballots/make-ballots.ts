/**
 * From marks to sealed ballots. Each leaves on its own at a moment drawn by chance within a minute, so that neither order
 * nor pause tells who sent it; in the last half minute before the close all leave at once.
 * Source: ballot.md 3.3 no. 5, 6 no. 4.
 */
import type { Marks } from '@luoshi/ballots/protocol/plain-vote'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import type { Booth } from './booth.ts'
import { below } from './chance.ts'
import { stepsOf, withSteps, type Step } from './kept.ts'

const longestWait = 60_000

/** How long a ballot waits before it leaves. */
export const waitByChance = (): number => below(longestWait)

export const hurryBefore = 30_000

export function mark(booth: Booth, c: number, marks: Marks): Promise<void> {
  return booth.change((kept) => {
    const step = kept.steps[c]
    return step?.at === 'token' ? withSteps(kept, [[c, { ...step, marks }]]) : kept
  })
}

/** The code of a refusal, or nothing when all are written down, ready to leave. */
export async function makeBallots(booth: Booth): Promise<string | null> {
  const made: [number, Step][] = []
  for (const [c, step] of stepsOf(booth.kept())) {
    if (step.at !== 'token') continue
    const ballot = await makeBallot(booth.frozen, step.token, step.marks)
    if (!ballot.ok) return ballot.refusal.code
    const leaves = booth.clock.now() + waitByChance()
    made.push([c, { ...step, at: 'made', ballot: ballot.value, leaves }])
  }
  await booth.change((kept) =>
    withSteps(
      kept,
      made.filter(([c]) => kept.steps[c]?.at === 'token'),
    ),
  )
  return null
}

export type Waits = Readonly<{
  /** Whether a ballot that was to leave at `leaves` has to leave now. `now` and `closesAt` are the hall's time. */
  isOver: (id: string, leaves: number, now: number, closesAt: number | null) => boolean
}>

/**
 * How long each ballot has waited. Its wait is fixed when this window first sees it, and never longer than a minute: a hall's
 * clock that is set right afterwards (a phone that slept, an answer that came late) neither prolongs nor cuts it.
 */
export function waitsBy(counter: () => number): Waits {
  const ends = new Map<string, number>()
  return {
    isOver: (id, leaves, now, closesAt) => {
      const end = ends.get(id) ?? counter() + Math.min(leaves - now, longestWait)
      ends.set(id, end)
      return end <= counter() || (closesAt !== null && now >= closesAt - hurryBefore)
    },
  }
}
