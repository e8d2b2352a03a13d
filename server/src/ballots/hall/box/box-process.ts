/**
 * The anonymous box as a process of its own: it knows ballots, a database of its own and the key that signs receipts, and
 * no name, no session, no other database. It writes no log and ends with its parent.
 * Source: ballot.md §3.1, §3.4, §6.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ballotBox, type BallotBox } from '@luoshi/ballots/box/ballot-box'
import { readManifest } from '@luoshi/ballots/protocol/manifest'
import { secretFrom } from '@luoshi/ballots/protocol/p256'
import { refusalOf } from '@luoshi/ballots/protocol/refusals'
import { refuse } from '@luoshi/domain/kernel/result'
import { runMigrations } from '@luoshi/ledger/migrations/run-migrations'
import { Client, Pool, type ClientConfig } from 'pg'
import { boxServer } from './box-http.ts'
import type { BoxAnswer, BoxNews, BoxOrder, HeldEvent, Numbered } from './box-messages.ts'
import { databaseDisk, dropEvent } from './box-store.ts'
import { singleUseKeys } from './single-use-keys.ts'
import { publishedStore, wholeStore, type WholeStore } from './whole-store.ts'
import { roomFor } from './whole-writing.ts'

type Opened = Readonly<{ box: BallotBox; store: WholeStore }>

type Held = Opened &
  Readonly<{
    event: HeldEvent
    timer: NodeJS.Timeout | undefined
    /** Until then phones may still be sending again what waited in a box that died; 0: there was none. */
    sureAt: number
  }>

const held = new Map<string, Held>()
let pool: Pool | undefined
let keyFolder = ''
let resendMs = 0

const server = boxServer(async (mh, text) => {
  const found = held.get(mh)
  return found ? found.box.cast(mh, text) : refuse(refusalOf('WRONG_MANIFEST'))
})

async function obey(order: BoxOrder): Promise<BoxAnswer> {
  switch (order.type) {
    case 'listen':
      return listen(order)
    case 'hold':
      await hold(order.event)
      return { type: 'done' }
    case 'close': {
      const { box, store, sureAt } = heldOf(order.mh)
      const ms = sureAt - Date.now()
      if (ms > 0) return { type: 'wait', ms }
      await box.close()
      return { type: 'rows', rows: await store.rows() }
    }
    case 'drop': {
      const { event } = heldOf(order.mh)
      await hold({ ...event, phase: 'closed', published: order.rows })
      await drop(order.mh)
      return { type: 'done' }
    }
    case 'surrender': {
      const done = await heldOf(order.mh).box.surrender(order.tokens)
      return done.ok ? { type: 'done' } : { type: 'refused', code: done.refusal.code }
    }
    case 'forget':
      clearTimeout(held.get(order.mh)?.timer)
      held.delete(order.mh)
      await drop(order.mh)
      return { type: 'done' }
  }
}

async function listen({
  host,
  ports,
  database,
  keyFolder: folder,
  resendMs: patience,
}: Extract<BoxOrder, { type: 'listen' }>): Promise<BoxAnswer> {
  keyFolder = folder
  resendMs = patience
  await waitToBeAlone(database)
  const migrated = await runMigrations(database, {
    folder: fileURLToPath(new URL('sql/', import.meta.url)),
  })
  if (!migrated.ok) return { type: 'failed', why: migrated.refusal.zh }
  pool = new Pool({ ...database, max: 8, application_name: 'luoshi box' })
  // A connection that dies while idle is replaced; unheard, it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  for (const port of ports) {
    const got = await listenOn(host, port)
    if (got !== undefined) return { type: 'listening', port: got }
  }
  return { type: 'failed', why: `票箱端口${ports.join('、')}都被占用` }
}

/** Of two boxes over one database only one writes: the second waits until the first has ended. */
async function waitToBeAlone(database: ClientConfig): Promise<void> {
  const alone = new Client({ ...database, application_name: 'luoshi box, alone' })
  // Without the lock another may have begun: this one ends, and is begun again by its parent.
  alone.on('error', () => process.exit(1))
  await alone.connect()
  await alone.query(`select pg_advisory_lock(hashtext('luoshi box writes'))`)
}

