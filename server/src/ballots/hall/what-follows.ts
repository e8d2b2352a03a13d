/**
 * What follows a step that is written down: the box is told or emptied, keys are made or forgotten. A database that dies
 * between the commit and the answer has the step, and nobody would press that button a second time; so it is looked for,
 * and `follow` does nothing unless the log tells of the step.
 * Source: ballot.md §5 (server crashed, box lost), §6 no. 6.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { Outcome } from '../../execute/context.ts'
import type { Hall } from './hall.ts'
import { nowOrLater } from './until-done.ts'

/** A commit whose caller is gone may still be waiting for a disk: it is looked for again so long after the failure. */
const looksAgainMs = [1_000, 10_000, 60_000]

type Follows = Readonly<{
  /** For the log, when it fails. */
  what: string
  /** May be done twice. */
  follow: () => Promise<void>
}>

export async function withWhatFollows<Value>(
  hall: Pick<Hall, 'over' | 'failed'>,
  { what, follow }: Follows,
  step: () => Outcome<Value>,
): Outcome<Value> {
  const act = () => nowOrLater(hall, what, follow)
  try {
    const done = await step()
    if (done.ok) await act()
    return done
  } catch (failure) {
    await act()
    void lookAgain(hall.over, act)
    throw failure
  }
}

async function lookAgain(over: AbortSignal, act: () => Promise<void>): Promise<void> {
  for (const pause of looksAgainMs) {
    await after(pause, undefined, { signal: over, ref: false }).catch(() => undefined)
    if (over.aborted) return
    await act()
  }
}
