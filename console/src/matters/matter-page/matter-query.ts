/** How the page reads one matter, now or as of a moment, and the rule book it is handled under. */
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import type { Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import { matterPolicyOf } from '@luoshi/domain/rule-books/matter-policy'
import { getMatter } from '@luoshi/server/contract/matters'
import { listRuleBooks } from '@luoshi/server/contract/rule-books'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ask } from '../../api/server.ts'
import type { MatterSearch } from './matter-search.ts'

/** `null` asks for the matter as it is now. */
export function matterQuery(matter: MatterId, asOf: Instant | null) {
  return queryOptions({
    queryKey: ['matter', matter, asOf],
    queryFn: ({ signal }) =>
      ask(
        getMatter,
        { params: { matter }, ...(asOf === null ? {} : { query: { asOf } }) },
        { signal },
      ),
    ...(asOf === null ? {} : { placeholderData: keepPreviousData, staleTime: Infinity }),
  })
}

/** The moment that an address asks for; a day means its last moment in China. */
export function momentOf({ at, on }: MatterSearch): Instant | null {
  if (at !== undefined) return at
  return on === undefined ? null : instant(`${on}T15:59:59.999Z`)
}

/**
 * The county's rules, to bound dates and foretell what follows. A help only: the server decides by the book that was
 * frozen into the appraisal.
 */
export function policyQuery(key: string, calendar: Calendar) {
  return queryOptions({
    queryKey: ['rule-books'],
    queryFn: async () => (await ask(listRuleBooks, {})).rows,
    staleTime: 10 * 60_000,
    select: (rows): MatterPolicy | null => {
      const row = rows.find((one) => one.key === key)
      return row ? matterPolicyOf(row.book, calendar) : null
    },
  })
}
