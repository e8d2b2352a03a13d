/** The years the congress goes by; holidays change once a year. */
import { calendarOf } from '@luoshi/domain/calendar/calendar'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { getCalendar, getDueDays } from '@luoshi/server/contract/calendar'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export const calendarQuery = queryOptions({
  queryKey: ['holidays'],
  queryFn: async () => {
    const shown = await ask(getCalendar, {})
    return { ...shown, calendar: calendarOf(shown.years) }
  },
  staleTime: 10 * 60_000,
})

/** Under the matter's own key: a step on it makes these stale, too. */
export function dueDaysQuery(matter: MatterId) {
  return queryOptions({
    queryKey: ['matter', matter, 'due-days'],
    queryFn: () => ask(getDueDays, { params: { matter } }),
  })
}
