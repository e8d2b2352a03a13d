/**
 * Checks a paper in a process of its own with a bound on memory and time (documents.md §5). A thread is not enough: a PDF
 * can make the engine give up in a way that ends the whole process.
 */
import { fork } from 'node:child_process'
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
  const reader = fork(new URL('./lint-worker.ts', import.meta.url), {
    serialization: 'advanced',
    // Only what it needs: no password or address of the office is in its surroundings.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const fail = (code: ReaderRefusalCode) => resolve(refuseReading(code))
  const timer = setTimeout(() => fail('took-too-long'), milliseconds)
  reader.once('message', (answer) => (isAnswer(answer) ? resolve(answer) : fail('reader-failed')))
  reader.once('error', () => fail('reader-failed'))
  reader.once('exit', () => fail('reader-failed'))
  const job: LintJob = { bytes, fileName }
  reader.send(job, (error) => {
    if (error !== null) fail('reader-failed')
  })
  const answer = await promise
  clearTimeout(timer)
  reader.kill('SIGKILL')
  return answer
}

/** Only the process that was started here has the channel. */
function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'ok' in message
}
