/**
 * For how many matters a paper is proposed: as many as are late or silent, but for those that were sent back and those whose
 * last paper still has its days. Only these few are looked at one by one.
 */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { watch, type Watched } from '@luoshi/domain/supervision/four-checks'
import { nextPaper } from '@luoshi/domain/supervision/next-paper'
import { occasionOn } from '@luoshi/domain/supervision/occasion'
import type { Asking, Rules } from '../calendar/scan-deadlines.ts'
import { dayOrNull } from '../matters/list-matters.ts'
import { isMatterStatus } from '../matters/matter-status.ts'

type Found = Readonly<{
  appraisal: string
  status: string
  owed: string
  acted: string | null
  chased_on: string | null
  chased_level: string | null
}>

/** @param overdue - How many matters are late or silent. */
export async function countProposals(
  client: Asking,
  rules: Rules,
  today: Day,
  overdue: number,
): Promise<number> {
  const { rows } = await client.query<Found>({
    text: `select appraisal, status, owed::text as owed, acted, chased_on, chased_level
      from luoshi.chased_matters()`,
  })
  return rows.reduce((count, row) => count - notProposed(row, rules, today), overdue)
}

/** 1 for a matter that was counted as late or silent and for which nothing is proposed. */
function notProposed(row: Found, rules: Rules, today: Day): 0 | 1 {
  const rule = rules.get(idOf('appraisal', row.appraisal))
  const { status, acted, chased_on: on, chased_level: raw } = row
  const owed = dayOrNull(row.owed)
  if (!rule || owed === null || !isMatterStatus(status)) return 0
  const lastActed = acted !== null && isDay(acted) ? acted : today
  const isLate = occasionOn(today, 'owed', owed, rule)?.cause === 'late'
  if (!isLate && occasionOn(today, 'acted', lastActed, rule) === null) return 0
  const level = chaseLevels.find((one) => one === raw)
  const lastChase = on !== null && isDay(on) && level ? { on, level } : null
  const seen: Watched = { status, owed, lastActed, lastChase }
  const found = status === 'misassigned' ? null : watch(seen, rule, today)
  return found && nextPaper({ ...seen, ...found }, rule.remindDays, today) !== null ? 0 : 1
}
