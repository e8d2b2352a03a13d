/**
 * A paper as PDF. It is set in a process of its own, with bounds on time and memory: native code cannot be stopped in a
 * thread, and a fault in it must not end the office. The process stays for the next paper; one that ran over is killed
 * and another takes its place.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { FontPlaces, StandIn } from '../fonts/faces.ts'
import type { PaperMark } from '../identity/paper-mark.ts'
import { chartLabels } from '../official/chart-words.ts'
import type { Block, OfficialPaper } from '../official/paper.ts'
import { pdfLimits } from './pdf-limits.ts'
import { type PdfRefusal, type PdfRefusalCode, pdfRefusal } from './pdf-refusal.ts'
import type { TypesetAsk } from './typeset-process.ts'
import type { MadePdf, PdfAnswer, SetAs } from './typesetter.ts'

type Waiting = Readonly<{
  paper: OfficialPaper | null
  mark: PaperMark | null
  as: SetAs
  answer: (answer: PdfAnswer | Ready) => void
}>
/** The answer to a call without a paper: the fonts are open. */
type Ready = Readonly<{ ok: true; value: Readonly<{ standIns: readonly StandIn[] }> }>

type Bounds = Readonly<{ milliseconds: number; megabytes: number }>

export class PdfWriter {
  readonly #places: FontPlaces
  readonly #bounds: Bounds
  readonly #program: URL
  readonly #waiting: Waiting[] = []
  #process: ChildProcess | null = null
  #busy = false

  constructor(
    places: FontPlaces,
    bounds: Bounds = pdfLimits,
    program = new URL('./typeset-process.ts', import.meta.url),
  ) {
    this.#places = places
    this.#bounds = bounds
    this.#program = program
  }

  async write(
    paper: OfficialPaper,
    mark: PaperMark | null = null,
    as: SetAs = 'pdf',
  ): Promise<Result<MadePdf, PdfRefusal>> {
    if (isTooLarge(paper)) return refuse('paper-too-large')
    const answer = await this.#ask(paper, mark, as)
    if (!answer.ok) return answer
    return 'bytes' in answer.value ? accept(answer.value) : refuse('typesetting-failed')
  }

  /** Opens fonts before the first paper is asked for; says what is missing. */
  async warmUp(): Promise<Result<Readonly<{ standIns: readonly StandIn[] }>, PdfRefusal>> {
    return this.#ask(null, null, 'pdf')
  }

  close(): void {
    for (const { answer } of this.#waiting.splice(0)) answer(refuse('typesetting-failed'))
    this.#end()
  }

  #ask(paper: OfficialPaper | null, mark: PaperMark | null, as: SetAs): Promise<PdfAnswer | Ready> {
    return new Promise((answer) => {
      this.#waiting.push({ paper, mark, as, answer })
      this.#next()
    })
  }

  #next(): void {
    const waiting = this.#busy ? undefined : this.#waiting.shift()
    if (waiting === undefined) return
    this.#busy = true
    const running = this.#process ?? this.#start()
    this.#process = running
    this.#run(running, waiting)
  }

  #start(): ChildProcess {
    // Only what it needs: no password or address of the office is in its surroundings.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] }
    return fork(this.#program, { serialization: 'advanced', env, execArgv: [] })
  }

  #run(running: ChildProcess, { paper, mark, as, answer }: Waiting): void {
    const finish = (made: PdfAnswer | Ready, reuse: boolean): void => {
      clearTimeout(timer)
      clearInterval(watch)
      running.removeListener('message', onMessage)
      running.removeListener('exit', onExit)
      running.removeListener('error', onExit)
      if (reuse) release(running, false)
      else this.#end()
      this.#busy = false
      answer(made)
      this.#next()
    }
    const fail = (code: PdfRefusalCode): void => finish(refuse(code), false)
    const onMessage = (made: unknown): void => {
      if (isAnswer(made)) finish(made, true)
    }
    const onExit = (): void => fail('typesetting-failed')
    const timer = setTimeout(() => fail('took-too-long'), this.#bounds.milliseconds)
    const watch = setInterval(() => {
      if (residentMegabytes(running.pid) > this.#bounds.megabytes) fail('needs-too-much')
    }, 100)
    running.on('message', onMessage)
    running.once('exit', onExit)
    running.once('error', onExit)
    release(running, true)
    const ask: TypesetAsk = { places: this.#places, paper, mark, as }
    running.send(ask, (error) => {
      if (error !== null) fail('typesetting-failed')
    })
  }

  #end(): void {
    this.#process?.kill('SIGKILL')
    this.#process = null
  }
}

/** A process that waits for work must not keep the program alive. */
function release(running: ChildProcess, busy: boolean): void {
  if (busy) {
    running.ref()
    running.channel?.ref()
  } else {
    running.unref()
    running.channel?.unref()
  }
}

/** What our own process sends: it has no other sender. */
function isAnswer(made: unknown): made is PdfAnswer | Ready {
  return typeof made === 'object' && made !== null && 'ok' in made
}

/** Linux tells; elsewhere the limits on the paper itself are the bound. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(pages) * 4096) / 1024 / 1024
  } catch {
    // No such file: another system, or the process has ended and says so itself.
    return 0
  }
}

function isTooLarge({ body, attachments, ...rest }: OfficialPaper): boolean {
  const blocks = [...body, ...attachments.flatMap((one) => one.body)]
  const rows = blocks.reduce((sum, block) => sum + ('rows' in block ? block.rows.length : 0), 0)
  const frame =
    JSON.stringify(rest).length + attachments.reduce((sum, { name }) => sum + name.length, 0)
  const characters = blocks.reduce((sum, block) => sum + lettersIn(block), frame)
  return rows > pdfLimits.rows || characters > pdfLimits.characters
}

function lettersIn(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return block.text.length + (block.body?.length ?? 0)
    case 'paragraph':
    case 'line':
      return block.text.length
    case 'table':
      return block.rows.flat().reduce((sum, cell) => sum + cell.length, 0)
    case 'chart':
      return chartLabels(block).reduce((sum, label) => sum + label.length * 2, 200)
    case 'form':
      return block.rows.reduce((sum, { label, text }) => sum + label.length + text.length, 0)
  }
}

function refuse(code: PdfRefusalCode): Result<never, PdfRefusal> {
  return { ok: false, refusal: pdfRefusal(code) }
}
