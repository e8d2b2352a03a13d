/**
 * What the box has taken, kept in memory and on disk. On disk it is one sealed writing that each batch replaces as a whole
 * under a fresh key (`whole-writing.ts`, `single-use-keys.ts`): a receipt is given only for what is on disk, and yet no copy
 * of the database, taken whenever, says which ballots came before which. The rows are in the clear in one place only, the
 * file that is published, sorted by their ids.
 * Source: issue 5 (acknowledged is durable; the linking attack); ballot.md §3.4, §6.
 */
import { byId } from '@luoshi/ballots/box/ballot-pool'
import { surrendered, type BoxRow, type BoxStore } from '@luoshi/ballots/box/box-row'
import { newKey, type Place, type SingleUseKeys } from './single-use-keys.ts'
import { openWhole, sealWhole, type OfWriting } from './whole-writing.ts'

/** Where the writing lies. */
export type Disk = Readonly<{
  read: () => Promise<Buffer | undefined>
  /** Whether `before` lies there; nothing: that nothing does. */
  holds: (before: Buffer | undefined) => Promise<boolean>
  /** Durable when done. Fails when another than `before` lies there. */
  replace: (before: Buffer | undefined, next: Buffer) => Promise<void>
}>

export type WholeStore = BoxStore &
  Readonly<{
    /** All ballots, sorted by id; of given-up tokens nothing. */
    rows: () => Promise<readonly BoxRow[]>
    /** Ballots in the contest that has most of them: as many people have cast at least. */
    received: () => Promise<number>
  }>

type Parts = Readonly<{ of: OfWriting; disk: Disk; keys: SingleUseKeys; written: () => void }>

type Standing = Readonly<{
  rows: ReadonlyMap<string, BoxRow>
  sealed: Buffer | undefined
  place: Place
}>

export const writtenByAnother = 'another process writes into this box'

const placeOf = (contest: number, pk: string) => `${contest} ${pk}`

export function wholeStore({ of, disk, keys, written }: Parts): WholeStore {
  let standing: Promise<Standing> | undefined
  let writing: Promise<void> = Promise.resolve()

  /** Read once; and again after a write of which nobody knows whether it was done. */
  function stands(): Promise<Standing> {
    standing ??= readAll().catch((failure: unknown) => {
      standing = undefined
      throw failure
    })
    return standing
  }

  async function readAll(): Promise<Standing> {
    const [sealed, both] = [await disk.read(), await keys.read()]
    if (!sealed) return { rows: new Map(), sealed, place: 0 }
    for (const place of [0, 1] as const) {
      const rows = both && openWhole(of, sealed, both[place])
      if (!rows) continue
      // A key that a crash left behind ends here.
      await keys.put(other(place), newKey())
      return {
        rows: new Map(rows.map((row) => [placeOf(row.contest, row.pk), row])),
        sealed,
        place,
      }
    }
    throw new Error(
      'the box cannot be opened: its key is not where it was, or the database is an older one',
    )
  }

  /** One after the other. */
  function write(rows: readonly BoxRow[]): Promise<void> {
    const next = writing.then(() => writeNow(rows))
    writing = next.catch(() => undefined)
    return next
  }

  async function writeNow(rows: readonly BoxRow[]): Promise<void> {
    const before = await stands()
    const fresh = rows.filter(({ contest, pk }) => !before.rows.has(placeOf(contest, pk)))
    if (fresh.length === 0) return
    const all = new Map(before.rows)
    for (const row of fresh) all.set(placeOf(row.contest, row.pk), row)
    const [place, key] = [other(before.place), newKey()]
    try {
      // A box that was left behind must not touch the key of what another has written.
      if (!(await disk.holds(before.sealed))) throw new Error(writtenByAnother)
      await keys.put(place, key)
      const sealed = sealWhole(of, [...all.values()], key)
      await disk.replace(before.sealed, sealed)
      await keys.put(before.place, newKey())
      standing = Promise.resolve({ rows: all, sealed, place })
    } catch (failure) {
      standing = undefined
      throw failure
    }
    written()
  }

  const ballots = async () =>
    [...(await stands()).rows.values()].filter(({ id }) => id !== surrendered)

  return {
    idOf: async (contest, pk) => (await stands()).rows.get(placeOf(contest, pk))?.id,
    write,
    rows: async () => (await ballots()).toSorted(byId),
    received: async () => mostOf(await ballots()),
  }
}

const other = (place: Place): Place => (place === 0 ? 1 : 0)

function mostOf(rows: readonly BoxRow[]): number {
  const counts = new Map<number, number>()
  for (const { contest } of rows) counts.set(contest, (counts.get(contest) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** Of a ballot whose file is published: what stands in the file; nothing is kept any more. */
export function publishedStore(rows: readonly BoxRow[]): WholeStore {
  const ids = new Map(rows.map(({ contest, pk, id }) => [placeOf(contest, pk), id]))
  return {
    idOf: async (contest, pk) => ids.get(placeOf(contest, pk)),
    write: async () => undefined,
    rows: async () => rows,
    received: async () => mostOf(rows),
  }
}
