/**
 * Ledgers written and read in threads of their own, so few at a time that a processor is left for pages; those that come later wait in order, and when too
 * many wait, no more are taken. A thread that runs over its time or memory is ended, and the file with it.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { refuseReading } from '../readers/refusals.ts'
import type { SheetPlan, SheetValues } from '../sheets/sheet-plan.ts'
import type { LedgerJob } from './ledger-jobs.ts'
import type { LedgerFile } from './read-ledger-file.ts'

const most = Math.max(1, availableParallelism() - 1)
/** Whoever comes after these is told to come again: a queue without an end is one nobody comes out of. */
const mostWaiting = 40
const milliseconds = 30_000
const heapMegabytes = 512

let running = 0
const waiting: (() => void)[] = []

/** Whether another one may wait. Asked before anything is sent, so that it can still be refused. */
export function ledgersMayWait(): boolean {
  return waiting.length < mostWaiting
}

async function turn(): Promise<void> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  running += 1
}

function leave(): void {
  running -= 1
  waiting.shift()?.()
}

/** Pieces of the file as they become ready. Ending the iteration early ends the thread. */
export async function* writeLedger(
  plan: SheetPlan,
  about: string,
  rows: AsyncIterable<readonly SheetValues[]>,
): AsyncGenerator<Uint8Array> {
  await turn()
  const thread = startThread()
  try {
    yield await ask(thread, { do: 'begin', plan, about }, isBytes)
    for await (const some of rows) yield await ask(thread, { do: 'rows', rows: some }, isBytes)
    yield await ask(thread, { do: 'end' }, isBytes)
  } finally {
    await thread.terminate()
    leave()
  }
}

export async function readLedger(bytes: Uint8Array): Promise<Result<LedgerFile, ReadRefusal>> {
  await turn()
  const thread = startThread()
  try {
    return await ask(thread, { do: 'read', bytes }, isRead)
  } catch (error) {
    if (error instanceof OutOfTime) return refuseReading('took-too-long')
    if (isOutOfMemory(error)) return refuseReading('needs-too-much')
    throw error
  } finally {
    await thread.terminate()
    leave()
  }
}

class OutOfTime extends Error {}

function startThread(): Worker {
  return new Worker(new URL('./ledger-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
  })
}

function ask<Answer>(
  thread: Worker,
  job: LedgerJob,
  isAnswer: (message: unknown) => message is Answer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(() => finish(() => reject(new OutOfTime())), milliseconds)
    const onMessage = (message: unknown) =>
      finish(() => (isAnswer(message) ? resolve(message) : reject(new Error('No such answer'))))
    const onError = (error: unknown) => finish(() => reject(asError(error)))
    const onExit = () => finish(() => reject(new Error('The thread of the ledger has ended')))
    const finish = (settle: () => void) => {
      clearTimeout(over)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle()
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(job)
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function isBytes(message: unknown): message is Uint8Array {
  return message instanceof Uint8Array
}

function isRead(message: unknown): message is Result<LedgerFile, ReadRefusal> {
  return typeof message === 'object' && message !== null && 'ok' in message
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
