/** What was chased already, few of all that is open: only these are looked at one by one (0180). */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { watch, type Watch, type Watched } from '@luoshi/domain/supervision/four-checks'
import type { World } from '../execute/context.ts'
import { dayOrNull } from '../matters/list-matters.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import type { WatchRules } from './watch-rules.ts'

export type ChasedMatter = Readonly<{
  id: string
  appraisal: string
  status: MatterStatus
  seen: Watched
  found: Watch
}>

type Row = {
  id: string
  appraisal: string
  status: string
  owed: string
  acted: string | null
  chased_on: string | null
  chased_level: string | null
}

/** Without those that were sent back: they are in nobody's hands. */
export async function chasedMatters(
  { db }: World,
  congress: CongressId,
  rules: WatchRules,
  today: Day,
): Promise<readonly ChasedMatter[]> {
  const rows = await db.rows<Row>(congress, {
    text: `select id, appraisal, status, owed::text as owed, acted, chased_on, chased_level
      from luoshi.chased_matters() where status <> 'misassigned'`,
    values: [],
  })
  return rows.flatMap((row) => {
    const { id, appraisal, status, acted, chased_on: on, chased_level: raw } = row
    const rule = rules.get(appraisal)
    if (!rule || !isMatterStatus(status)) return []
    const level = chaseLevels.find((one) => one === raw)
    const lastChase = on !== null && isDay(on) && level ? { on, level } : null
    const lastActed = acted !== null && isDay(acted) ? acted : today
    const seen: Watched = { status, owed: dayOrNull(row.owed), lastActed, lastChase }
    const found = watch(seen, rule, today)
    return found ? [{ id, appraisal, status, seen, found }] : []
  })
}
