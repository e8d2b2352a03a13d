/**
 * What each unit had in hand at the end of a day, check by check, and how much of it was late and silent. As things stand
 * now it is told by the counters and two indexes (0340); from there back to the moment asked for, by the matters that
 * changed since. A law compares it with the rule applied to every matter.
 */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { UnitFigures } from '@luoshi/domain/supervision/briefing'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { watch, type FourCheck, type Watch } from '@luoshi/domain/supervision/four-checks'
import type { World } from '../execute/context.ts'
import { parameters } from '../matters/matter-query.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import { chasedMatters } from './chased-matters.ts'
import { usualCheck } from './watch-counts.ts'
import { owing, rulesOf, silentSince, watchRules, type WatchRules } from './watch-rules.ts'

export type InHand = Pick<UnitFigures, 'checks' | 'late' | 'silent'>

export const nothingInHand: InHand = {
  checks: { effect: 0, progress: 0, cause: 0, responsibility: 0 },
  late: 0,
  silent: 0,
}

/** A position in the log, and the day whose end it was. */
type Then = Readonly<{ seq: number; day: Day }>

type Changed = {
  unit: string
  appraisal: string
  status: string
  owed: string | null
  acted: string | null
  chased_on: string | null
  chased_level: string | null
  n: number
}

type OfUnit = { unit: string; status: string; n: number }

/** Units that had nothing in hand may be in it with zeros. */
export async function watchUnits(
  world: World,
  congress: CongressId,
  then: Then,
): Promise<ReadonlyMap<string, InHand>> {
  const changed = await changedSince(world, congress, then.seq)
  const now = await watchRules(world, congress)
  const others = changed.map(({ appraisal }) => appraisal).filter((one) => !now.has(one))
  const rules = new Map([...now, ...(await rulesOf(world, congress, others))])
  const figures = new Map<string, InHand>()
  const add = (unit: string, check: FourCheck | null, found: Alarms, n: number) => {
    if (check === null) return
    const { checks, late, silent } = figures.get(unit) ?? nothingInHand
    figures.set(unit, {
      checks: { ...checks, [check]: checks[check] + n },
      late: late + (found.late ? n : 0),
      silent: silent + (found.silent ? n : 0),
    })
  }
  await standingNow(world, congress, rules, then.day, add)
  for (const one of changed) {
    const found = foundOf(one, rules, then.day)
    if (found !== null) add(one.unit, found.check, alarmsOf(found), one.n)
  }
  return figures
}

type Alarms = Readonly<{ late: boolean; silent: boolean }>
type Add = (unit: string, check: FourCheck | null, found: Alarms, n: number) => void

const alarmsOf = ({ daysLate, silentDays }: Watch): Alarms => ({
  late: daysLate > 0,
  silent: silentDays > 0,
})

async function standingNow(
  world: World,
  congress: CongressId,
  rules: WatchRules,
  today: Day,
  add: Add,
): Promise<void> {
  const { db } = world
  const quiet = parameters()
  const silence = [
    `m.congress = ${quiet.add(congress)}`,
    owing,
    ...silentSince(rules, today, quiet.add),
  ]
  const [all, late, silent, refused] = await Promise.all([
    db.rows<OfUnit>(congress, {
      text: `select unit, status, sum(n)::int as n from luoshi.matter_count
        where congress = $1 and unit <> '' group by unit, status`,
      values: [congress],
    }),
    db.rows<OfUnit>(congress, {
      text: `select m.unit, m.status, count(*)::int as n from luoshi.matter_view m
        where m.congress = $1 and ${owing} and m.owed < $2::date group by m.unit, m.status`,
      values: [congress, today],
    }),
    db.rows<OfUnit>(congress, {
      text: `select m.unit, m.status, count(*)::int as n from luoshi.matter_view m
        where ${silence.join(' and ')} group by m.unit, m.status`,
      values: quiet.values,
    }),
    refusedNow(world, congress, rules, today),
  ])
  for (const { unit, status, n } of all) add(unit, usualCheck(status), inTime, n)
  // The counters have them already; only their alarm is added.
  const alarmed = (rows: readonly OfUnit[], alarms: Alarms) => {
    for (const { unit, status, n } of rows) {
      add(unit, usualCheck(status), alarms, n)
      add(unit, usualCheck(status), inTime, -n)
    }
  }
  alarmed(late, { late: true, silent: false })
  alarmed(silent, { late: false, silent: true })
  for (const { unit, status } of refused) {
    add(unit, usualCheck(status), inTime, -1)
    add(unit, 'responsibility', inTime, 1)
  }
}

const inTime: Alarms = { late: false, silent: false }

/** What is refused was chased before: few, looked at one by one. */
async function refusedNow(
  world: World,
  congress: CongressId,
  rules: WatchRules,
  today: Day,
): Promise<readonly Readonly<{ unit: string; status: string }>[]> {
  const chased = await chasedMatters(world, congress, rules, today)
  const refused = chased.filter(({ found }) => found.check === 'responsibility')
  return world.db.rows<{ unit: string; status: string }>(congress, {
    text: `select unit, status from luoshi.matter_view
      where congress = $1 and to_seq is null and id = any ($2::text[]) and unit is not null`,
    values: [congress, refused.map(({ id }) => id)],
  })
}

/** What stood at a position and stands so no more, counted; and what stands now and did not, taken away. */
function changedSince(
  { db }: World,
  congress: CongressId,
  seq: number,
): Promise<readonly Changed[]> {
  const columns = `unit, appraisal, status, owed, acted, doc #>> '{chases,-1,on}' as chased_on,
    doc #>> '{chases,-1,level}' as chased_level`
  return db.rows<Changed>(congress, {
    text: `select unit, appraisal, status, owed::text as owed, acted, chased_on, chased_level, sum(n)::int as n
      from (
        select ${columns}, 1 as n from luoshi.matter_view
          where congress = $1 and from_seq <= $2 and to_seq > $2 and unit is not null and status <> 'misassigned'
        union all
        select ${columns}, -1 as n from luoshi.matter_view
          where congress = $1 and from_seq > $2 and to_seq is null and unit is not null and status <> 'misassigned'
      ) changed
      group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0`,
    values: [congress, seq],
  })
}

function foundOf(
  { appraisal, status, owed, acted, chased_on: on, chased_level: raw }: Changed,
  rules: WatchRules,
  today: Day,
): Watch | null {
  const rule = rules.get(appraisal)
  if (!rule || !isMatterStatus(status)) return null
  const level = chaseLevels.find((one) => one === raw)
  const lastChase = on !== null && isDay(on) && level ? { on, level } : null
  const lastActed = acted !== null && isDay(acted) ? acted : today
  const seen = { status, owed: owed !== null && isDay(owed) ? owed : null, lastActed, lastChase }
  return watch(seen, rule, today)
}
