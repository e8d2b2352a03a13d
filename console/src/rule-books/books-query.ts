/** The county's versions and the shipped profiles, each as one thing that can be shown and compared. */
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { listCountyBooks, type CountyBookRow } from '@luoshi/server/contract/county-books'
import { listRuleBooks, type RuleBookRow } from '@luoshi/server/contract/rule-books'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

/** What is stale after a step on a county's book. */
export const bookChanges = ['county-books', 'rule-books'] as const

export const countyBooksQuery = queryOptions({
  queryKey: ['county-books'],
  queryFn: async () => (await ask(listCountyBooks, {})).rows,
})

export const ruleBooksQuery = queryOptions({
  queryKey: ['rule-books'],
  queryFn: async () => (await ask(listRuleBooks, {})).rows,
  staleTime: 60_000,
})

export type Shown = Readonly<{ key: string; name: string; edition: number | null; book: RuleBook }>

/** Every version and every profile, once each. */
export function everyBook(
  own: readonly CountyBookRow[],
  choices: readonly RuleBookRow[],
): readonly Shown[] {
  const versions = own.map(({ id, book: { book, edition } }) => ({
    key: id,
    name: book.name,
    edition,
    book,
  }))
  const shipped = choices
    .filter(({ isOwn }) => !isOwn)
    .map(({ key, name, book }) => ({ key, name, edition: null, book }))
  return [...versions, ...shipped]
}
