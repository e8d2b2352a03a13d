/**
 * The line of trays of one survey and kind. What arrives while a trip to the disk is under way goes with the next one
 * (group commit) and is acknowledged when that is durable. A tray that has enough, or has waited long enough and holds
 * not too few, is emptied into the tables while the next one is being filled.
 *
 *     arrives ─▸ pending ─trip─▸ in a tray (acknowledged) ─emptied─▸ written, sorted, counted
 */
import { randomBytes, type KeyObject } from 'node:crypto'
import type { CongressDb } from '../../execute/congress-db.ts'
import { openPart, sealPart } from './sealed-part.ts'
import type { TrayKeys } from './tray-keys.ts'
import { isStillThere, partsOf, putPart, type FoundTray } from './trays.ts'

type Entry = Readonly<{ id: string }>

/** `busy`: more is waiting than can be written soon; nothing was taken. */
export type Taken = 'taken' | 'other-under-this-id' | 'busy'

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

export type TrayLine<E extends Entry> = Readonly<{
  take: (entry: E) => Promise<Taken>
  /** Empties what is due; `all`: everything that was acknowledged. */
  empty: (all: boolean) => Promise<void>
  /** Puts what an earlier run left behind into line. */
  recover: (tray: FoundTray) => Promise<void>
  /** Whether this very tray is in line. */
  holds: (tray: string) => boolean
}>

type Tray<E> = Readonly<{
  place: FoundTray
  key: KeyObject
  since: number
  entries: Map<string, E>
}> & {
  /** The last trip that brings something into it. */
  trip: Promise<unknown>
}

type Pending<E> = Readonly<{
  entry: E
  taken: Promise<Taken>
  settle: (taken: Taken) => void
  fail: (error: unknown) => void
}>

const mostInTrip = 512
const mostFull = 4

export type TrayLineParts<E extends Entry> = Readonly<{
  db: CongressDb
  keys: TrayKeys
  limits: TrayLimits
  place: Omit<FoundTray, 'tray'>
  read: (raw: unknown) => E
  /** Whether what comes under the id of another is that other one, sent again. */
  isSame: (one: E, other: E) => boolean
  /** Writes and counts a whole tray, or throws and has done nothing. */
  write: (tray: FoundTray, entries: readonly E[]) => Promise<unknown>
  /** After each tray that was emptied. */
  emptied: () => Promise<void>
}>

export function openTrayLine<E extends Entry>(parts: TrayLineParts<E>): TrayLine<E> {
  const { db, keys, limits, place, read, isSame, write, emptied } = parts
  const pending = new Map<string, Pending<E>>()
  const full: Tray<E>[] = []
  let current: Tray<E> | null = null
  let filling: Promise<void> | null = null
  let emptying: Promise<void> = Promise.resolve()

  function known(id: string): E | undefined {
    for (const tray of current ? [current, ...full] : full) {
      const entry = tray.entries.get(id)
      if (entry) return entry
    }
    return undefined
  }

  function take(entry: E): Promise<Taken> {
    const waiting = pending.get(entry.id)
    const before = waiting?.entry ?? known(entry.id)
    if (before !== undefined && !isSame(before, entry)) return now('other-under-this-id')
    if (waiting) return waiting.taken
    if (before) return now('taken')
    if (pending.size >= limits.pending || full.length >= mostFull) return now('busy')
    const { promise, resolve, reject } = Promise.withResolvers<Taken>()
    pending.set(entry.id, { entry, taken: promise, settle: resolve, fail: reject })
    filling ??= fill()
    return promise
  }

  async function fill(): Promise<void> {
    // What the same turn of the event loop still brings goes along.
    await new Promise((begin) => setImmediate(begin))
    while (pending.size > 0) {
      const trip = [...pending.values()].slice(0, mostInTrip)
      try {
        await put(trip)
      } catch (error) {
        for (const one of trip) one.fail(error)
      }
      for (const { entry } of trip) pending.delete(entry.id)
    }
    // In the same turn that saw nothing more waiting: what comes a moment later begins anew.
    filling = null
  }

  async function put(trip: readonly Pending<E>[]): Promise<void> {
    const tray = (current ??= await newTray())
    const entries = trip.map(({ entry }) => entry)
    const part = sealPart(tray.key, placeText(tray.place), entries)
    await (tray.trip = putPart(db, tray.place, part))
    for (const { entry, settle } of trip) {
      tray.entries.set(entry.id, entry)
      settle('taken')
    }
    if (tray.entries.size >= limits.most) void isFull(tray)
  }

  async function newTray(): Promise<Tray<E>> {
    const tray = randomBytes(16).toString('hex')
    const key = await keys.make(tray)
    return {
      place: { ...place, tray },
      key,
      since: performance.now(),
      entries: new Map(),
      trip: nothing,
    }
  }

  function isFull(tray: Tray<E>): Promise<void> {
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
    }
  }

  async function emptyOne({ place, entries, trip }: Tray<E>): Promise<void> {
    await trip.catch(() => undefined)
    try {
      await write(place, [...entries.values()])
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
      const { size } = tray.entries
      const isDue = size >= limits.least && performance.now() - tray.since >= limits.waitMs
      if (isDue || (all && size > 0)) return isFull(tray)
    }
    await emptyFull()
  }

  async function recover(found: FoundTray): Promise<void> {
    const key = await keys.read(found.tray)
    if (key === null) throw new Error(`Tray ${found.tray} of ${found.survey} has lost its key`)
    const entries = new Map<string, E>()
    for (const sealed of await partsOf(db, found)) {
      for (const raw of openPart(key, placeText(found), sealed)) {
        const entry = read(raw)
        if (!entries.has(entry.id)) entries.set(entry.id, entry)
      }
    }
    const tray = { place: found, key, since: performance.now(), entries, trip: nothing }
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

function now(taken: Taken): Promise<Taken> {
  return Promise.resolve(taken)
}

const nothing: Promise<unknown> = Promise.resolve()
