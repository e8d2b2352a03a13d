/** PostgreSQL that stays up: started again when it dies, read-only while the disk is full, writing again when there is room. */
import { setTimeout as after } from 'node:timers/promises'
import { accept } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { hasRoom, makeReserve, releaseReserve } from './disk-reserve.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { raisePostgres, stopPostgres } from './postgres-process.ts'
import type { PostgresOrders, RunningPostgres } from './postgres-process.ts'

export type KeptPostgres = Readonly<{ adopted: boolean; stop(): Promise<void> }>

const longestPauseMs = 5_000
const roomCheckMs = 2_000

export async function keepPostgres(
  orders: PostgresOrders,
  note: (sentence: string) => void,
): Promise<Result<KeptPostgres, EngineRefusal>> {
  const { layout } = orders
  let readOnly = false
  let stopping = false
  const first = await raise()
  if (!first.ok) return first
  let running = first.value
  if (orders.durability === 'lasting' && !readOnly) makeReserve(layout)
  const supervising = supervise()
  return accept({ adopted: first.value.adopted, stop })

  async function stop(): Promise<void> {
    stopping = true
    await stopPostgres(running)
    await supervising
  }

  async function supervise(): Promise<void> {
    for (let pause = 100; ; pause = Math.min(pause * 2, longestPauseMs)) {
      await running.exited
      if (stopping) return
      note('the engine ended and is started again')
      const again = await raise()
      if (again.ok) {
        running = again.value
        pause = 50
        // Told to stop while the new one was starting: that one has to be stopped as well.
        if (stopping) return stopPostgres(running)
      } else {
        note(again.refusal.en)
        await after(pause)
      }
    }
  }

  async function raise(): Promise<Result<RunningPostgres, EngineRefusal>> {
    const raised = await raisePostgres({ ...orders, readOnly })
    const full = !raised.ok && raised.refusal.code === 'disk-full'
    if (!full || readOnly || !releaseReserve(layout)) return raised
    note('the disk is full: the engine comes up to be read only')
    readOnly = true
    void writeAgainWhenThereIsRoom()
    return raisePostgres({ ...orders, readOnly })
  }

  async function writeAgainWhenThereIsRoom(): Promise<void> {
    while (!hasRoom(layout)) {
      await after(roomCheckMs)
      if (stopping) return
    }
    note('there is room on the disk again: the engine is started anew to write')
    readOnly = false
    makeReserve(layout)
    await stopPostgres(running)
  }
}
