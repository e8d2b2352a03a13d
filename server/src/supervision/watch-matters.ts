/**
 * The four checks over everything in units' hands, page by page, nothing stored. For the whole committee the counts come
 * from counters and indexes and a page from its index; what one unit or one appraisal has is read at once and is the same.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { isDay } from '@luoshi/domain/kernel/day'
import type { AppraisalId, CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { fourChecks, type FourCheck } from '@luoshi/domain/supervision/four-checks'
import type { OutputOf } from '../contract/kit.ts'
import type { getSupervision, WatchedRow } from '../contract/supervision.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { chasedMatters } from './chased-matters.ts'
import { countChecks, type CheckCount } from './watch-counts.ts'
import { watchedPage, type WatchedKey } from './watch-page.ts'
import { rulesOf, watchRules, type WatchRules } from './watch-rules.ts'
import { watchedColumns, watchedJoin, watchedRows, type WatchedFound } from './watched-rows.ts'

export type WatchAsked = Readonly<{
  by: Principal
  appraisal?: AppraisalId | undefined
  unit?: UnitId | undefined
  check?: FourCheck | undefined
  alarm?: 'late' | 'silent' | undefined
  /** Where the page before ended. */
  after?: string | undefined
  limit?: number | undefined
}>

type Shown = OutputOf<(typeof getSupervision)['answer']>

const rowsOfPage = 100
/** Reading and sorting so many costs less than walking past all that are not silent. */
export const mostPutInOrder = 2000

export function silentIn(counts: readonly CheckCount[]): number {
  return counts.reduce((sum, { silent }) => sum + silent, 0)
}

export async function watchMatters(world: World, asked: WatchAsked): Outcome<Shown> {
  const scope = scopeOf(asked.by)
  const unit = scope.sees === 'unit' ? scope.unit : (asked.unit ?? null)
  const of = { unit, appraisal: asked.appraisal ?? null }
  if (scope.sees === 'none') return accept({ counts: countsOf([]), rows: [], next: null })
  const isWhole = of.unit === null && of.appraisal === null
  return accept(isWhole ? await ofAll(world, asked) : await ofSome(world, asked, of))
}

async function ofAll(world: World, { by, check, alarm, ...page }: WatchAsked): Promise<Shown> {
  const { congress } = by
  const today = todayOf(world)
  const limit = page.limit ?? rowsOfPage
  const after = keyFrom(page.after)
  const rules = await watchRules(world, congress)
  const chased = await chasedMatters(world, congress, rules, today)
  const known = { rules, chased, today }
  const counts = await countChecks(world, congress, known)
  const fewSilent = silentIn(counts) <= mostPutInOrder
  const asked = { ...known, check, alarm, fewSilent, after, limit: limit + 1 }
  const found = await watchedPage(world, congress, asked)
  const rows = found.flatMap((row) => watchedRows(row, rules, today))
  return { counts, ...pageOf(rows, limit) }
}

async function ofSome(
  world: World,
  { by, check, alarm, ...page }: WatchAsked,
  of: Of,
): Promise<Shown> {
  const { rows: watched } = await watchAll(world, by.congress, of)
  const after = keyFrom(page.after)
  const rows = watched
    .filter(
      (one) =>
        (check === undefined || one.check === check) &&
        (alarm !== 'late' || one.daysLate > 0) &&
        (alarm !== 'silent' || one.silentDays > 0) &&
        (after === null || compare(one, after) > 0),
    )
    .toSorted(compare)
  return { counts: countsOf(watched), ...pageOf(rows, page.limit ?? rowsOfPage) }
}

/** What is owed, the longest late first; then what nobody owes, by number. */
function compare(one: WatchedKey, other: WatchedKey): number {
  if (one.owed === other.owed) return one.number - other.number
  if (one.owed === null) return 1
  return other.owed === null || one.owed < other.owed ? -1 : 1
}

function pageOf(rows: readonly WatchedRow[], limit: number): Pick<Shown, 'rows' | 'next'> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? `${last.owed ?? ''}.${last.number}` : null
  return { rows: shown, next }
}

function keyFrom(text: string | undefined): WatchedKey | null {
  const [, owed = '', number = ''] = /^([\d-]*)\.(\d{1,9})$/.exec(text ?? '') ?? []
  if (number === '') return null
  return { owed: isDay(owed) ? owed : null, number: Number(number) }
}

function countsOf(rows: readonly WatchedRow[]): CheckCount[] {
  return fourChecks.map((check) => {
    const under = rows.filter((one) => one.check === check)
    const late = under.filter(({ daysLate }) => daysLate > 0).length
    const silent = under.filter(({ silentDays }) => silentDays > 0).length
    return { check, all: under.length, late, silent }
  })
}

type Of = Readonly<{ unit: string | null; appraisal: string | null }>

type WatchedAll = Readonly<{ rows: readonly WatchedRow[]; rules: WatchRules }>

/**
 * Everything in units' hands under the four checks, by the rule applied to each: what one unit or one appraisal has. Of
 * the whole, now or as it stood once, it is what the counters of the page and of the briefing are compared with.
 */
export async function watchAll(
  world: World,
  congress: CongressId,
  of: Of,
  /** As the ledger stood at a position, by the rules of a day; absent: now. */
  then?: Readonly<{ seq: number; day: Day }>,
): Promise<WatchedAll> {
  const found = await inHand(world, congress, of, then?.seq ?? null)
  const today = then?.day ?? todayOf(world)
  const appraisals = found.map(({ appraisal }) => appraisal)
  const rules = await rulesOf(world, congress, appraisals)
  return { rows: found.flatMap((row) => watchedRows(row, rules, today)), rules }
}

function inHand(
  { db }: World,
  congress: CongressId,
  { unit, appraisal }: Of,
  seq: number | null,
): Promise<readonly WatchedFound[]> {
  const stood =
    seq === null ? 'm.to_seq is null' : 'm.from_seq <= $4 and (m.to_seq is null or m.to_seq > $4)'
  return db.rows<WatchedFound>(congress, {
    text: `select ${watchedColumns} from luoshi.matter_view m ${watchedJoin}
      where m.congress = $1 and ${stood} and m.round > 0
        and m.status in ('issued', 'received', 'planned', 'inProgress', 'committed', 'submitted', 'verified', 'satisfied')
        and ($2::text is null or m.unit = $2) and ($3::text is null or m.appraisal = $3)`,
    values: [congress, unit, appraisal, ...(seq === null ? [] : [seq])],
  })
}
