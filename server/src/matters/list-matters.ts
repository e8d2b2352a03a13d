/** A page of matters, and how many there are. */
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
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { cursorNotUnderstood } from './cursor-refusal.ts'
import { isMatterStatus } from './matter-status.ts'
import type { MatterFilter, MatterQuestion } from './matter-query.ts'
import { decodeCursor, encodeCursor, orders, type Sort } from './page-cursor.ts'
import { newestWithWords } from './newest-with-words.ts'
import { pageWithTotal, type Found } from './page-of-matters.ts'
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
  const keys = asked.after === undefined ? null : cursor
  const { question, page } = await found(world, asked, keys)
  const { total } = page
  const rows = page.rows.slice(0, limit)
  const last = rows.at(-1)
  const next = page.rows.length > limit && last ? encodeCursor(orders[sort].keys(last)) : null
  const { seq } = question
  const asOf = asked.asOf === undefined || seq === null ? null : { seq, at: asked.asOf }
  return accept({ rows: rows.map((row) => matterRowOf(row, question.today)), total, next, asOf })
}

/** A page of one more than asked for, so that it is known whether there are more. */
async function found(world: World, asked: ListAsked, keys: readonly unknown[] | null) {
  const { by, filter, sort, limit } = asked
  if (sort === 'newest' && asked.asOf === undefined) {
    const { congress } = by
    const question = { by, congress, filter, today: todayOf(world), seq: null, candidates: null }
    const page = await newestWithWords(world.db, question, keys, limit + 1)
    if (page) return { question, page }
  }
  const question = await questionOf(world, asked)
  return { question, page: await pageWithTotal(world.db, question, sort, keys, limit + 1) }
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
