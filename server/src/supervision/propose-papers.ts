/**
 * What the clerk may issue next, by the ladder: one proposal a matter, none for what has its days still; the longest late
 * first. Nothing is stored. The first few hundred are looked at, the others are counted.
 */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { nextPaper } from '@luoshi/domain/supervision/next-paper'
import type { Proposal } from '../contract/supervision.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { parameters } from '../matters/matter-query.ts'
import { forbidden } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { chasedMatters, type ChasedMatter } from './chased-matters.ts'
import { mostPutInOrder } from './watch-matters.ts'
import { watchedPage, type WatchedKey } from './watch-page.ts'
import { owing, silentSince, watchRules, type WatchRules } from './watch-rules.ts'
import { watchedRows } from './watched-rows.ts'

type Known = Readonly<{
  rules: WatchRules
  chased: readonly ChasedMatter[]
  today: Day
  late: number
  /** Silent, but not late. */
  silent: number
  fewSilent: boolean
}>

async function knownOf(world: World, congress: CongressId): Promise<Known> {
  const today = todayOf(world)
  const rules = await watchRules(world, congress)
  const [chased, late, silent] = await Promise.all([
    chasedMatters(world, congress, rules, today),
    countOf(world, congress, (add) => [`m.owed < ${add(today)}::date`]),
    countOf(world, congress, (add) => [
      `m.owed >= ${add(today)}::date`,
      ...silentSince(rules, today, add),
    ]),
  ])
  return { rules, today, chased, late, silent, fewSilent: silent <= mostPutInOrder }
}

async function countOf(
  { db }: World,
  congress: CongressId,
  conditions: (add: (value: unknown) => string) => readonly string[],
): Promise<number> {
  const { values, add } = parameters()
  const where = [`m.congress = ${add(congress)}`, owing, ...conditions(add)]
  const [row] = await db.rows<{ n: number }>(congress, {
    text: `select count(*)::int as n from luoshi.matter_view m where ${where.join(' and ')}`,
    values,
  })
  return row?.n ?? 0
}

const rowsAtATime = 500

/** What is late comes first, then what is only silent. @param most - How many are enough. */
export async function readProposals(
  world: World,
  congress: CongressId,
  most: number = Number.POSITIVE_INFINITY,
  told?: Known,
): Promise<readonly Proposal[]> {
  const known = told ?? (await knownOf(world, congress))
  const late = await proposedOf(world, congress, known, { alarm: 'late', after: null, most })
  if (late.length >= most) return late
  const yesterday = addDays(known.today, -1)
  const after = { owed: yesterday, number: mostNumber }
  const rest = most - late.length
  return [
    ...late,
    ...(await proposedOf(world, congress, known, { alarm: 'silent', after, most: rest })),
  ]
}

const mostNumber = 2_147_483_647

type Walk = Readonly<{ alarm: 'late' | 'silent'; after: WatchedKey | null; most: number }>

async function proposedOf(
  world: World,
  congress: CongressId,
  { rules, chased, today, fewSilent }: Known,
  { alarm, most, ...from }: Walk,
): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = []
  let { after } = from
  for (;;) {
    const asked = { rules, chased, today, alarm, fewSilent, after, limit: rowsAtATime } as const
    const found = await watchedPage(world, congress, asked)
    const rows = found.flatMap((row) => watchedRows(row, rules, today))
    for (const row of rows) {
      const propose = nextPaper(row, rules.get(row.appraisal)?.remindDays ?? 0, today)
      if (propose !== null) proposals.push({ ...row, propose })
    }
    const last = rows.at(-1)
    if (found.length < rowsAtATime || !last || proposals.length >= most) return proposals
    after = { owed: last.owed, number: last.number }
  }
}

const mostShown = 500

export async function listProposals(
  world: World,
  by: Principal,
): Outcome<{ rows: Proposal[]; more: number }> {
  if (!may(by, 'IssueNotice', null)) return forbidden()
  const { congress } = by
  const known = await knownOf(world, congress)
  const all = await readProposals(world, congress, mostShown, known)
  const rows = all.slice(0, mostShown)
  return accept({ rows, more: Math.max(0, totalOf(known) - rows.length) })
}

/** As many as are late or silent, but for those whose last paper still has its days, or was the last rung. */
function totalOf({ rules, chased, today, late, silent }: Known): number {
  const resting = chased.filter(({ appraisal, seen, found }) => {
    const counted = found.daysLate > 0 || found.silentDays > 0
    const grace = rules.get(appraisal)?.remindDays ?? 0
    return counted && nextPaper({ ...seen, ...found }, grace, today) === null
  })
  return late + silent - resting.length
}
