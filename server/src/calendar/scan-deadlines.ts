/**
 * The scan of deadlines: everything that units owe soon, owe already, or have left lying, in batches. It stores nothing:
 * whoever sends reminders asks again tomorrow and gets tomorrow's answer.
 *
 * Source: domain.md §10 (lights computed, silence alarm, ladder). Each appraisal by the rule book frozen into it.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { addDays, daysBetween, isDay, type Day } from '@luoshi/domain/kernel/day'
import {
  idOf,
  type AppraisalId,
  type CongressId,
  type MatterId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import type { OwedCause } from '@luoshi/domain/supervision/occasion'
import type { World } from '../execute/context.ts'
import { owedOf } from '../matters/matter-query.ts'

/** One matter for one cause; a matter that is late and silent comes twice. */
export type Owed = Readonly<{
  matter: MatterId
  appraisal: AppraisalId
  unit: UnitId
  cause: OwedCause
  /** The day by which the unit owes the next thing. */
  owed: Day
  /** Days until it is owed, days late, or days without an entry. */
  days: number
}>

type Watching = Readonly<{ remindDays: number; silenceDays: number }>

type Pace = Readonly<{
  /** Rows read at a time. */
  batch: number
  /** How long to rest after a batch, for each millisecond it took: pages come first. */
  restShare: number
}>

const usualPace: Pace = { batch: 2_000, restShare: 1 }
/** However slow a batch was, the scan goes on after this. */
const longestRest = 100

type Found = { id: string; appraisal: string; unit: string | null; owed: string | null }
type Quiet = Found & { acted: string }
type Scanned = Pick<World, 'db' | 'policies'>

/** Batches of what is due within the days of its rule book, late, or silent for longer than it allows. */
export async function* findOwed(
  world: Scanned,
  congress: CongressId,
  today: Day,
  pace: Pace = usualPace,
): AsyncGenerator<readonly Owed[]> {
  const rules = await rulesOf(world, congress)
  if (rules.size === 0) return
  const reminds = [...rules.values()].map(({ remindDays }) => remindDays)
  const until = addDays(today, Math.max(...reminds))
  for await (const rows of inBatches<Found>(pace, (after) =>
    dueRows(world, congress, until, after, pace),
  ))
    yield rows.flatMap((row) => dueOf(row, rules, today))
  const silences = [...rules.values()].map(({ silenceDays }) => silenceDays)
  const before = addDays(today, -Math.min(...silences))
  for await (const rows of inBatches<Quiet>(pace, (after) =>
    quietRows(world, congress, before, after, pace),
  ))
    yield rows.flatMap((row) => silentOf(row, rules, today))
}

async function* inBatches<Row>(
  { batch, restShare }: Pace,
  read: (after: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after: Row | null = null
  for (;;) {
    const began = performance.now()
    const rows: readonly Row[] = await read(after)
    const took = performance.now() - began
    if (rows.length > 0) yield rows
    after = rows.at(-1) ?? null
    if (rows.length < batch) return
    await rest(Math.min(longestRest, took * restShare))
  }
}

async function rulesOf(
  { db, policies }: Scanned,
  congress: CongressId,
): Promise<ReadonlyMap<string, Watching>> {
  const rows = await db.rows<{ appraisal: string }>(congress, {
    text: 'select distinct appraisal from luoshi.matter_count where congress = $1 and n > 0',
    values: [congress],
  })
  const found = new Map<string, Watching>()
  for (const { appraisal } of rows) {
    const { settings } = await policies.ruleBookOf(congress, idOf('appraisal', appraisal))
    const [remindDays, silenceDays] = [settings.remindDays.value, settings.silenceDays.value]
    found.set(appraisal, { remindDays, silenceDays })
  }
  return found
}

function dueRows(
  { db }: Scanned,
  congress: CongressId,
  until: Day,
  after: Found | null,
  { batch }: Pace,
) {
  return db.rows<Found>(congress, {
    text: `select m.id, m.appraisal, m.unit, ${owedOf}::text as owed from luoshi.matter_view m
      where m.congress = $1 and m.to_seq is null and ${owedOf} <= $2::date
        and (${owedOf}, m.id) > ($3::date, $4)
      order by ${owedOf}, m.id limit $5`,
    values: [congress, until, after?.owed ?? '-infinity', after?.id ?? '', batch],
  })
}

function quietRows(
  { db }: Scanned,
  congress: CongressId,
  before: Day,
  after: Quiet | null,
  { batch }: Pace,
) {
  return db.rows<Quiet>(congress, {
    text: 'select id, appraisal, unit, acted, owed from luoshi.quiet_since($1, $2, $3, $4)',
    values: [before, after?.acted ?? '', after?.id ?? '', batch],
  })
}

function dueOf(row: Found, rules: ReadonlyMap<string, Watching>, today: Day): readonly Owed[] {
  const rule = rules.get(row.appraisal)
  const named = namesOf(row)
  if (!rule || !named) return []
  const left = daysBetween(today, named.owed)
  if (left < 0) return [{ ...named, cause: 'late', days: -left }]
  return left <= rule.remindDays ? [{ ...named, cause: 'due', days: left }] : []
}

function silentOf(row: Quiet, rules: ReadonlyMap<string, Watching>, today: Day): readonly Owed[] {
  const rule = rules.get(row.appraisal)
  const named = namesOf(row)
  if (!rule || !named || !isDay(row.acted)) return []
  const quiet = daysBetween(row.acted, today)
  return quiet > rule.silenceDays ? [{ ...named, cause: 'silent', days: quiet }] : []
}

function namesOf({ id, appraisal, unit, owed }: Found): Omit<Owed, 'cause' | 'days'> | null {
  if (unit === null || owed === null || !isDay(owed)) return null
  return {
    matter: idOf('matter', id),
    appraisal: idOf('appraisal', appraisal),
    unit: idOf('unit', unit),
    owed,
  }
}
