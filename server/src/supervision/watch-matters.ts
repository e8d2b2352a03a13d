/** The four checks over everything in units' hands: one read of the rows, the rule applied to each, nothing stored. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId, type CongressId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { owedNext } from '@luoshi/domain/matters/limit'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import {
  fourChecks,
  watch,
  type FourCheck,
  type Watched,
  type Watching,
} from '@luoshi/domain/supervision/four-checks'
import { shownDay } from '../contract/limit.ts'
import type { OutputOf } from '../contract/kit.ts'
import type { getSupervision, WatchedRow } from '../contract/supervision.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { limitsOf } from '../matters/list-matters.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

export type WatchAsked = Readonly<{
  by: Principal
  appraisal?: AppraisalId | undefined
  unit?: UnitId | undefined
  check?: FourCheck | undefined
  alarm?: 'late' | 'silent' | undefined
}>

const mostRows = 500

type Found = {
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

/** The last day on which the unit did something: signed, met, reported, submitted. ISO days compare as texts. */
const lastActed = `greatest(m.doc #>> '{rounds,-1,startedOn}', m.doc #>> '{handOver,signedOn}',
  m.doc #>> '{rounds,-1,meeting,heldOn}', m.doc #>> '{rounds,-1,progress,-1,on}',
  m.doc #>> '{rounds,-1,submission,on}')`

export async function watchMatters(
  world: World,
  asked: WatchAsked,
): Outcome<OutputOf<(typeof getSupervision)['answer']>> {
  const scope = scopeOf(asked.by)
  const own = scope.sees === 'unit' ? scope.unit : (asked.unit ?? null)
  const { congress } = asked.by
  const of = { unit: own, appraisal: asked.appraisal ?? null }
  const watched = scope.sees === 'none' ? [] : (await watchAll(world, congress, of)).rows
  const chosen = watched.filter(
    ({ check, daysLate, silentDays }) =>
      (asked.check === undefined || check === asked.check) &&
      (asked.alarm !== 'late' || daysLate > 0) &&
      (asked.alarm !== 'silent' || silentDays > 0),
  )
  const ordered = chosen.toSorted((a, b) => b.daysLate - a.daysLate || a.number - b.number)
  return accept({
    counts: fourChecks.map((check) => {
      const under = watched.filter((one) => one.check === check)
      const late = under.filter(({ daysLate }) => daysLate > 0).length
      const silent = under.filter(({ silentDays }) => silentDays > 0).length
      return { check, all: under.length, late, silent }
    }),
    rows: ordered.slice(0, mostRows),
    more: Math.max(0, ordered.length - mostRows),
  })
}

type WatchedAll = Readonly<{
  rows: readonly WatchedRow[]
  /** The days that each appraisal's rule book gives. */
  rules: ReadonlyMap<string, Watching>
}>

/** Everything in units' hands under the four checks, by the rules of each appraisal. */
export async function watchAll(
  world: World,
  congress: CongressId,
  of: Readonly<{ unit: string | null; appraisal: string | null }>,
  /** As the ledger stood at a position, by the rules of a day; absent: now. */
  then?: Readonly<{ seq: number; day: Day }>,
): Promise<WatchedAll> {
  const found = await inHand(world, congress, of, then?.seq ?? null)
  const today = then?.day ?? todayOf(world)
  const rules = await rulesOf(world, congress, found)
  return { rows: found.flatMap((row) => watchedRows(row, rules, today)), rules }
}

function inHand(
  { db }: World,
  congress: CongressId,
  { unit, appraisal }: Readonly<{ unit: string | null; appraisal: string | null }>,
  seq: number | null,
) {
  const stood =
    seq === null ? 'm.to_seq is null' : 'm.from_seq <= $4 and (m.to_seq is null or m.to_seq > $4)'
  return db.rows<Found>(congress, {
    text: `select m.id, m.number, m.version, m.title, m.status, m.round, m.unit, u.name as unit_name,
        m.appraisal, m.due::text as due, m.plan_due::text as plan_due, ${lastActed} as acted,
        m.doc #>> '{chases,-1,on}' as chased_on, m.doc #>> '{chases,-1,level}' as chased_level
      from luoshi.matter_view m left join luoshi.unit_view u
        on u.congress = m.congress and u.id = m.unit and u.to_seq is null
      where m.congress = $1 and ${stood} and m.round > 0
        and m.status in ('issued', 'received', 'planned', 'inProgress', 'committed', 'submitted', 'verified', 'satisfied')
        and ($2::text is null or m.unit = $2) and ($3::text is null or m.appraisal = $3)`,
    values: [congress, unit, appraisal, ...(seq === null ? [] : [seq])],
  })
}

/** Each appraisal by the rule book that was frozen into it. */
async function rulesOf(
  { policies }: World,
  congress: CongressId,
  rows: readonly Found[],
): Promise<ReadonlyMap<string, Watching>> {
  const found = new Map<string, Watching>()
  for (const id of new Set(rows.map(({ appraisal }) => appraisal))) {
    const { settings } = await policies.ruleBookOf(congress, idOf('appraisal', id))
    const { remindDays, silenceDays } = settings
    found.set(id, { remindDays: remindDays.value, silenceDays: silenceDays.value })
  }
  return found
}

function watchedRows(
  row: Found,
  rules: ReadonlyMap<string, Watching>,
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

function chaseOf({ chased_on: on, chased_level: raw }: Found): Watched['lastChase'] {
  const level = chaseLevels.find((one) => one === raw)
  return on !== null && isDay(on) && level ? { on, level } : null
}
