/**
 * Reads an upload in a process of its own with a bound on memory and time (documents.md §5). Two processes at most;
 * those that wait, wait in order. One that ran over is killed and another takes its place.
 *
 * A thread is not enough: found by fuzzing, a PDF of 3 KB made the engine give up for want of memory in a way that ends
 * the whole process, the thread's own limit notwithstanding.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { damagedExit } from './damaged-exit.ts'
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
  processes: number
  milliseconds: number
  heapMegabytes: number
  /** Of all memory of a process: bytes a PDF unpacks to lie outside the heap. Held to where the system tells it. */
  residentMegabytes: number
  /** How long a process is kept that nobody asks: its tables take fifty megabytes. */
  idleMilliseconds: number
}>

const usual: ParsePoolLimits = {
  processes: 2,
  milliseconds: 30_000,
  heapMegabytes: 512,
  residentMegabytes: 1024,
  idleMilliseconds: 10 * 60_000,
}
const lookEvery = 100

/**
 * Reading makes much that is soon forgotten. Left alone, the engine lets it lie: 300 MB for a workbook of ten thousand
 * rows, where 170 do, for a quarter more of processor time.
 */
const thrifty = ['--max-semi-space-size=2', '--optimize-for-size'] as const

export class ParsePool {
  readonly #limits: ParsePoolLimits
  readonly #waiting: Waiting[] = []
  /** Processes without work, each with the timer that will end it; the one that worked last comes last. */
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>()
  readonly #all = new Set<ChildProcess>()

  constructor(limits: Partial<ParsePoolLimits> = {}) {
    this.#limits = { ...usual, ...limits }
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

  /** Starts a process before the first upload comes: its tables take about a second to build. */
  warmUp(): void {
    if (this.#all.size === 0) this.#rest(this.#start())
  }

  /** How many processes there are. */
  processes(): number {
    return this.#all.size
  }

  /** Ends all processes. Uploads that are read or wait are refused. */
  async close(): Promise<void> {
    for (const { answer } of this.#waiting.splice(0)) answer(refuseReading('reader-failed'))
    const ended = [...this.#all].map(
      (reader) => new Promise<void>((done) => reader.once('exit', () => done())),
    )
    for (const reader of this.#all) {
      // Nothing else may keep the program alive until they have ended.
      reader.ref()
      reader.kill('SIGKILL')
    }
    await Promise.all(ended)
  }

  #start(): ChildProcess {
    // Only what it needs: no password or address of the office is in its surroundings.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
    const reader = fork(new URL('./parse-worker.ts', import.meta.url), {
      serialization: 'advanced',
      env,
      execArgv: [...thrifty, `--max-old-space-size=${this.#limits.heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#all.add(reader)
    reader.once('exit', () => this.#forget(reader))
    reader.on('error', () => this.#forget(reader))
    letGo(reader)
    return reader
  }

  #forget(reader: ChildProcess): void {
    this.#all.delete(reader)
    clearTimeout(this.#idle.get(reader))
    this.#idle.delete(reader)
  }

  #rest(reader: ChildProcess): void {
    const timer = setTimeout(() => this.#end(reader), this.#limits.idleMilliseconds)
    timer.unref()
    this.#idle.set(reader, timer)
  }

  #rested(): ChildProcess | undefined {
    const reader = [...this.#idle.keys()].at(-1)
    if (reader) {
      clearTimeout(this.#idle.get(reader))
      this.#idle.delete(reader)
    }
    return reader
  }

  #next(): void {
    const free = this.#idle.size > 0 || this.#all.size < this.#limits.processes
    const waiting = free ? this.#waiting.shift() : undefined
    if (waiting === undefined) return
    this.#run(this.#rested() ?? this.#start(), waiting)
  }

  #run(reader: ChildProcess, { job, answer }: Waiting): void {
    let isOver = false
    const finish = (result: Answer, reuse: boolean): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      clearInterval(watch)
      reader.removeListener('message', onMessage)
      reader.removeListener('error', onError)
      reader.removeListener('exit', onExit)
      if (reuse) this.#rest(reader)
      else this.#end(reader)
      letGo(reader)
      answer(result)
      this.#next()
    }
    const fail = (code: ReaderRefusalCode): void => finish(refuseReading(code), false)
    const onMessage = (result: unknown): void =>
      isAnswer(result) ? finish(result, true) : fail('reader-failed')
    const onError = (): void => fail('reader-failed')
    const onExit = (code: number | null, signal: string | null): void => fail(endedBy(code, signal))
    const timer = setTimeout(() => fail('took-too-long'), this.#limits.milliseconds)
    const watch = setInterval(() => {
      void this.#holdsTooMuch(reader).then((tooMuch) => tooMuch && fail('needs-too-much'))
    }, lookEvery)
    reader.ref()
    reader.channel?.ref()
    reader.on('message', onMessage)
    reader.on('error', onError)
    reader.on('exit', onExit)
    reader.send(job, (error) => {
      if (error !== null) fail('reader-failed')
    })
  }

  /** Null where the system has no such file, or the process has ended. */
  async #holdsTooMuch({ pid }: ChildProcess): Promise<boolean> {
    const found = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null)
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(found ?? '')?.[1] ?? 0)
    return kilobytes > this.#limits.residentMegabytes * 1024
  }

  #end(reader: ChildProcess): void {
    this.#forget(reader)
    reader.kill('SIGKILL')
  }
}

function isSight(value: Tables | WorkbookSight | Parsed): value is WorkbookSight {
  return 'sheets' in value && 'warnings' in value
}

/** How the engine ends a process whose heap is full. */
const outOfMemory: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL'])

function endedBy(code: number | null, signal: string | null): ReaderRefusalCode {
  if (code === damagedExit) return 'damaged-file'
  return signal !== null && outOfMemory.has(signal) ? 'needs-too-much' : 'reader-failed'
}

/** A process that waits keeps nobody alive. */
function letGo(reader: ChildProcess): void {
  reader.unref()
  reader.channel?.unref()
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'ok' in message
}

const pool = new ParsePool()

/** Reads an upload in the house's pool of processes. */
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
