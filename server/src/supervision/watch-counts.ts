/**
 * How many matters are under each of the four checks, late and silent, for the whole committee: from the counters and two
 * indexes, whatever their number. What was chased is counted one by one, since only there a delay may be a refusal.
 */
import { day, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { fourChecks, watch, type FourCheck } from '@luoshi/domain/supervision/four-checks'
import type { World } from '../execute/context.ts'
import { parameters } from '../matters/matter-query.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import type { ChasedMatter } from './chased-matters.ts'
import { owing, silentSince, type WatchRules } from './watch-rules.ts'

export type CheckCount = { check: FourCheck; all: number; late: number; silent: number }

type OfStatus = { status: string; n: number }
type Field = 'all' | 'late' | 'silent'

export async function countChecks(
  { db }: World,
  congress: CongressId,
  {
    rules,
    chased,
    today,
  }: Readonly<{
    rules: WatchRules
    chased: readonly ChasedMatter[]
    today: Day
  }>,
): Promise<CheckCount[]> {
  const [all, late, silent] = await Promise.all([
    db.rows<OfStatus>(congress, {
      text: `select status, sum(n)::int as n from luoshi.matter_count
        where congress = $1 group by status`,
      values: [congress],
    }),
    db.rows<OfStatus>(congress, {
      text: `select m.status, count(*)::int as n from luoshi.matter_view m
        where m.congress = $1 and ${owing} and m.owed < $2::date group by m.status`,
      values: [congress, today],
    }),
    db.rows<OfStatus>(congress, silentOf(congress, rules, today)),
  ])
  const counts = new Map<FourCheck, CheckCount>(
    fourChecks.map((check) => [check, { check, all: 0, late: 0, silent: 0 }]),
  )
  const add = (check: FourCheck | null, field: Field, n: number) => {
    const count = check && counts.get(check)
    if (count) count[field] += n
  }
  for (const [field, rows] of [
    ['all', all],
    ['late', late],
    ['silent', silent],
  ] as const)
    for (const { status, n } of rows) add(usualCheck(status), field, n)
  for (const { status, found } of chased) {
    const usual = usualCheck(status)
    if (found.check === usual) continue
    for (const [check, n] of [
      [usual, -1],
      [found.check, 1],
    ] as const) {
      add(check, 'all', n)
      if (found.daysLate > 0) add(check, 'late', n)
      if (found.silentDays > 0) add(check, 'silent', n)
    }
  }
  return [...counts.values()]
}

function silentOf(congress: CongressId, rules: WatchRules, today: Day) {
  const { values, add } = parameters()
  const where = [`m.congress = ${add(congress)}`, owing, ...silentSince(rules, today, add)]
  const text = `select m.status, count(*)::int as n from luoshi.matter_view m
    where ${where.join(' and ')} group by m.status`
  return { text, values }
}

/** The check of a matter that was never chased: its state alone says it, on any day. */
export function usualCheck(status: string): FourCheck | null {
  if (!isMatterStatus(status)) return null
  const seen = { status, owed: null, lastActed: anyDay, lastChase: null }
  return watch(seen, { remindDays: 0, silenceDays: 1 }, anyDay)?.check ?? null
}

const anyDay = day('2000-01-01')