const keysOf = (mh: string) => singleUseKeys(join(keyFolder, `box-${mh}.key`))

/** First the key, then what it opens: from then on no copy of it can be read. */
async function drop(mh: string): Promise<void> {
  await keysOf(mh).forget()
  await dropEvent(poolOf(), mh)
}

async function listenOn(host: string, port: number): Promise<number | undefined> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
    const address: AddressInfo | string | null = server.address()
    return typeof address === 'object' && address !== null ? address.port : undefined
  } catch {
    return undefined
  }
}

/** Holding it again changes its phase; what waits in memory stays. */
async function hold(event: HeldEvent): Promise<void> {
  const before = held.get(event.mh)
  clearTimeout(before?.timer)
  const isMoved = before && (event.published === null) !== (before.event.published === null)
  const opened = before && !isMoved ? before : await openBox(event)
  const { box, store } = opened
  const sureAt = before?.sureAt ?? (isInTheMiddle(event) ? Date.now() + resendMs : 0)
  const isOver = event.closesAt !== null && Math.max(event.closesAt, sureAt) <= Date.now()
  if (event.phase === 'voting' && !isOver) box.open()
  if ((event.phase === 'closed' || isOver) && event.published === null) await box.close()
  held.set(event.mh, { box, store, event, sureAt, timer: timerOf(event, box, sureAt) })
  if (event.published === null) await tellReceived(event.mh, store)
}

async function openBox(event: HeldEvent): Promise<Opened> {
  const { mh, manifest, secret, published } = event
  const read = await readManifest(new Uint8Array(manifest))
  if (!read.ok || read.value.hash !== mh) throw new Error('not the manifest of this event')
  const store: WholeStore = published
    ? publishedStore(published)
    : wholeStore({
        of: { mh, room: roomFor(read.value) },
        disk: databaseDisk(poolOf(), mh),
        keys: keysOf(mh),
        written: () => void tellReceived(mh, store),
      })
  const key = await secretFrom(new Uint8Array(secret))
  // A vote whose close was announced and is past is not open for a moment before it is closed again.
  const first = event.phase === 'closed' ? 'closed' : 'waiting'
  return { store, box: ballotBox({ frozen: read.value, secret: key, store, phase: first }) }
}

/** How long after the close that was announced a box that died over it still takes what it had lost. */
const lateMs = 60_000

/** A box that begins while people vote is not the first one: what waited in the other's memory is only on the phones. */
function isInTheMiddle({ phase, closesAt }: HeldEvent): boolean {
  return phase === 'voting' && (closesAt === null || Date.now() < closesAt + lateMs)
}

/** The close that was announced is kept by the box's own clock, whoever presses a button when. */
function timerOf(
  { phase, closesAt }: HeldEvent,
  box: BallotBox,
  sureAt: number,
): NodeJS.Timeout | undefined {
  if (phase !== 'voting' || closesAt === null) return undefined
  const close = () => void box.close().catch(() => undefined)
  return setTimeout(close, Math.max(closesAt, sureAt) - Date.now())
}

async function tellReceived(mh: string, store: WholeStore): Promise<void> {
  const n = await store.received().catch(() => undefined)
  const news: BoxNews | undefined = n === undefined ? undefined : { received: { mh, n } }
  if (news && process.connected) process.send?.(news)
}

function heldOf(mh: string): Held {
  const found = held.get(mh)
  if (!found) throw new Error('this ballot is not in the box')
  return found
}

function poolOf(): Pool {
  if (!pool) throw new Error('the box has no database yet')
  return pool
}

process.on('message', ({ n, message }: Numbered<BoxOrder>) => {
  void (async () => {
    const answer = await obey(message).catch(
      // What failed is told, not what it was about.
      (failure: unknown): BoxAnswer => ({ type: 'failed', why: wordsOf(failure) }),
    )
    if (process.connected) process.send?.({ n, message: answer } satisfies Numbered<BoxAnswer>)
  })()
})

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}

process.on('disconnect', () => process.exit(0))
