/**
 * The server's end of the box process: begun when a ballot first needs it, begun again when it dies, told anew what it holds.
 * What a phone had not a receipt for it sends again by itself.
 * Source: ballot.md §3.1, §5 (server crashed), §6 no. 3.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import { refusalOf, type ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import type { Surrender } from '@luoshi/ballots/protocol/surrender'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { tellOfMeeting } from '../../meetings/meeting-news.ts'
import {
  boxDatabase,
  noAddress,
  type BoxDatabaseRefusal,
  type MainDatabase,
} from './box/box-database.ts'
import type { BoxAnswer, BoxNews, BoxOrder, HeldEvent, Numbered } from './box/box-messages.ts'

export type BoxLink = Readonly<{
  /** Begins it where it does not run yet. */
  begin: () => Promise<Result<true, BoxDatabaseRefusal>>
  /** Where phones reach it; null before it began. */
  origin: () => string | null
  hold: (event: HeldEvent) => Promise<void>
  /** Refused while a box that began anew waits for what phones send again. */
  close: (mh: string) => Promise<Result<readonly BoxRow[], Readonly<{ waitMs: number }>>>
  drop: (mh: string, rows: readonly BoxRow[]) => Promise<void>
  forget: (mh: string) => Promise<void>
  surrender: (mh: string, tokens: readonly Surrender[]) => Promise<Result<true, ProtocolRefusal>>
  received: (mh: string) => number
  /** For tests that end it. */
  pid: () => number | undefined
  stop: () => Promise<void>
}>

export type BoxSettings = Readonly<{
  main: MainDatabase
  isBuiltIn: boolean
  boxUrl: string | null
  /** Where the keys lie under which the box writes. */
  keyFolder: string
  /** How long phones may take to send again after the box died; by default as long as the voter's page takes at most. */
  resendMs?: number
  host: string
  /** The first port to try; 0: any free one. */
  port: () => number
  /** The https address of the box behind a proxy; null: its own port. */
  publicUrl: string | null
  /** Then phones cannot reach its port by themselves. */
  isBehindProxy: boolean
  failed: (failure: unknown, what: string) => void
}>

const program = fileURLToPath(new URL('box/box-process.ts', import.meta.url))

/** How many free ports are looked for. */
const portsToTry = 50
/** A child that cannot live is not begun again without a pause. */
const pauseMs = 200
const mostTries = 5
const longestPauseMs = 5_000

/** A page asks every 3 to 9 seconds whether its ballot is written, and every 30 at most while the box cannot be reached. */
const usualResendMs = 40_000

type Living = Readonly<{ child: ChildProcess; ask: (order: BoxOrder) => Promise<BoxAnswer> }>

