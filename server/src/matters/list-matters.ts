/** A page of matters, and how many there are: one query a page, one more when the count is not kept anyway. */
import { dayInChina, isDay, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { daysLate, limitKept, planOwed, type Owing } from '@luoshi/domain/matters/limit'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { accept } from '@luoshi/domain/kernel/result'
import { originPhases, type OriginPhase } from '@luoshi/domain/opinions/opinion'
import { seqAt } from '@luoshi/ledger/log/read'
import type { MatterPage, MatterRow } from '../contract/matter-row.ts'
import { shownDay, undeterminedOf } from '../contract/limit.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { cursorNotUnderstood } from './cursor-refusal.ts'
import { countMatters } from './count-matters.ts'
import { isMatterStatus } from './matter-status.ts'
import { conditions, parameters, type MatterFilter, type MatterQuestion } from './matter-query.ts'
import { decodeCursor, encodeCursor, orders, type CursorRow, type Sort } from './page-cursor.ts'
import { searchCandidates } from './search-candidates.ts'

export type ListAsked = Readonly<{
  by: Principal
  filter: MatterFilter
  sort: Sort
  after?: string | undefined
  limit: number
  asOf?: Instant | undefined
}>

export async function listMatters(world: World, asked: ListAsked): Outcome<MatterPage> {
  const { sort, limit } = asked
  const cursor = asked.after === undefined ? [] : decodeCursor(asked.after, orders[sort])
  if (cursor === null) return cursorNotUnderstood()
  const question = await questionOf(world, asked)
  const keys = asked.after === undefined ? null : cursor
  const [found, total] = await Promise.all([
    pageOf(world.db, question, sort, keys, limit + 1),
    countMatters(world.db, question),
  ])
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? encodeCursor(orders[sort].keys(last)) : null
  const { seq } = question
  const asOf = asked.asOf === undefined || seq === null ? null : { seq, at: asked.asOf }
  return accept({ rows: rows.map((row) => matterRowOf(row, question.today)), total, next, asOf })
}

/** What the filter means now, or at the moment asked for. */
export async function questionOf(
  world: World,
  { by, filter, asOf }: Pick<ListAsked, 'by' | 'filter' | 'asOf'>,
): Promise<MatterQuestion> {
  const { congress } = by
  if (asOf !== undefined) {
    const seq = await seqAt(world.db.pool, congress, asOf)
    return { by, congress, filter, today: dayInChina(asOf), seq, candidates: null }
  }
  const candidates = await searchCandidates(world.db, congress, filter.text)
  return { by, congress, filter, today: todayOf(world), seq: null, candidates }
}

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

const columns = `m.id, m.number, m.version, m.title, m.status, m.round, m.unit, m.official,
  m.due::text as due, m.plan_due::text as plan_due, m.phase, m.warned, m.appraisal,
  m.opened_on::text as opened_on, m.updated_at`

/** The page first, the names after: the joins are only made for the rows that are shown. */
export async function pageOf(
  db: CongressDb,
  question: MatterQuestion,
  sort: Sort,
  keys: readonly unknown[] | null,
  limit: number,
): Promise<readonly Found[]> {
  const given = parameters()
  const order = orders[sort]
  const where = [conditions(question, given)]
  if (keys !== null) where.push(order.after(keys, given.add))
  const text = `select p.*, u.name as unit_name, o.name as official_name, a.title as appraisal_title
    from (select ${columns}, row_number() over () as place from (
      select m.* from luoshi.matter_view m where ${where.join(' and ')}
      order by ${order.orderBy} limit ${given.add(limit)}) m) p
    left join luoshi.unit_view u
      on u.congress = $1 and u.id = p.unit and u.to_seq is null
    left join luoshi.official_view o
      on o.congress = $1 and o.id = p.official and o.to_seq is null
    left join luoshi.appraisal_view a
      on a.congress = $1 and a.id = p.appraisal and a.to_seq is null
    order by p.place`
  return db.rows<Found>(question.congress, { text, values: given.values })
}

export function matterRowOf(row: Found, today: Day): MatterRow {
  const status = isMatterStatus(row.status) ? row.status : unknown('status', row.status)
  const limits = limitsOf({ ...row, status })
  return {
    id: idOf('matter', row.id),
    number: row.number,
    version: row.version,
    title: row.title,
    status,
    round: row.round,
    unit: row.unit === null ? null : idOf('unit', row.unit),
    unitName: row.unit_name,
    official: row.official === null ? null : idOf('official', row.official),
    officialName: row.official_name,
    due: shownDay(limits.due),
    dueUndetermined: undeterminedOf(limits.due),
    planDue: shownDay(limits.planDue),
    planDueUndetermined: undeterminedOf(limits.planDue),
    late: daysLate({ status, ...limits }, today),
    phase: phaseOf(row.phase),
    warned: row.warned,
    appraisal: idOf('appraisal', row.appraisal),
    appraisalTitle: row.appraisal_title ?? '',
    openedOn: dayOrNull(row.opened_on) ?? unknown('day', row.opened_on),
    updatedAt: instant(row.updated_at.toISOString()),
  }
}

/** The limits of a row: one that has none after hand-over is 待定. A round whose plan stands owes no plan. */
export function limitsOf(
  row: Readonly<{
    status: MatterStatus
    round: number
    due: string | null
    plan_due: string | null
  }>,
): Pick<Owing, 'due' | 'planDue'> {
  const inRound = row.round > 0
  const owesPlan = inRound && planOwed.some((one) => one === row.status)
  return {
    due: limitKept(dayOrNull(row.due), inRound),
    planDue: limitKept(dayOrNull(row.plan_due), owesPlan),
  }
}

export function dayOrNull(raw: string | null): Day | null {
  return raw !== null && isDay(raw) ? raw : null
}

export function phaseOf(raw: string): OriginPhase {
  return originPhases.find((phase) => phase === raw) ?? unknown('phase', raw)
}

/** The views hold only what our rules wrote: anything else is another version's. */
function unknown(what: string, raw: string): never {
  throw new Error(`Unknown ${what} in matter_view: ${raw}`)
}
