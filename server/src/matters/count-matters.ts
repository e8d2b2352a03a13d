/** How many matters a filter finds: from the kept counters where they can tell, else counted, up to a limit. */
import type { CongressDb } from '../execute/congress-db.ts'
import { conditions, parameters, type MatterQuestion } from './matter-query.ts'
import { scopeOf } from './viewer-scope.ts'

export type Total = { count: number; exact: boolean }

/** Counting on costs more than anybody learns from it; with words to look for each one is read, so it stops sooner. */
const mostCounted = 10_000
const mostCountedWithWords = 500

export async function countMatters(db: CongressDb, question: MatterQuestion): Promise<Total> {
  const { by, filter, seq } = question
  const plain =
    seq === null &&
    scopeOf(by).sees === 'all' &&
    filter.phase === undefined &&
    filter.official === undefined &&
    filter.dueUntil === undefined &&
    filter.late !== true &&
    filter.mine !== true &&
    (filter.text ?? '').trim() === ''
  return plain ? fromCounters(db, question) : byCounting(db, question)
}

async function fromCounters(db: CongressDb, { congress, filter }: MatterQuestion): Promise<Total> {
  const { values, add } = parameters()
  const where = [`congress = ${add(congress)}`]
  if (filter.appraisal !== undefined) where.push(`appraisal = ${add(filter.appraisal)}`)
  if (filter.unit !== undefined) where.push(`unit = ${add(filter.unit)}`)
  if (filter.statuses) where.push(`status = any(${add(filter.statuses)})`)
  const text = `select coalesce(sum(n), 0)::int as n from luoshi.matter_count
    where ${where.join(' and ')}`
  const [row] = await db.rows<{ n: number }>(congress, { text, values })
  return { count: row?.n ?? 0, exact: true }
}

async function byCounting(db: CongressDb, question: MatterQuestion): Promise<Total> {
  const given = parameters()
  const searches = (question.filter.text ?? '').trim() !== ''
  const most = searches ? mostCountedWithWords : mostCounted
  const text = `select count(*)::int as n from (select 1 from luoshi.matter_view m
    where ${conditions(question, given)} limit ${given.add(most + 1)}) as counted`
  const [row] = await db.rows<{ n: number }>(question.congress, { text, values: given.values })
  const found = row?.n ?? 0
  return found > most ? { count: most, exact: false } : { count: found, exact: true }
}