export function openBoxLink(settings: BoxSettings): BoxLink {
  const held = new Map<string, HeldEvent>()
  const received = new Map<string, number>()
  let database: Awaited<ReturnType<typeof boxDatabase>> | undefined
  let living: Promise<Living> | undefined
  let port: number | undefined
  let pid: number | undefined
  let isStopping = false

  function wanted(): readonly number[] {
    const first = settings.port()
    const any = first === 0 ? [0] : Array.from({ length: portsToTry }, (_, at) => first + at)
    if (port === undefined) return any
    // A proxy looks for it where it was; phones that come by themselves ask where it is.
    return settings.publicUrl === null ? [port, ...any] : [port]
  }

  async function start(): Promise<Living> {
    if (!database?.ok) throw new Error('the box has no database')
    const child = fork(program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      execArgv: [],
    })
    const ask = asking(child, ({ received: { mh, n } }) => {
      received.set(mh, n)
      tellOfMeeting()
    })
    pid = child.pid
    child.once('exit', () => void again(child))
    try {
      await told(ask)
    } catch (failure) {
      // One that cannot begin must not stay: the next would wait for it.
      child.kill('SIGKILL')
      throw failure
    }
    return { child, ask }
  }

  async function told(ask: Living['ask']): Promise<void> {
    if (!database?.ok) throw new Error('the box has no database')
    const { host, keyFolder, resendMs = usualResendMs } = settings
    const order = { host, keyFolder, resendMs, ports: wanted(), database: database.value }
    const answer = await ask({ type: 'listen', ...order })
    if (answer.type !== 'listening') throw new Error(wordsOf(answer))
    port = answer.port
    for (const event of held.values()) {
      const held = await ask({ type: 'hold', event })
      if (held.type === 'failed') settings.failed(new Error(held.why), 'a ballot is not in the box')
    }
  }

  async function again(child: ChildProcess): Promise<void> {
    if (isStopping || (await current()) !== child) return
    living = undefined
    // Until it lives: with the database gone for a while, nobody else would begin it again.
    for (let pause = pauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
      await after(pause, undefined, { ref: false })
      if (isStopping || (await alive().catch(failedToBegin))) return
    }
  }

  function failedToBegin(failure: unknown): null {
    settings.failed(failure, 'the box did not begin again')
    return null
  }

  const current = async () => (await living?.catch(() => undefined))?.child

  function alive(): Promise<Living> {
    if (living) return living
    const starting = start()
    living = starting
    starting.catch(() => {
      if (living === starting) living = undefined
    })
    return starting
  }

  /** What it was asked for before it died is asked again: every order may be given twice. */
  function ask(order: BoxOrder): Promise<BoxAnswer> {
    return tried(async () => {
      const one = await alive()
      const answer = await one.ask(order)
      if (answer.type === 'failed') throw new Error(answer.why)
      return answer
    })
  }

  /** One that dies while it begins is begun again: whoever opens the vote in that moment would not tell it a second time. */
  async function tried<Result>(act: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await act()
      } catch (failure) {
        if (tries >= mostTries || isStopping) throw failure
        await after(pauseMs)
      }
    }
  }

  return {
    begin: async () => {
      if (settings.isBehindProxy && settings.publicUrl === null) return refuse(noAddress)
      if (!database?.ok) database = await boxDatabase(settings)
      if (!database.ok) return database
      await tried(alive)
      return accept(true)
    },
    origin: () =>
      settings.publicUrl ?? (port === undefined ? null : `http://${hostOf(settings.host)}:${port}`),
    hold: async (event) => {
      held.set(event.mh, event)
      await ask({ type: 'hold', event })
    },
    close: async (mh) => {
      const answer = await ask({ type: 'close', mh })
      if (answer.type === 'wait') return refuse({ waitMs: answer.ms })
      if (answer.type !== 'rows') throw new Error('the box did not close')
      // Only now: one that dies in the close is begun again as it was, and phones send again.
      const before = held.get(mh)
      if (before) held.set(mh, { ...before, phase: 'closed' })
      return accept(answer.rows)
    },
    drop: async (mh, rows) => {
      const before = held.get(mh)
      await ask({ type: 'drop', mh, rows })
      if (before) held.set(mh, { ...before, phase: 'closed', published: rows })
    },
    forget: async (mh) => {
      await ask({ type: 'forget', mh })
      held.delete(mh)
    },
    surrender: async (mh, tokens) => {
      const answer = await ask({ type: 'surrender', mh, tokens })
      return answer.type === 'refused' ? refuse(refusalOf(answer.code)) : accept(true)
    },
    received: (mh) => received.get(mh) ?? 0,
    pid: () => pid,
    stop: async () => {
      isStopping = true
      const child = await current()
      if (!child || child.exitCode !== null) return
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.disconnect()
      await gone
    },
  }
}

function asking(child: ChildProcess, tell: (news: BoxNews) => void): Living['ask'] {
  const waiting = new Map<number, (answer: BoxAnswer) => void>()
  let last = 0
  child.on('message', (said: Numbered<BoxAnswer> | BoxNews) => {
    if ('received' in said) return tell(said)
    waiting.get(said.n)?.(said.message)
    waiting.delete(said.n)
  })
  child.once('exit', () => {
    for (const settle of waiting.values()) settle({ type: 'failed', why: 'the box has ended' })
    waiting.clear()
  })
  return (message) =>
    new Promise((resolve) => {
      last += 1
      const n = last
      waiting.set(n, resolve)
      child.send({ n, message } satisfies Numbered<BoxOrder>, (failure) => {
        if (!failure) return
        waiting.delete(n)
        resolve({ type: 'failed', why: failure.message })
      })
    })
}

const hostOf = (host: string) => (host.includes(':') ? `[${host}]` : host)

function wordsOf(answer: BoxAnswer): string {
  return answer.type === 'failed' ? answer.why : `the box answered ${answer.type}`
}
