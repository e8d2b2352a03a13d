/** Where an appraisal stands, computed from its stream, the counts of its matters and the rows of its parts. */
import type { Appraisal } from '@luoshi/domain/appraisals/appraisal'
import {
  appraisalGuide,
  type Guide,
  type PartRecord,
} from '@luoshi/domain/appraisals/appraisal-guide'
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { isDay } from '@luoshi/domain/kernel/day'
import {
  isId,
  recordKinds,
  type AppraisalId,
  type CongressId,
  type Id,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { holderOf, unsignedOf, type KnownLetter } from '@luoshi/domain/letters/letter'
import { accept } from '@luoshi/domain/kernel/result'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import { todayOf, type World } from '../execute/context.ts'
import { loadAppraisal, loadOfficial } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { Principal } from '../identity/principal.ts'
import { yearPlanKind } from './campaign-records.ts'
import { readAppraisal } from './list-appraisals.ts'

export type FoundGuide = Readonly<{
  appraisal: Exclude<Appraisal, Readonly<{ status: 'none' }>>
  version: number
  guide: Guide
  matters: Readonly<{ all: number; open: number }>
}>

export async function guideOf(
  world: World,
  congress: CongressId,
  id: AppraisalId,
): Promise<FoundGuide | null> {
  const [{ state, version }, records, matters, lastVerdict] = await Promise.all([
    loadAppraisal(world.db, congress, id),
    recordsOf(world, congress, id),
    mattersOf(world, congress, id),
    lastVerdictOf(world, congress, id),
  ])
  if (state.status === 'none') return null
  const today = todayOf(world)
  const consent = await consentTo(world, congress, state.plan)
  const found = { appraisal: state, records, matters, lastVerdict, consent }
  const input = { ...found, calendar: chinaCalendar, today }
  return { appraisal: state, version, guide: appraisalGuide(input), matters }
}

async function consentTo({ db }: World, congress: CongressId, plan: Id<'yearplan'> | null) {
  if (plan === null) return null
  const { state } = await yearPlanKind.load(db, congress, plan)
  if (state.status === 'none' || state.party === null) return null
  const { on, number } = state.party
  return { on, number }
}

type Row = {
  kind: string
  status: string
  on: string | null
  number: number
  unit: string | null
  letter: KnownLetter | null
}

async function recordsOf(
  { db }: World,
  congress: CongressId,
  id: AppraisalId,
): Promise<readonly PartRecord[]> {
  const rows = await db.rows<Row>(congress, {
    text: `select kind, status, on_day::text as on, number, unit,
          case when kind = 'letter' then doc end as letter from luoshi.record_view
        where congress = $1 and to_seq is null
          and (appraisal = $2 or kind = 'meeting' and doc -> 'appraisals' ? $2)
        order by kind, on_day desc nulls last, id desc`,
    values: [congress, id],
  })
  return rows.flatMap((row) => {
    const { kind, status, on, number } = row
    const known = recordKinds.find((one) => one === kind)
    if (!known) return []
    const day = on !== null && isDay(on) ? on : null
    return [{ kind: known, status, on: day, number, waitsFor: signaturesOut(row) }]
  })
}

/** Of a letter that was handed over, the units that did not sign for it; of a report, its unit until it is signed. */
function signaturesOut({ kind, status, unit, letter }: Row): readonly UnitId[] {
  if (letter !== null && status === 'delivered')
    return unsignedOf(letter).map((one) => holderOf(letter, one))
  const isOpenReport = kind === 'report' && status !== 'signed'
  return isOpenReport && unit !== null && isId('unit', unit) ? [unit] : []
}

async function mattersOf({ db }: World, congress: CongressId, id: AppraisalId) {
  const [row] = await db.rows<{ all: number; open: number }>(congress, {
    text: `select coalesce(sum(n), 0)::int as all,
        coalesce(sum(n) filter (where status not in ('closed', 'merged', 'exited')), 0)::int as open
      from luoshi.matter_count where congress = $1 and appraisal = $2`,
    values: [congress, id],
  })
  return row ?? { all: 0, open: 0 }
}

async function lastVerdictOf({ db }: World, congress: CongressId, id: AppraisalId) {
  const [row] = await db.rows<{ on: string | null }>(congress, {
    text: `select max(verdict ->> 'on') as on from luoshi.matter_view m,
        jsonb_path_query(m.doc, '$.rounds[*].verdict') verdict
      where m.congress = $1 and m.appraisal = $2 and m.to_seq is null`,
    values: [congress, id],
  })
  const on = row?.on ?? null
  return on !== null && isDay(on) ? on : null
}

/** The guide for everybody who may see the appraisal: supervisors and supervised see the same (S14). */
export async function readGuide(world: World, by: Principal, id: AppraisalId) {
  const visible = await readAppraisal(world, by, id)
  if (!visible.ok) return visible
  const found = await guideOf(world, by.congress, id)
  if (!found) return notFound()
  const { appraisal, guide, matters } = found
  const { meetingOn, plan, suspension, postponements } = appraisal
  const waited = guide.steps.flatMap(({ units }) => units)
  const [unitNames, origins, replaced] = await Promise.all([
    namesOf(world, by.congress, waited),
    originsOf(world, by.congress, id),
    Promise.all(appraisal.replaced.map((one) => nameOf(world, by.congress, one))),
  ])
  const leftTo = successorOf(visible.value)
  const now = { meetingOn, plan, suspension, postponements, openMatters: matters.open }
  return accept({ guide, ...now, unitNames, origins, leftTo, replaced })
}

async function originsOf({ db }: World, congress: CongressId, id: AppraisalId) {
  const rows = await db.rows<{ phase: string; n: number }>(congress, {
    text: `select phase, count(*)::int as n from luoshi.matter_view
      where congress = $1 and appraisal = $2 and to_seq is null group by phase`,
    values: [congress, id],
  })
  const count = (phase: (typeof originPhases)[number]) =>
    rows.find((row) => row.phase === phase)?.n ?? 0
  return { before: count('before'), during: count('during'), after: count('after') }
}

async function namesOf(
  { db }: World,
  congress: CongressId,
  units: readonly UnitId[],
): Promise<Record<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    text: `select id, name from luoshi.unit_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, units],
  })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

async function nameOf({ db }: World, congress: CongressId, id: OfficialId): Promise<string> {
  const { state } = await loadOfficial(db, congress, id)
  return state.status === 'none' ? '' : state.name
}

function successorOf({ answersNow }: AppraisalRow) {
  if (answersNow === null || answersNow.official === null) return null
  return { id: answersNow.official, name: answersNow.name }
}
