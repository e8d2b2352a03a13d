/** Runs of events checked by worker threads, so that a long proof uses every core; short ones are checked right here. */
import { Worker } from 'node:worker_threads'
import { checkEvents, type Checked, type Run } from './check-events.ts'

export type Checkers = AsyncDisposable &
  Readonly<{ check: (run: Run) => Promise<Checked>; width: number }>

export function openCheckers(threads: number): Checkers {
  if (threads < 1) {
    return {
      width: 1,
      check: async (run) => checkEvents(run),
      [Symbol.asyncDispose]: async () => undefined,
    }
  }
  const workers = Array.from({ length: threads }, startWorker)
  let next = 0
  return {
    width: threads + 1,
    check: (run) => {
      const worker = workers[next % threads]
      next += 1
      return worker ? worker.check(run) : Promise.reject(new Error('No checker'))
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}

/** A run is short-lived garbage: with room for more, a thread would only clean up later. A line may have 32 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** A run that has its memory to itself is handed over with it, not copied. */
function given({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

/** Answers come in the order of the questions. */
function startWorker() {
  const worker = new Worker(new URL('check-worker.ts', import.meta.url), { resourceLimits })
  const asked: { settle: (checked: Checked) => void; fail: (error: Error) => void }[] = []
  worker.on('message', (checked: Checked) => asked.shift()?.settle(checked))
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const one of asked.splice(0)) one.fail(reason)
  })
  return {
    check: (run: Run) =>
      new Promise<Checked>((settle, fail) => {
        asked.push({ settle, fail })
        worker.postMessage(run, given(run.lines))
      }),
    stop: () => worker.terminate(),
  }
}
