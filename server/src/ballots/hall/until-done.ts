/**
 * What must be done once a step is written down, whatever fails: the box is told, keys are forgotten. With the box or the
 * database gone for a moment it is done when they are back, since nobody would press that button a second time.
 * Source: ballot.md §5 (server crashed, box lost), §6 no. 6.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { Hall } from './hall.ts'

const pauseMs = 200
const longestPauseMs = 5_000

type Act = () => Promise<void>

type Ending = Pick<Hall, 'over' | 'failed'>

/** Again and again until it is done or the server ends. It may be done twice. */
export async function untilDone({ over, failed }: Ending, what: string, act: Act): Promise<void> {
  for (let pause = pauseMs; !over.aborted; pause = Math.min(2 * pause, longestPauseMs)) {
    try {
      return await act()
    } catch (failure) {
      if (!over.aborted) failed(failure, what)
    }
    await after(pause, undefined, { signal: over }).catch(() => undefined)
  }
}

/** Tried before whoever asked is answered; what fails then is gone on with beside. */
export async function nowOrLater(hall: Ending, what: string, act: Act): Promise<void> {
  try {
    await act()
  } catch (failure) {
    hall.failed(failure, what)
    void untilDone(hall, what, act)
  }
}
