/**
 * Reads an upload in a worker thread with a bound on memory and time (documents.md §5). Two threads at most; those
 * that wait, wait in order. A thread that ran over is ended and another takes its place.
 */
import { Worker } from 'node:worker_threads'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { HeadRows } from './mapping/column-headings.ts'
import type { WorkbookSight } from './mapping/sight.ts'
import type { Parsed, ParseOptions } from './parse.ts'
import type { ParseJob } from './parse-worker.ts'
import type { ReadRefusal } from './read-refusal.ts'
import type { Tables } from './readers/read-tables.ts'
import { type ReaderRefusalCode, refuseReading } from './readers/refusals.ts'
import { readingLimits } from './reading-limits.ts'

export type ParseAnswer = Result<Parsed, ReadRefusal>
type TablesAnswer = Result<Tables, ReadRefusal>
type SightAnswer = Result<WorkbookSight, ReadRefusal>
type Answer = ParseAnswer | TablesAnswer | SightAnswer

type Waiting = Readonly<{ job: ParseJob; answer: (answer: Answer) => void }>

export type ParsePoolLimits = Readonly<{
  threads: number
  milliseconds: number
  heapMegabytes: number
  /** Of bytes outside the heap, which the engine itself does not bound. */
  bufferMegabytes?: number
  /** How long a thread is kept that nobody asks: its tables take fifty megabytes. */
  idleMilliseconds?: number
}>

const usual: ParsePoolLimits = { threads: 2, milliseconds: 30_000, heapMegabytes: 512 }
const usualBuffers = 512
const usualIdle = 10 * 60_000
const lookEvery = 100

export class ParsePool {
  readonly #limits: ParsePoolLimits
  readonly #waiting: Waiting[] = []
  /** Threads without work, each with the timer that will end it; the one that worked last comes last. */
  readonly #idle = new Map<Worker, NodeJS.Timeout>()
  readonly #all = new Set<Worker>()

  constructor(limits: ParsePoolLimits = usual) {
    this.#limits = limits
  }

  async parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParseAnswer> {
    const answer = await this.#ask({ bytes, options })
    if (!answer.ok) return answer
    if (!('items' in answer.value)) throw new Error('Tables for a document')
    return accept(answer.value)
  }

  async tables(bytes: Uint8Array, fileName: string): Promise<TablesAnswer> {
    const answer = await this.#ask({ bytes, tablesOf: fileName })
    if (!answer.ok) return answer
    if (!('sheets' in answer.value) || isSight(answer.value)) throw new Error('No tables')
    return accept(answer.value)
  }

  async sight(bytes: Uint8Array, heads: readonly (HeadRows | null)[]): Promise<SightAnswer> {
    const answer = await this.#ask({ bytes, sightOf: heads })
    if (!answer.ok) return answer
    if (!isSight(answer.value)) throw new Error('Something else for a sight of sheets')
    return accept(answer.value)
  }

  #ask(job: ParseJob): Promise<Answer> {
    if (job.bytes.byteLength > readingLimits.uploadBytes)
      return Promise.resolve(refuseReading('too-large'))
    return new Promise((answer) => {
      this.#waiting.push({ job, answer })
      this.#next()
    })
  }

  /** Starts a thread before the first upload comes: its tables take about a second to build. */
  warmUp(): void {
    if (this.#all.size === 0) this.#rest(this.#start())
  }

  /** How many threads there are. */
  threads(): number {
    return this.#all.size
  }

  /** Ends all threads. Uploads that are read or wait are refused. */
  async close(): Promise<void> {
    for (const { answer } of this.#waiting.splice(0)) answer(refuseReading('reader-failed'))
    await Promise.all([...this.#all].map((worker) => worker.terminate()))
  }

  #start(): Worker {
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes },
    })
    this.#all.add(worker)
    worker.unref()
    worker.once('exit', () => this.#forget(worker))
    worker.on('error', () => this.#forget(worker))
    return worker
  }

  #forget(worker: Worker): void {
    this.#all.delete(worker)
    clearTimeout(this.#idle.get(worker))
    this.#idle.delete(worker)
  }

  #rest(worker: Worker): void {
    const longest = this.#limits.idleMilliseconds ?? usualIdle
    const timer = setTimeout(() => this.#end(worker), longest)
    timer.unref()
    this.#idle.set(worker, timer)
  }

  #rested(): Worker | undefined {
    const worker = [...this.#idle.keys()].at(-1)
    if (worker) {
      clearTimeout(this.#idle.get(worker))
      this.#idle.delete(worker)
    }
    return worker
  }

  #next(): void {
    const free = this.#idle.size > 0 || this.#all.size < this.#limits.threads
    const waiting = free ? this.#waiting.shift() : undefined
    if (waiting === undefined) return
    this.#run(this.#rested() ?? this.#start(), waiting)
  }

  #run(worker: Worker, { job, answer }: Waiting): void {
    let isOver = false
    const finish = (result: Answer, reuse: boolean): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      clearInterval(watch)
      worker.removeListener('message', onMessage)
      worker.removeListener('error', onError)
      worker.removeListener('exit', onExit)
      if (reuse) this.#rest(worker)
      else this.#end(worker)
      worker.unref()
      answer(result)
      this.#next()
    }
    const fail = (code: ReaderRefusalCode): void => finish(refuseReading(code), false)
    const onMessage = (result: Answer): void => finish(result, true)
    const onError = (error: unknown): void =>
      fail(isOutOfMemory(error) ? 'needs-too-much' : 'reader-failed')
    const onExit = (): void => fail('reader-failed')
    const timer = setTimeout(() => fail('took-too-long'), this.#limits.milliseconds)
    const watch = setInterval(() => {
      void this.#holdsTooMuch(worker).then((tooMuch) => tooMuch && fail('needs-too-much'))
    }, lookEvery)
    worker.ref()
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job)
  }

  /** Bytes a PDF unpacks to lie outside the heap. A thread that has ended holds nothing. */
  async #holdsTooMuch(worker: Worker): Promise<boolean> {
    const most = (this.#limits.bufferMegabytes ?? usualBuffers) * 1024 * 1024
    const held = await worker.getHeapStatistics().catch(() => null)
    return held !== null && held.external_memory > most
  }

  #end(worker: Worker): void {
    this.#forget(worker)
    void worker.terminate()
  }
}

function isSight(value: Tables | WorkbookSight | Parsed): value is WorkbookSight {
  return 'sheets' in value && 'warnings' in value
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

const pool = new ParsePool()

/** Reads an upload in the house's pool of threads. */
export function parseInWorker(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParseAnswer> {
  return pool.parse(bytes, options)
}

/** Reads the tables of an upload in the same pool. */
export function tablesInWorker(bytes: Uint8Array, fileName: string): Promise<TablesAnswer> {
  return pool.tables(bytes, fileName)
}

/** How the sheets of a workbook look, and what their columns may mean, in the same pool. */
export function sightInWorker(
  bytes: Uint8Array,
  heads: readonly (HeadRows | null)[] = [],
): Promise<SightAnswer> {
  return pool.sight(bytes, heads)
}

/** Call when somebody is about to bring a document, so that it does not wait. */
export function warmUpParsing(): void {
  pool.warmUp()
}

/** Call at shutdown. */
export function endParsing(): Promise<void> {
  return pool.close()
}
