/** One matter in a unit's hands as the page of supervision shows it: the rule of the four checks applied to its row. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { owedNext } from '@luoshi/domain/matters/limit'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { watch, type Watched } from '@luoshi/domain/supervision/four-checks'
import { shownDay } from '../contract/limit.ts'
import type { WatchedRow } from '../contract/supervision.ts'
import { limitsOf } from '../matters/list-matters.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import type { WatchRules } from './watch-rules.ts'

export type WatchedFound = {
  id: string
  number: number
  version: number
  title: string
  status: string
  round: number
  unit: string
  unit_name: string | null
  appraisal: string
  due: string | null
  plan_due: string | null
  acted: string | null
  chased_on: string | null
  chased_level: string | null
}

/** `acted`: the last day on which the unit did something: signed, met, reported, submitted (0180). */
export const watchedColumns = `m.id, m.number, m.version, m.title, m.status, m.round, m.unit, u.name as unit_name,
  m.appraisal, m.due::text as due, m.plan_due::text as plan_due, m.acted,
  m.doc #>> '{chases,-1,on}' as chased_on, m.doc #>> '{chases,-1,level}' as chased_level`

/** `$1` is the congress. */
export const watchedJoin = `left join luoshi.unit_view u
  on u.congress = $1 and u.id = m.unit and u.to_seq is null`

export function watchedRows(
  row: WatchedFound,
  rules: WatchRules,
  today: Day,
): readonly WatchedRow[] {
  const rule = rules.get(row.appraisal)
  const { status } = row
  if (!rule || !isMatterStatus(status)) return []
  const next = owedNext({ status, ...limitsOf({ ...row, status }) })
  const owed = shownDay(next?.limit ?? null)
  const lastChase = chaseOf(row)
  const acted = row.acted !== null && isDay(row.acted) ? row.acted : today
  const seen: Watched = { status, owed, lastActed: acted, lastChase }
  const found = watch(seen, rule, today)
  if (!found) return []
  return [
    {
      id: idOf('matter', row.id),
      number: row.number,
      version: row.version,
      title: row.title,
      status,
      round: row.round,
      unit: idOf('unit', row.unit),
      unitName: row.unit_name ?? '',
      appraisal: idOf('appraisal', row.appraisal),
      ...found,
      owed,
      lastActed: acted,
      lastChase,
    },
  ]
}

function chaseOf({ chased_on: on, chased_level: raw }: WatchedFound): Watched['lastChase'] {
  const level = chaseLevels.find((one) => one === raw)
  return on !== null && isDay(on) && level ? { on, level } : null
}
