/**
 * A county's versions as they stand: which is in force, which was superseded, and the book an appraisal may be opened
 * under. In force is the latest adopted version of a series; a withdrawn one brings no earlier one back.
 */
import type { BookVersion } from '@luoshi/domain/appraisals/appraisal'
import { idOf, isId, type CongressId } from '@luoshi/domain/kernel/ids'
import { bookStanding, type BookStanding } from '@luoshi/domain/rule-books/book-standing'
import type { BookId, KnownCountyBook } from '@luoshi/domain/rule-books/county-book'
import { hashOfBook } from '@luoshi/domain/rule-books/hash-of-book'
import {
  completeRuleBook,
  profileOf,
  resolveRuleBook,
} from '@luoshi/domain/rule-books/resolve-rule-book'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import type { World } from '../execute/context.ts'
import { listRecords } from '../execute/record.ts'
import { bookKind } from './book-kind.ts'

export type CountyVersion = Readonly<{
  id: BookId
  version: number
  book: KnownCountyBook
  standing: BookStanding
}>

type Db = World['db']

/** Newest first. A county has a handful of versions, so they are read whole. */
export async function countyVersions(
  db: Db,
  congress: CongressId,
): Promise<readonly CountyVersion[]> {
  const found = await listRecords(db, congress, 'book')
  const loaded = await Promise.all(
    found.map(async ({ id }) => {
      const book = idOf('book', id)
      return { id: book, ...(await bookKind.load(db, congress, book)) }
    }),
  )
  const known = loaded.flatMap(({ id, version, state }) =>
    state.status === 'none' ? [] : [{ id, version, book: completed(state) }],
  )
  const all = known.map(({ book }) => book)
  return known.map((one) => ({ ...one, standing: bookStanding(one.book, all) }))
}

/** An older version lacks settings that were thought of later; it shows the neutral value for them. */
export function completed(state: KnownCountyBook): KnownCountyBook {
  return { ...state, book: completeRuleBook(state.book) }
}

export type Chosen = Readonly<{ book: RuleBook; version: BookVersion }>

/** The book of a key: a shipped profile, or a county's own version in force. Null when there is none to choose. */
export async function chosenBook(
  db: Db,
  congress: CongressId,
  key: string,
): Promise<Chosen | null> {
  if (!isId('book', key)) {
    const profile = profileOf(key)
    if (!profile) return null
    const book = resolveRuleBook(profile)
    return { book, version: { book: null, edition: null, hash: hashOfBook(book) } }
  }
  const versions = await countyVersions(db, congress)
  const one = versions.find(({ id }) => id === key)
  if (one?.standing !== 'current') return null
  const { book, edition } = one.book
  return { book, version: { book: one.id, edition, hash: hashOfBook(book) } }
}
