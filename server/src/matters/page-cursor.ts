/** Where a page ended, as text that travels: the keys of its last row in the order of its list. */
import type { sorts } from '../contract/matters.ts'

export type Sort = (typeof sorts)[number]

export type Order = Readonly<{
  orderBy: string
  /** Keys of a row, as they come from the database. */
  keys: (row: CursorRow) => readonly (string | number | null)[]
  /** The condition “after these keys”. */
  after: (keys: readonly unknown[], add: (value: unknown) => string) => string
  /** How many keys a cursor must have. */
  size: number
}>

export type CursorRow = Readonly<{
  id: string
  number: number
  due: string | null
  updated_at: Date
}>

/** `owed`: by the day that is owed now, for the desk; nobody pages through it. */
export const orders: Readonly<Record<Sort | 'owed', Order>> = {
  owed: {
    orderBy: 'm.owed, m.id',
    keys: ({ id }) => [id],
    after: () => 'true',
    size: 1,
  },
  newest: {
    orderBy: 'm.number desc',
    keys: ({ number }) => [number],
    after: ([number], add) => `m.number < ${add(number)}::int`,
    size: 1,
  },
  number: {
    orderBy: 'm.number',
    keys: ({ number }) => [number],
    after: ([number], add) => `m.number > ${add(number)}::int`,
    size: 1,
  },
  // Without a due day comes last; `infinity` says so in the index, too.
  due: {
    orderBy: `coalesce(m.due, 'infinity'::date), m.id`,
    keys: ({ due, id }) => [due ?? 'infinity', id],
    after: ([due, id], add) =>
      `(coalesce(m.due, 'infinity'::date), m.id) > (${add(due)}::date, ${add(id)})`,
    size: 2,
  },
  updated: {
    orderBy: 'm.updated_at desc, m.id desc',
    keys: ({ updated_at: at, id }) => [at.toISOString(), id],
    after: ([at, id], add) => `(m.updated_at, m.id) < (${add(at)}::timestamptz, ${add(id)})`,
    size: 2,
  },
}

export function encodeCursor(keys: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** Null when it is none of ours. */
export function decodeCursor(raw: string, { size }: Order): readonly unknown[] | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(raw, 'base64url').toString())
    const plain = (one: unknown) => one === null || typeof one === 'string' || Number.isInteger(one)
    return Array.isArray(keys) && keys.length === size && keys.every(plain) ? keys : null
  } catch {
    return null
  }
}
