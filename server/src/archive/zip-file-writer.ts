/**
 * A zip written to a file by a thread of its own, piece by piece: neither the whole archive nor the packing of it is on
 * the server's main thread.
 */
import { Worker } from 'node:worker_threads'

export type ZipJob =
  | Readonly<{ do: 'open'; path: string }>
  | Readonly<{ do: 'file'; name: string }>
  | Readonly<{ do: 'write'; bytes: Uint8Array }>
  | Readonly<{ do: 'end' | 'close' }>

export type ZippedFile = Readonly<{ name: string; sha256: string; size: number }>

type Pieces = Uint8Array | AsyncIterable<Uint8Array>

export type ZipFileWriter = AsyncDisposable &
  Readonly<{
    add: (name: string, pieces: Pieces) => Promise<ZippedFile>
    finish: () => Promise<void>
  }>

const heapMegabytes = 256

export async function openZipFile(path: string): Promise<ZipFileWriter> {
  const thread = new Worker(new URL('./zip-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  const ask = (job: ZipJob) => answerOf(thread, job)
  await ask({ do: 'open', path })
  return {
    add: async (name, pieces) => {
      await ask({ do: 'file', name })
      if (pieces instanceof Uint8Array) await ask({ do: 'write', bytes: pieces })
      else for await (const bytes of pieces) await ask({ do: 'write', bytes })
      return { name, ...(await ask({ do: 'end' })) }
    },
    finish: async () => {
      await ask({ do: 'close' })
    },
    [Symbol.asyncDispose]: async () => {
      await thread.terminate()
    },
  }
}

type Answer = Readonly<{ sha256: string; size: number }>

function answerOf(thread: Worker, job: ZipJob): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle()
    }
    const onMessage = (message: unknown) =>
      finish(() => (isAnswer(message) ? resolve(message) : reject(new Error('No such answer'))))
    const onError = (error: unknown) =>
      finish(() => reject(error instanceof Error ? error : new Error(String(error))))
    const onExit = () => finish(() => reject(new Error('The thread of the archive has ended')))
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(job)
  })
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'sha256' in message && 'size' in message
}
