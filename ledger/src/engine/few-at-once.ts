/**
 * Few questions at once. Every connection is a process of the engine; where it shares our processors, more of them at
 * work than there are processors only push one another out of the caches, and each answer costs up to half as much
 * again. So questions beyond wait here, in their order; but whatever takes long no longer counts, so that nobody waits
 * behind a slow one.
 */
import type { Pool } from 'pg'

type Ask<Value> = () => Promise<Value>
type Gate = <Value>(ask: Ask<Value>) => Promise<Value>

/** What has been under way for so long is slow. */
const slowAfterMs = 5

const gates = new WeakMap<Pool, Gate>()

/** From now on {@link inTurn} lets about so many questions to this pool go at once. */
export function fewAtOnce(pool: Pool, most: number): void {
  gates.set(pool, openGate(most))
}

/** Asks when it is its turn; at once where the pool has no limit. Not for what holds a connection while it asks more. */
export function inTurn<Value>(pool: Pool, ask: Ask<Value>): Promise<Value> {
  const gate = gates.get(pool)
  return gate === undefined ? ask() : gate(ask)
}

type Asking = { counts: boolean; readonly since: number }

export function openGate(most: number): Gate {
  const underWay = new Set<Asking>()
  const waiting: (() => void)[] = []
  let [counted, looks] = [0, 0]
  let watch: NodeJS.Timeout | undefined

  function letGo(): void {
    while (counted < most) {
      const go = waiting.shift()
      if (go === undefined) return
      counted += 1
      go()
    }
  }

  /** Only while somebody waits. */
  function lookAtSlow(): void {
    watch = undefined
    for (const one of underWay) {
      if (!one.counts || one.since === looks) continue
      one.counts = false
      counted -= 1
    }
    looks += 1
    letGo()
    if (waiting.length > 0) keepWatch()
  }

  function keepWatch(): void {
    watch ??= setTimeout(lookAtSlow, slowAfterMs)
  }

  return async (ask) => {
    if (counted < most) counted += 1
    else {
      const turn = new Promise<void>((go) => waiting.push(go))
      keepWatch()
      await turn
    }
    const own: Asking = { counts: true, since: looks }
    underWay.add(own)
    try {
      return await ask()
    } finally {
      underWay.delete(own)
      if (own.counts) counted -= 1
      letGo()
    }
  }
}
