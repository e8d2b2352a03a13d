/** How many matters a filter finds: from the kept counters where they can tell, else counted, up to a limit. */
import { mayBeBeforeRounds } from '@luoshi/domain/matters/before-rounds'
import type { CongressDb } from '../execute/congress-db.ts'
import {
  conditions,
  parameters,
  searches,
  type MatterQuestion,
  type Parameters,
} from './matter-query.ts'
import { scopeOf } from './viewer-scope.ts'

export type Total = { count: number; exact: boolean }

/** Counting on costs more than anybody learns from it; with words to look for each one is read, so it stops sooner. */
const mostCounted = 10_000
export const mostCountedWithWords = 200

export async function countMatters(db: CongressDb, question: MatterQuestion): Promise<Total> {
  const given = parameters()
  const text = countText(question, given)
  const values = given.values
  const [row] = await db.rows<{ counted: number }>(question.congress, { text, values })
  return totalOf(row?.counted ?? 0, countedTo(question))
}

/** How far is counted; null: to the end, because the counters know it. */
export function countedTo(question: MatterQuestion): number | null {
  if (isKept(question)) return null
  return searches(question) ? mostCountedWithWords : mostCounted
}

function isKept(question: MatterQuestion): boolean {
  const { by, filter, seq } = question
  const scope = scopeOf(by)
  // Where nobody is before the first round a unit sees all that is its own.
  const ofUnit =
    scope.sees === 'unit' && filter.statuses?.every((one) => !mayBeBeforeRounds(one)) === true
  return (
    seq === null &&
    (scope.sees === 'all' || ofUnit) &&
    filter.phase === undefined &&
    filter.official === undefined &&
    filter.dueUntil === undefined &&
    filter.late !== true &&
    filter.mine !== true &&
    !searches(question)
  )
}

/** A question that answers with one row of one number, `counted`. */
export function countText(question: MatterQuestion, given: Parameters): string {
  const most = countedTo(question)
  if (most === null) return fromCounters(question, given)
  return `select count(*)::int as counted from (select 1 from luoshi.matter_view m
    where ${conditions(question, given)} limit ${given.add(most + 1)}) as found`
}

function fromCounters({ by, congress, filter }: MatterQuestion, { add }: Parameters): string {
  const where = [`congress = ${add(congress)}`]
  const scope = scopeOf(by)
  if (scope.sees === 'unit') where.push(`unit = ${add(scope.unit)}`)
  if (filter.appraisal !== undefined) where.push(`appraisal = ${add(filter.appraisal)}`)
  if (filter.outside?.length) where.push(`appraisal <> all(${add(filter.outside)})`)
  if (filter.unit !== undefined) where.push(`unit = ${add(filter.unit)}`)
  if (filter.statuses) where.push(`status = any(${add(filter.statuses)})`)
  return `select coalesce(sum(n), 0)::int as counted from luoshi.matter_count
    where ${where.join(' and ')}`
}

export function totalOf(counted: number, most: number | null): Total {
  return most !== null && counted > most
    ? { count: most, exact: false }
    : { count: counted, exact: true }
}
