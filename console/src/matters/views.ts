/** Views of the ledger that everybody has, and those a person has kept: each is only a set of filters with a name. */
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'
import { getSavedViews, putSavedViews } from '@luoshi/server/contract/saved-views'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../api/server.ts'
import type { Messages } from '../words/zh.ts'
import { readLedgerSearch, type LedgerSearch } from './ledger-search.ts'

export type BuiltIn = 'all' | 'open' | 'mine' | 'late' | 'submitted' | 'closed'

const ended = new Set<MatterStatus>(['closed', 'merged', 'exited'])

export const builtInViews: readonly Readonly<{ words: BuiltIn; search: LedgerSearch }>[] = [
  { words: 'all', search: {} },
  {
    words: 'open',
    search: { status: matterStatuses.filter((one) => !ended.has(one)).join(',') },
  },
  { words: 'mine', search: { mine: true } },
  { words: 'late', search: { late: true, sort: 'due' } },
  { words: 'submitted', search: { status: 'submitted,verified' } },
  { words: 'closed', search: { status: 'closed' } },
]

export type View = Readonly<{ key: string; name: string; search: LedgerSearch; isOwn: boolean }>

type Kept = Readonly<{ name: string; query: Readonly<Record<string, string>> }>

export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: async (): Promise<readonly Kept[]> => (await ask(getSavedViews, {})).views,
  staleTime: 5 * 60_000,
})

/** A search as texts, the way the server keeps it. The day looked at is no part of a view. */
export function viewQuery({ on: _on, ...search }: LedgerSearch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, value === true ? '1' : String(value)]),
  )
}

export function isSameSearch(one: LedgerSearch, other: LedgerSearch): boolean {
  const [mine, theirs] = [viewQuery(one), viewQuery(other)]
  const keys = Object.keys(mine)
  return (
    keys.length === Object.keys(theirs).length && keys.every((key) => mine[key] === theirs[key])
  )
}

export function useViews(words: Messages['matters']['views']): readonly View[] {
  const { data: kept = [] } = useQuery(savedViewsQuery)
  return [
    ...builtInViews.map((view) => ({
      key: view.words,
      name: words[view.words],
      search: view.search,
      isOwn: false,
    })),
    ...kept.map((view) => ({
      key: `own ${view.name}`,
      name: view.name,
      search: readLedgerSearch(view.query),
      isOwn: true,
    })),
  ]
}

/** Keeps a new list of own views; shown at once, put back when the server refuses. */
export function useKeepViews() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (views: readonly Kept[]) =>
      ask(putSavedViews, {
        body: { views: views.map(({ name, query }) => ({ name, query: { ...query } })) },
      }),
    onMutate: (views) => {
      const before = queries.getQueryData(savedViewsQuery.queryKey)
      queries.setQueryData(savedViewsQuery.queryKey, views)
      return before
    },
    onError: (_error, _views, before) => queries.setQueryData(savedViewsQuery.queryKey, before),
  })
}
