/** Runs of events, checked by further threads and by this one, so that a long proof uses every core. */
import { Worker } from 'node:worker_threads'
import { checkEvents, type Checked, type Run } from './check-events.ts'
import type { Room, Rooms } from './rooms.ts'

export type Checkers = AsyncDisposable &
  Readonly<{
    check: (run: Run) => Promise<Checked>
    /** How many runs are worth having under way. */
    width: number
  }>

/** Runs that wait for a thread; with as many at each of them this thread takes one itself. */
const mostWaiting = 3

export function openCheckers(threads: number, rooms: Rooms): Checkers {
  const workers = Array.from({ length: threads }, () => startWorker(rooms))
  return {
    width: threads * mostWaiting + 1,
    check: async (run) => {
      const [worker] = workers.toSorted((one, other) => one.waiting() - other.waiting())
      if (worker && worker.waiting() < mostWaiting) return worker.check(run)
      const checked = checkEvents(run)
      rooms.giveBack(run.lines)
      return checked
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}

/** A run is short-lived garbage: with room for more, a thread would only clean up later. A line may have 32 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

type FromThread = Readonly<{ checked: Checked; lines: Room }>

/** Answers come in the order of the questions. */
function startWorker(rooms: Rooms) {
  const worker = new Worker(new URL('check-worker.ts', import.meta.url), { resourceLimits })
  const asked: { settle: (checked: Checked) => void; fail: (error: Error) => void }[] = []
  worker.on('message', ({ checked, lines }: FromThread) => {
    rooms.giveBack(lines)
    asked.shift()?.settle(checked)
  })
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const one of asked.splice(0)) one.fail(reason)
  })
  return {
    waiting: () => asked.length,
    check: (run: Run) =>
      new Promise<Checked>((settle, fail) => {
        asked.push({ settle, fail })
        worker.postMessage(run, [run.lines.buffer])
      }),
    stop: () => worker.terminate(),
  }
}
