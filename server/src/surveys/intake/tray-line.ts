/**
 * The line of trays of one survey and kind. What arrives while a trip to the disk is under way goes with the next one
 * (group commit) and is acknowledged when that is durable. A tray that has enough, or has waited long enough and holds
 * not too few, is emptied into the tables while the next one is being filled.
 *
 *     arrives ─▸ gathering ─trip─▸ in a tray (acknowledged) ─emptied─▸ written, sorted, counted
 */
import { randomBytes, type KeyObject } from 'node:crypto'
import type { CongressDb } from '../../execute/congress-db.ts'
import { packedRows, type PackedRows } from './packed-rows.ts'
import { rowsOf, type Packing } from './packing.ts'
import { openPart, sealPart } from './sealed-part.ts'
import type { TrayKeys } from './tray-keys.ts'
import { isStillThere, partsOf, putPart, type FoundTray } from './trays.ts'

/** `busy`: more is waiting than can be written soon; nothing was taken. */
export type Taken = 'taken' | 'other-under-this-id' | 'busy'

/** Told once: when what was given in is on the disk, or that it is not known to be. */
export type Teller = (durable: boolean) => void

export type TrayLimits = Readonly<{
  /** A tray is emptied as soon as it holds so many. */
  most: number
  /** Before the close none is emptied that holds fewer: among so many nobody is found by the time of a batch. */
  least: number
  /** How long a tray waits for more when it holds enough. */
  waitMs: number
  /** Most that may wait for the disk at once. */
  pending: number
}>

export type TrayLine = Readonly<{
  /** What is known at once; null: the teller is told when the disk has it. */
  take: (id: Buffer, said: Buffer, tell: Teller) => Taken | null
  /** Empties what is due; `all`: everything that was acknowledged. */
  empty: (all: boolean) => Promise<void>
  /** Puts what an earlier run left behind into line. */
  recover: (tray: FoundTray) => Promise<void>
  /** Whether this very tray is in line. */
  holds: (tray: string) => boolean
}>

type Tray = Readonly<{ place: FoundTray; key: KeyObject; since: number; rows: PackedRows }> & {
  /** The last trip that brings something into it. */
  trip: Promise<unknown>
}

/** What goes to the disk together, and who waits for it. */
type Trip = Readonly<{ rows: PackedRows; waiting: Teller[] }>

const mostFull = 4
/** How long a trip waits for as many as went with the last one: each costs the database as much as a hundred answers do. */
const gatherMs = 4

export type TrayLineParts = Readonly<{
  db: CongressDb
  keys: TrayKeys
  limits: TrayLimits
  place: Omit<FoundTray, 'tray'>
  packing: Packing
  /** Writes and counts a whole tray, or throws and has done nothing. */
  write: (tray: FoundTray, rows: PackedRows) => Promise<unknown>
  /** After each tray that was emptied. */
  emptied: () => Promise<void>
}>

