/** Where an appraisal stands, computed from its stream, the counts of its matters and the rows of its parts. */
import type { Appraisal } from '@luoshi/domain/appraisals/appraisal'
import { appraisalGuide, type Guide } from '@luoshi/domain/appraisals/appraisal-guide'
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import type { AppraisalId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import { todayOf, type World } from '../execute/context.ts'
import { loadAppraisal, loadOfficial } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { Principal } from '../identity/principal.ts'
import { nobodyIn } from '../people/signs-in-for.ts'
import { consentsTo, partsOf } from './guide-parts.ts'
import { readAppraisal } from './list-appraisals.ts'

type KnownAppraisal = Exclude<Appraisal, Readonly<{ status: 'none' }>>

export type FoundGuide = Readonly<{
  appraisal: KnownAppraisal
  version: number
  guide: Guide
  matters: Readonly<{ all: number; open: number }>
}>

export async function guideOf(
  world: World,
  congress: CongressId,
  id: AppraisalId,
): Promise<FoundGuide | null> {
  const { state, version } = await loadAppraisal(world.db, congress, id)
  if (state.status === 'none') return null
  const [found] = await guidesFor(world, congress, [{ id, version, appraisal: state }])
  return found ?? null
}

/** Of many at once: as many questions as for one. */
export async function guidesOf(
  world: World,
  congress: CongressId,
  ids: readonly AppraisalId[],
): Promise<ReadonlyMap<AppraisalId, FoundGuide>> {
  const rows = await world.db.rows<Known>(congress, {
    text: `select id, version, doc as appraisal from luoshi.appraisal_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, ids],
  })
  const found = await guidesFor(world, congress, rows)
  return new Map(found.map((one) => [one.id, one]))
}

type Known = { id: AppraisalId; version: number; appraisal: KnownAppraisal }

async function guidesFor(
  world: World,
  congress: CongressId,
  known: readonly Known[],
): Promise<readonly (FoundGuide & Readonly<{ id: AppraisalId }>)[]> {
  const plans = known.flatMap(({ appraisal }) => appraisal.plan ?? [])
  const [parts, consents] = await Promise.all([
    partsOf(
      world.db,
      congress,
      known.map(({ id }) => id),
    ),
    consentsTo(world.db, congress, plans),
  ])
  const today = todayOf(world)
  return known.map(({ id, version, appraisal }) => {
    const { plan } = appraisal
    const consent = plan === null ? null : (consents.get(plan) ?? null)
    const input = { appraisal, ...parts(id), consent, calendar: chinaCalendar, today }
    return { id, appraisal, version, guide: appraisalGuide(input), matters: input.matters }
  })
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
  const { unit, unitName, status } = visible.value
  const [unitNames, origins, nobody, replaced] = await Promise.all([
    namesOf(world, by.congress, waited),
    originsOf(world, by.congress, id),
    status === 'running' ? nobodyIn(world.db, by.congress, unit, unitName) : null,
    Promise.all(appraisal.replaced.map((one) => nameOf(world, by.congress, one))),
  ])
  const leftTo = successorOf(visible.value)
  const now = { meetingOn, plan, suspension, postponements, openMatters: matters.open }
  return accept({ guide, ...now, unitNames, origins, leftTo, nobody, replaced })
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
