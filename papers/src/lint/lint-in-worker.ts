/** Checks a paper in a thread of its own with a bound on memory and time (documents.md §5). */
import { Worker } from 'node:worker_threads'
import type { Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { type ReaderRefusalCode, refuseReading } from '../readers/refusals.ts'
import { readingLimits } from '../reading-limits.ts'
import type { LintReport } from './finding.ts'
import type { LintJob } from './lint-worker.ts'

type Answer = Result<LintReport, ReadRefusal>

const usual = { milliseconds: 60_000, heapMegabytes: 512 } as const

export async function lintInWorker(
  bytes: Uint8Array,
  fileName: string,
  {
    milliseconds,
    heapMegabytes,
  }: Readonly<{ milliseconds: number; heapMegabytes: number }> = usual,
): Promise<Answer> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const worker = new Worker(new URL('./lint-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const fail = (code: ReaderRefusalCode) => resolve(refuseReading(code))
  const timer = setTimeout(() => fail('took-too-long'), milliseconds)
  worker.once('message', resolve)
  worker.once('error', () => fail('reader-failed'))
  worker.once('exit', () => fail('reader-failed'))
  const job: LintJob = { bytes, fileName }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(job)
  const answer = await promise
  clearTimeout(timer)
  await worker.terminate()
  return answer
}
