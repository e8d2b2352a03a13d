/**
 * Verifies a proof file with no database, no network and no trust: every leaf, the chain, the tree at every signed
 * size, the signatures, the words, and the law. Whatever the file holds, the answer is a list of failures.
 */
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Verification } from './findings.ts'
import { verifyHere, type VerifyOptions } from './verify-here.ts'

/** Below this many bytes, starting threads costs more than they save. */
const worthThreads = 4_000_000

export async function verifyProof(
  file: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  const threads = options.threads ?? (size < worthThreads ? 0 : Math.min(4, availableParallelism()))
  return threads < 1 ? verifyHere(file, options, 0) : verifyInThread(file, options, threads - 1)
}

/**
 * Nearly all of a run is short-lived garbage. The main thread of a program would let tens of megabytes of it gather
 * before it cleans up, and cannot be told otherwise any more.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8 }

async function verifyInThread(
  file: string,
  options: VerifyOptions,
  threads: number,
): Promise<Verification> {
  const workerData = { file, options, threads }
  const worker = new Worker(new URL('verify-worker.ts', import.meta.url), {
    workerData,
    resourceLimits,
  })
  try {
    return await new Promise<Verification>((settle, fail) => {
      worker.once('message', settle)
      worker.once('error', fail)
    })
  } finally {
    await worker.terminate()
  }
}
