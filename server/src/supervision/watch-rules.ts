/** Which days each appraisal's rule book gives for reminding and for silence, as the questions to the database need them. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import type { Watching } from '@luoshi/domain/supervision/four-checks'
import type { World } from '../execute/context.ts'

export type WatchRules = ReadonlyMap<string, Watching>

/** Of every appraisal that has matters. */
export async function watchRules(
  { db, policies }: World,
  congress: CongressId,
): Promise<WatchRules> {
  const rows = await db.rows<{ appraisal: string }>(congress, {
    text: 'select distinct appraisal from luoshi.matter_count where congress = $1 and n > 0',
    values: [congress],
  })
  return rulesOf(
    { policies },
    congress,
    rows.map(({ appraisal }) => appraisal),
  )
}

/** Each appraisal by the rule book that was frozen into it. */
export async function rulesOf(
  { policies }: Pick<World, 'policies'>,
  congress: CongressId,
  appraisals: readonly string[],
): Promise<WatchRules> {
  const found = new Map<string, Watching>()
  for (const id of new Set(appraisals)) {
    const { settings } = await policies.ruleBookOf(congress, idOf('appraisal', id))
    const { remindDays, silenceDays } = settings
    found.set(id, { remindDays: remindDays.value, silenceDays: silenceDays.value })
  }
  return found
}

/** Whoever acted before this day is silent: a list of appraisals and one of days, place by place. */
function silentBefore(
  rules: WatchRules,
  today: Day,
): Readonly<{ appraisals: readonly string[]; days: readonly Day[] }> {
  const all = [...rules]
  return {
    appraisals: all.map(([appraisal]) => appraisal),
    days: all.map(([, { silenceDays }]) => addDays(today, -silenceDays)),
  }
}

/** As the two indexes by days have it (0340). */
export const owing = `m.to_seq is null and m.owed is not null and m.unit is not null and m.status <> 'misassigned'`

/** Who acted last before the day that their appraisal's rules let pass. ISO days compare as texts. */
export function silentSince(
  rules: WatchRules,
  today: Day,
  add: (value: unknown) => string,
): readonly string[] {
  const { appraisals, days } = silentBefore(rules, today)
  const last = days.reduce((one, other) => (one > other ? one : other), addDays(today, -10_000))
  return [
    `m.acted < ${add(last)}`,
    `exists (select from unnest(${add(appraisals)}::text[], ${add(days)}::text[]) r (appraisal, day)
      where r.appraisal = m.appraisal and m.acted < r.day)`,
  ]
}
