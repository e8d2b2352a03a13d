/** How the ledger is read: page by page with the server's own mark for the next one, never by counting rows away. */
import type { Day, Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { hrefOf } from '@luoshi/server/contract/kit'
import { exportMatters, listMatters } from '@luoshi/server/contract/matters'
import type { MatterPage } from '@luoshi/server/contract/matter-row'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'
import type { LedgerSearch } from './ledger-search.ts'

/** The last moment of a day in China. */
export function endOfDay(day: Day): Instant {
  return instant(`${day}T15:59:59.999Z`)
}

/** The filters as the server takes them. */
export function filterOf({ on, late, mine, ...rest }: LedgerSearch) {
  return {
    ...rest,
    ...(late ? { late: '1' as const } : {}),
    ...(mine ? { mine: '1' as const } : {}),
    ...(on === undefined ? {} : { asOf: endOfDay(on) }),
  }
}

export const pageSize = 100

export function ledgerQuery(search: LedgerSearch) {
  const filter = filterOf(search)
  return infiniteQueryOptions({
    queryKey: ['matters', filter],
    queryFn: ({ pageParam, signal }): Promise<MatterPage> =>
      ask(
        listMatters,
        { query: { ...filter, limit: pageSize, ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
}

/** The address of the same list as a file for spreadsheets. */
export function csvHref(search: LedgerSearch): string {
  return hrefOf(exportMatters, {}, filterOf(search))
}
