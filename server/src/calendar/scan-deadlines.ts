/**
 * The walk over everything that units owe soon, owe already, or have left lying. It counts and reads no matter: how many
 * have the same day, appraisal and unit is told by two indexes alone (0180). Day by day, with a rest after each, for
 * pages come first. What is owed later than anybody is reminded of, and what was acted on lately, is not looked at.
 *
 * Source: domain.md §10 (lights computed, silence alarm, ladder). Each appraisal by the rule book frozen into it.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { addDays, day, type Day } from '@luoshi/domain/kernel/day'
import {
  idOf,
  type AppraisalId,
  type CongressId,
  type MatterId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import type { Watching } from '@luoshi/domain/supervision/four-checks'
import type { CountedFrom } from '@luoshi/domain/supervision/occasion'
import type { PoolClient } from 'pg'
import type { PolicyBook } from '../execute/policy-book.ts'

/** Matters of one unit in one appraisal whose days count from the same day. */
export type Group = Readonly<{
  appraisal: AppraisalId
  unit: UnitId
  from: CountedFrom
  since: Day
  /** The day it was owed by has gone by; matters that are late and silent are in two groups. */
  late: boolean
  count: number
  /** One of them, where it is known. */
  matter: MatterId | null
}>

export type Rules = ReadonlyMap<AppraisalId, Watching>

export type Pace = Readonly<{
  /** How long to rest after each day, for each millisecond it took. */
  restShare: number
}>

export const usualPace: Pace = { restShare: 4 }
/** However slow a day was, the walk goes on after this. */
const longestRest = 200

/** All questions go to one connection, so that they see one moment. */
export type Asking = Pick<PoolClient, 'query'>

/** Of every appraisal that has matters: read here, for what is open at this moment is all in it. */
export async function rulesOf(
  client: Asking,
  policies: PolicyBook,
  congress: CongressId,
): Promise<Rules> {
  const { rows } = await client.query<{ appraisal: string }>({
    text: 'select distinct appraisal from luoshi.matter_count where congress = $1 and n > 0',
    values: [congress],
  })
  const found = new Map<AppraisalId, Watching>()
  for (const row of rows) {
    const appraisal = idOf('appraisal', row.appraisal)
    const { settings } = await policies.ruleBookOf(congress, appraisal)
    const { remindDays, silenceDays } = settings
    found.set(appraisal, { remindDays: remindDays.value, silenceDays: silenceDays.value })
  }
  return found
}

/** The last day owed and the last day acted on that any rule says something about. */
export function boundsOf(rules: Rules, today: Day): Readonly<{ owed: Day; acted: Day }> {
  const reminds = [...rules.values()].map(({ remindDays }) => remindDays)
  const silences = [...rules.values()].map(({ silenceDays }) => silenceDays)
  return {
    owed: addDays(today, Math.max(0, ...reminds)),
    acted: addDays(today, -Math.min(...silences) - 1),
  }
}

type Found = { appraisal: string; unit: string; late: boolean; count: number }

export async function* walkDeadlines(
  client: Asking,
  congress: CongressId,
  today: Day,
  until: Readonly<{ owed: Day; acted: Day }>,
  { restShare }: Pace = usualPace,
): AsyncGenerator<readonly Group[]> {
  for (const from of ['owed', 'acted'] as const) {
    for (const since of await daysOf(client, congress, from, until[from])) {
      const began = performance.now()
      const { rows } = await client.query<Found>({
        name: `deadlines-${from}`,
        text: `select appraisal, unit, owed < $3 as late, count(*)::int as count
          from luoshi.matter_view where congress = $1 and ${from} = $2 and ${open}
          group by appraisal, unit, owed < $3`,
        values: [congress, since, today],
      })
      const took = performance.now() - began
      yield rows.map((row) => ({ ...row, ...namesOf(row), from, since, matter: null }))
      await rest(Math.min(longestRest, took * restShare))
    }
  }
}

/** As the two indexes have it. */
export const open = 'to_seq is null and owed is not null and unit is not null'

export function namesOf({ appraisal, unit }: Readonly<{ appraisal: string; unit: string }>) {
  return { appraisal: idOf('appraisal', appraisal), unit: idOf('unit', unit) }
}

/** From day to day by the index: what lies between two days is not walked through. */
async function daysOf(
  client: Asking,
  congress: CongressId,
  from: CountedFrom,
  until: Day,
): Promise<readonly Day[]> {
  const next = (after: string) => `(select ${from} from luoshi.matter_view
    where congress = $1 and ${open} and ${from} <= $2 ${after} order by ${from} limit 1)`
  const { rows } = await client.query<{ since: string }>({
    name: `deadline-days-${from}`,
    text: `with recursive one (since) as (${next('')} union all
        select ${next(`and ${from} > one.since`)} from one where one.since is not null)
      select since::text from one where since is not null`,
    values: [congress, until],
  })
  return rows.map(({ since }) => day(since))
}
