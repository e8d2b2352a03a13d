/** The address of a matter's page. A plain one: a table that scrolls cannot afford a router's link in every row. */
import type { Day } from '@luoshi/domain/kernel/day'

export function matterHref(matter: string, on: Day | undefined): string {
  const page = `${import.meta.env.BASE_URL}matters/${matter}`
  return on === undefined ? page : `${page}?on=${on}`
}
