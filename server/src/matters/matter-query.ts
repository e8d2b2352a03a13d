/** What a list of matters asks for, as conditions of SQL. Values only ever travel as parameters. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { isMatterStatus } from './matter-status.ts'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import type { OriginPhase } from '@luoshi/domain/opinions/opinion'
import { searchable } from '@luoshi/ledger/projections/bigrams'
import type { Principal } from '../identity/principal.ts'
import { statusesWaitingFor } from './desk-steps.ts'
import { planOwed, resultOwed } from '@luoshi/domain/matters/limit'
import { scopeOf } from './viewer-scope.ts'

export type MatterFilter = Readonly<{
  appraisal?: AppraisalId | undefined
  /** Appraisals that are left out: those somebody is recused from. */
  outside?: readonly AppraisalId[] | undefined
  unit?: UnitId | undefined
  official?: OfficialId | undefined
  statuses?: readonly MatterStatus[] | undefined
  phase?: OriginPhase | undefined
  text?: string | undefined
  late?: boolean | undefined
  /** Owed from today up to and with this day. */
  dueUntil?: Day | undefined
  mine?: boolean | undefined
}>

export type MatterQuestion = Readonly<{
  by: Principal
  congress: CongressId
  filter: MatterFilter
  today: Day
  /** Position of the log to look at; null: now. */
  seq: number | null
  /** Numbers that the text is known to be limited to, as PostgreSQL writes a list; null: not known. */
  candidates: string | null
}>

/** Collects values and hands out their places. */
export function parameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}

export type Parameters = ReturnType<typeof parameters>

export function parseStatuses(raw: string | undefined): readonly MatterStatus[] | undefined {
  return raw?.split(',').filter(isMatterStatus)
}

export function conditions(asked: MatterQuestion, { add }: Parameters): string {
  const { filter, congress, seq, candidates } = asked
  const all = [`m.congress = ${add(congress)}`]
  if (seq === null) all.push('m.to_seq is null')
  else {
    const place = add(seq)
    all.push(`m.from_seq <= ${place} and (m.to_seq is null or m.to_seq > ${place})`)
  }
  all.push(...scopeConditions(asked, add))
  if (filter.appraisal !== undefined) all.push(`m.appraisal = ${add(filter.appraisal)}`)
  if (filter.outside?.length) all.push(`m.appraisal <> all(${add(filter.outside)})`)
  if (filter.unit !== undefined) all.push(`m.unit = ${add(filter.unit)}`)
  if (filter.official !== undefined) all.push(`m.official = ${add(filter.official)}`)
  if (filter.statuses) all.push(oneOf(filter.statuses, add))
  if (filter.phase !== undefined) all.push(`m.phase = ${add(filter.phase)}`)
  if (filter.mine === true) all.push(oneOf(statusesWaitingFor(asked.by), add))
  if (filter.late === true) all.push(...owing(asked), owed('<', add(asked.today)))
  if (filter.dueUntil !== undefined) {
    all.push(...owing(asked), owed('>=', add(asked.today)), owed('<=', add(filter.dueUntil)))
  }
  if (candidates !== null) all.push(`m.number = any(${add(candidates)}::int[])`)
  for (const word of wordsOf(filter.text)) all.push(`position(${add(word)} in m.search) > 0`)
  return all.join(' and ')
}

/** Whether there are words to look for: then each matter has to be read. */
export function searches({ filter }: MatterQuestion): boolean {
  return wordsOf(filter.text).length > 0
}

/** Whether nothing but words limits what is looked for: then the newest with them can be found without the others. */
export function onlyWords({ by, filter, seq }: Omit<MatterQuestion, 'candidates'>): boolean {
  const { text, outside = [], late = false, mine = false, ...others } = filter
  const limited = outside.length > 0 || late || mine
  const free = Object.values(others).every((one) => one === undefined)
  return seq === null && text !== undefined && !limited && free && scopeOf(by).sees === 'all'
}

export function wordsOf(text: string | undefined): readonly string[] {
  return text === undefined
    ? []
    : searchable(text)
        .split(' ')
        .filter((word) => word !== '')
}

function oneOf(statuses: readonly MatterStatus[], add: Parameters['add']): string {
  // Plans are kept and know no values: named in words, one state finds the index of what waits in it (0340).
  return statuses.length === 1 ? `m.status = ${list(statuses)}` : `m.status = any(${add(statuses)})`
}

/** A unit sees nothing before it has been handed over: round 0. */
function scopeConditions({ by }: MatterQuestion, add: Parameters['add']): readonly string[] {
  const scope = scopeOf(by)
  switch (scope.sees) {
    case 'all':
      return []
    case 'unit':
      return [`m.unit = ${add(scope.unit)}`, 'm.round > 0']
    case 'none':
      return ['false']
  }
}

const list = (statuses: readonly MatterStatus[]) => statuses.map((one) => `'${one}'`).join(', ')

/**
 * True of everything that is owed. Of one unit it says the states, so that the unit's index serves; of all, what the index
 * by the day owed is limited to (0180), which then counts without looking at a matter.
 */
function owing({ by, filter }: MatterQuestion): readonly string[] {
  const ofUnit = filter.unit !== undefined || scopeOf(by).sees === 'unit'
  return ofUnit
    ? [`m.status in (${list([...planOwed, ...resultOwed])})`]
    : ['m.owed is not null', 'm.unit is not null']
}

/** The column follows the same rule as `owedNext` in the domain's `limit.ts`. */
function owed(comparator: '<' | '<=' | '>=', place: string): string {
  return `m.owed ${comparator} ${place}::date`
}