export function openTrayLine(parts: TrayLineParts): TrayLine {
  const { db, keys, limits, place, packing, write, emptied } = parts
  const full: Tray[] = []
  let gathering = newTrip()
  let spare = newTrip()
  let underWay: Trip | null = null
  let expected = 1
  /** The room of a tray that was emptied, for the next one. */
  let cleared: PackedRows | null = null
  let enough: (() => void) | null = null
  let current: Tray | null = null
  let filling: Promise<void> | null = null
  let emptying: Promise<void> = Promise.resolve()

  function newTrip(): Trip {
    return { rows: packedRows(packing.idLength), waiting: [] }
  }

  function isSameAs(rows: PackedRows, at: number, said: Buffer): boolean {
    return packing.isSame(rows.saidAt(at), said)
  }

  function take(id: Buffer, said: Buffer, tell: Teller): Taken | null {
    for (const trip of underWay ? [gathering, underWay] : [gathering]) {
      const at = trip.rows.find(id)
      if (at < 0) continue
      if (!isSameAs(trip.rows, at, said)) return 'other-under-this-id'
      trip.waiting.push(tell)
      return null
    }
    for (const { rows } of current ? [current, ...full] : full) {
      const at = rows.find(id)
      if (at >= 0) return isSameAs(rows, at, said) ? 'taken' : 'other-under-this-id'
    }
    const waiting = gathering.rows.size() + (underWay?.rows.size() ?? 0)
    if (waiting >= limits.pending || full.length >= mostFull) return 'busy'
    gathering.rows.add(id, said)
    gathering.waiting.push(tell)
    if (gathering.rows.size() >= expected) enough?.()
    filling ??= fill()
    return null
  }

  async function fill(): Promise<void> {
    while (gathering.rows.size() > 0) {
      await gather()
      const trip = gathering
      expected = trip.rows.size()
      underWay = trip
      gathering = spare
      const isDurable = await put(trip.rows).then(
        () => true,
        () => false,
      )
      underWay = null
      const { rows, waiting } = trip
      spare = trip
      rows.clear()
      for (const tell of waiting.splice(0)) tell(isDurable)
    }
    // In the same turn that saw nothing more waiting: what comes a moment later begins anew.
    filling = null
  }

  async function gather(): Promise<void> {
    // What the same turn of the event loop still brings goes along.
    await new Promise((begin) => setImmediate(begin))
    if (gathering.rows.size() >= expected) return
    await new Promise<void>((go) => {
      const late = setTimeout(go, gatherMs)
      enough = () => {
        clearTimeout(late)
        go()
      }
    })
    enough = null
  }

  async function put(rows: PackedRows): Promise<void> {
    const tray = (current ??= await newTray())
    const part = sealPart(tray.key, placeText(tray.place), packing.part(rows))
    await (tray.trip = putPart(db, tray.place, part))
    for (const at of rows.places()) tray.rows.add(rows.idAt(at), rows.saidAt(at))
    if (tray.rows.size() >= limits.most) void isFull(tray)
  }

  async function newTray(): Promise<Tray> {
    const tray = randomBytes(16).toString('hex')
    const key = await keys.make(tray)
    const rows = cleared ?? packedRows(packing.idLength)
    cleared = null
    return { place: { ...place, tray }, key, since: performance.now(), rows, trip: nothing }
  }

  function isFull(tray: Tray): Promise<void> {
    if (current === tray) current = null
    full.push(tray)
    return emptyFull()
  }

  /** One after the other; what fails stays in line for the next time. */
  function emptyFull(): Promise<void> {
    const next = emptying.catch(() => undefined).then(emptyInOrder)
    // Told to whoever waits for it; nobody need be waiting.
    next.catch(() => undefined)
    emptying = next
    return next
  }

  async function emptyInOrder(): Promise<void> {
    for (let tray = full[0]; tray; tray = full[0]) {
      await emptyOne(tray)
      full.shift()
      tray.rows.clear()
      cleared = tray.rows
    }
  }

  async function emptyOne({ place, rows, trip }: Tray): Promise<void> {
    await trip.catch(() => undefined)
    try {
      await write(place, rows)
    } catch (error) {
      // A commit may have been done although its answer was lost: then the tray is gone.
      if (await isStillThere(db, place)) throw error
    }
    await keys.destroy(place.tray)
    await emptied()
  }

  async function empty(all: boolean): Promise<void> {
    if (all) await filling
    const tray = current
    if (tray) {
      const size = tray.rows.size()
      const isDue = size >= limits.least && performance.now() - tray.since >= limits.waitMs
      if (isDue || (all && size > 0)) return isFull(tray)
    }
    await emptyFull()
  }

  async function recover(found: FoundTray): Promise<void> {
    const key = await keys.read(found.tray)
    if (key === null) throw new Error(`Tray ${found.tray} of ${found.survey} has lost its key`)
    const sealed = await partsOf(db, found)
    const read = sealed.flatMap((part) => packing.read(openPart(key, placeText(found), part)))
    const rows = rowsOf(packing.idLength, read)
    const tray = { place: found, key, since: performance.now(), rows, trip: nothing }
    if (current === null) current = tray
    else void isFull(tray)
  }

  function holds(tray: string): boolean {
    return [current, ...full].some((one) => one?.place.tray === tray)
  }

  return { take, empty, recover, holds }
}

function placeText({ congress, survey, tray, kind }: FoundTray): string {
  return [congress, survey, tray, kind].join('/')
}

const nothing: Promise<unknown> = Promise.resolve()
