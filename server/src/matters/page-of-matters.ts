/**
 * Pages of matters, and how many there are, in one trip. With words to look for, the list is walked once and tells both:
 * every matter looked at costs reading its text.
 */
import type { CongressDb } from '../execute/congress-db.ts'
import { countedTo, countText, totalOf, type Total } from './count-matters.ts'
import {
  conditions,
  parameters,
  searches,
  type MatterQuestion,
  type Parameters,
} from './matter-query.ts'
import { orders, type CursorRow, type Sort } from './page-cursor.ts'

export type Found = CursorRow & {
  version: number
  title: string
  status: string
  round: number
  unit: string | null
  unit_name: string | null
  official: string | null
  official_name: string | null
  plan_due: string | null
  phase: string
  warned: boolean
  appraisal: string
  appraisal_title: string | null
  opened_on: string
}

export const columns = `m.id, m.number, m.version, m.title, m.status, m.round, m.unit, m.official,
  m.due::text as due, m.plan_due::text as plan_due, m.phase, m.warned, m.appraisal,
  m.opened_on::text as opened_on, m.updated_at`

export const names = 'u.name as unit_name, o.name as official_name, a.title as appraisal_title'

/** The page first, the names after: the joins are only made for the rows that are shown. */
export const named = `left join luoshi.unit_view u
    on u.congress = $1 and u.id = p.unit and u.to_seq is null
  left join luoshi.official_view o
    on o.congress = $1 and o.id = p.official and o.to_seq is null
  left join luoshi.appraisal_view a
    on a.congress = $1 and a.id = p.appraisal and a.to_seq is null
  order by p.place`

type Keys = readonly unknown[] | null

/** The first `limit` in this order after these keys, each with its place. */
function walk(
  question: MatterQuestion,
  sort: keyof typeof orders,
  keys: Keys,
  limit: number,
  given: Parameters,
) {
  const order = orders[sort]
  const where = [conditions(question, given)]
  if (keys !== null) where.push(order.after(keys, given.add))
  return `select ${columns}, row_number() over () as place from (
    select m.* from luoshi.matter_view m where ${where.join(' and ')}
    order by ${order.orderBy} limit ${given.add(limit)}) m`
}

export async function pageOf(
  db: CongressDb,
  question: MatterQuestion,
  sort: keyof typeof orders,
  keys: Keys,
  limit: number,
): Promise<readonly Found[]> {
  const given = parameters()
  const page = walk(question, sort, keys, limit, given)
  const text = `select p.*, ${names} from (${page}) p ${named}`
  return db.rows<Found>(question.congress, { text, values: given.values })
}

export type PageAndTotal = Readonly<{ rows: readonly Found[]; total: Total }>

/** A page without rows still has its total: then everything else in the one row is null. */
export type Row = Shown | { id: null; counted: number }
type Shown = Found & { counted: number }

export async function pageWithTotal(
  db: CongressDb,
  question: MatterQuestion,
  sort: Sort,
  keys: Keys,
  limit: number,
): Promise<PageAndTotal> {
  const given = parameters()
  const most = countedTo(question)
  // Only the beginning of the list is walked for both: a later page does not see all that is to be counted.
  const both = keys === null && searches(question) && most !== null
  const source = both
    ? `with hit as materialized (${walk(question, sort, null, Math.max(limit, most + 1), given)})
      select t.counted, p.*, ${names} from (select count(*)::int as counted from hit) t
      left join (select * from hit where place <= ${given.add(limit)}) p on true`
    : `select t.counted, p.*, ${names}
      from (${countText(question, given)}) t
      left join (${walk(question, sort, keys, limit, given)}) p on true`
  const text = `${source} ${named}`
  const rows = await db.rows<Row>(question.congress, { text, values: given.values })
  return pageIn(rows, most)
}

export function pageIn(rows: readonly Row[], most: number | null): PageAndTotal {
  return {
    rows: rows.filter((row): row is Shown => row.id !== null),
    total: totalOf(rows[0]?.counted ?? 0, most),
  }
}
