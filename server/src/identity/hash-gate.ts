/**
 * Lets only a few passwords be hashed at a time and a few more wait: argon2id takes its memory on purpose, and a flood
 * of sign-ins must not take the machine's.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'

export type Busy = Readonly<{ code: 'busy' }>

export type HashGate = <Value>(work: () => Promise<Value>) => Promise<Result<Value, Busy>>

export function hashGate(atOnce: number, waiting: number): HashGate {
  const queue: (() => void)[] = []
  let running = 0

  async function enter(): Promise<void> {
    if (running < atOnce) running += 1
    else await new Promise<void>((resolve) => queue.push(resolve))
  }

  /** The place is handed to the next in line rather than freed, so nobody who comes later can overtake. */
  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }

  return async (work) => {
    if (running >= atOnce && queue.length >= waiting) return refuse({ code: 'busy' })
    await enter()
    try {
      return accept(await work())
    } finally {
      leave()
    }
  }
}
