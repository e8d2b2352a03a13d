/** Indicators are entered, read again and listed. */
import { idOf, type AppraisalId, type Id, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import {
  decideIndicator,
  explainIndicatorRefusal,
  type Better,
  type Indicator,
  type IndicatorCommand,
  type Reading,
} from '@luoshi/domain/surveys/effect/indicator'
import type { IndicatorRow, IndicatorsShown } from '../../contract/indicators.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../../execute/context.ts'
import { newId } from '../../execute/ids.ts'
import { loadAppraisal } from '../../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../../execute/record.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { indicatorKind } from './indicator-kind.ts'

type Entering = Asked &
  Readonly<{
    appraisal: AppraisalId
    matters: readonly MatterId[]
    name: string
    unit: string
    better: Better
    first: Reading
  }>

export async function enterIndicator(
  at: World,
  { by, key, ...told }: Entering,
): Outcome<RecordDone<'indicator'>> {
  const world = oneMoment(at)
  if (!mayGive({ by }, 'EnterIndicator')) return forbidden()
  const { state } = await loadAppraisal(world.db, by.congress, told.appraisal)
  if (state.status === 'none') return notFound()
  const [known] = await world.db.rows<{ n: number }>(by.congress, {
    text: `select count(distinct id)::int as n from luoshi.matter_view
      where congress = $1 and to_seq is null and id = any($2) and appraisal = $3`,
    values: [by.congress, [...told.matters], told.appraisal],
  })
  if (known?.n !== new Set(told.matters).size) return notFound()
  const command = { type: 'EnterIndicator', ...told, today: todayOf(world) } as const
  return onIndicator(world, { by, key, indicator: newId('indicator'), version: 0 }, command)
}

type Of = Asked & Readonly<{ indicator: Id<'indicator'>; version: number }>

export function readIndicatorAgain(
  at: World,
  asked: Of & Readonly<{ reading: Reading }>,
): Outcome<RecordDone<'indicator'>> {
  const world = oneMoment(at)
  const { reading } = asked
  return onIndicator(world, asked, { type: 'ReadIndicator', reading, today: todayOf(world) })
}

function onIndicator(
  world: World,
  { by, key, indicator, version }: Of,
  command: IndicatorCommand,
): Outcome<RecordDone<'indicator'>> {
  return takeRecordStep(world, indicatorKind, {
    by,
    key,
    command: command.type,
    id: indicator,
    version,
    decide: (state) => {
      const ruling = decideIndicator(state, command)
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainIndicatorRefusal(ruling.refusal))
    },
  })
}

type Which = Readonly<{ appraisal?: AppraisalId | undefined; matter?: MatterId | undefined }>

type Found = { id: string; version: number; doc: Exclude<Indicator, { status: 'none' }> }

export async function readIndicators(
  { db }: World,
  by: Principal,
  which: Which,
): Outcome<IndicatorsShown> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return forbidden()
  const rows = await db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.doc from luoshi.record_view r
      join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      where r.congress = $1 and r.kind = 'indicator' and r.to_seq is null
        and ($2::text is null or r.appraisal = $2) and ($3::text is null or r.doc -> 'matters' ? $3)
        and ($4::text is null or a.unit = $4)
      order by r.id limit 200`,
    values: [
      by.congress,
      which.appraisal ?? null,
      which.matter ?? null,
      scope.sees === 'unit' ? scope.unit : null,
    ],
  })
  return accept({ rows: rows.map(rowOf), mayEnter: may(by, 'EnterIndicator', null) })
}

function rowOf({ id, version, doc }: Found): IndicatorRow {
  const { name, unit, better, readings } = doc
  return { id: idOf('indicator', id), version, name, unit, better, readings }
}
