/** Annual plans: drafting, stepping, and opening an appraisal from one, with the link written on both sides at once. */
import { explainYearPlanRefusal } from '@luoshi/domain/appraisals/year-plan-refusals'
import { yearPlanDecider, type YearPlanCommand } from '@luoshi/domain/appraisals/year-plan-decider'
import type { YearPlan } from '@luoshi/domain/appraisals/year-plan'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { notYetThisTerm } from '@luoshi/domain/appraisals/choose-subjects'
import type { YearPlanRow, YearPlanTold } from '../contract/yearplans.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { listRecords, takeRecordStep } from '../execute/record.ts'
import { forbidden, notFound, refused, versionConflict } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { openAppraisal, type AppraisalDone, type Opening } from './appraisal-commands.ts'
import { yearPlanKind } from './campaign-records.ts'
import { seatsObstacle } from '../people/responsible-obstacle.ts'

type PlanId = Id<'yearplan'>

/** One plan a year: the year is its name, so that two clerks cannot begin two. */
const planOf = (year: number): PlanId =>
  idOf('yearplan', `yearplan_${String(year).padStart(4, '0')}`)

function decide(plan: YearPlan, command: YearPlanCommand) {
  const ruling = yearPlanDecider.decide(plan, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainYearPlanRefusal(ruling.refusal))
}

export async function draftYearPlan(
  world: World,
  asked: Asked & Readonly<{ year: number; title: string }>,
) {
  const { year, title } = asked
  const { by, key } = asked
  const id = planOf(Math.min(9999, Math.max(0, Math.trunc(year))))
  const { version } = await yearPlanKind.load(world.db, by.congress, id)
  const told = { type: 'DraftYearPlan', year, title, today: todayOf(world) } as const
  const step = { by, key, command: 'DraftYearPlan', id, version } as const
  return takeRecordStep(world, yearPlanKind, { ...step, decide: (plan) => decide(plan, told) })
}

export async function stepOnYearPlan(
  world: World,
  {
    by,
    key,
    id,
    version,
    told,
  }: Asked & Readonly<{ id: PlanId; version: number; told: YearPlanTold }>,
) {
  const command = { ...told, today: todayOf(world) }
  return takeRecordStep(world, yearPlanKind, {
    by,
    key,
    command: told.type,
    id,
    version,
    decide: async (plan) => {
      const seats = told.type === 'PlanSubjects' ? told.subjects : []
      const real = await seatsObstacle(world.db, by.congress, seats)
      return real.ok ? decide(plan, command) : real
    },
  })
}

export async function openFromPlan(
  world: World,
  asked: Asked &
    Readonly<{ id: PlanId; version: number; subject: string }> &
    Omit<Opening, 'unit' | 'official'>,
): Outcome<AppraisalDone> {
  const { by, key, id, subject, title, ruleBook, session } = asked
  if (!mayGive(asked, 'OpenAppraisal')) return forbidden()
  const before = await yearPlanKind.load(world.db, by.congress, id)
  const { state } = before
  if (state.status === 'none') return notFound()
  const one = state.subjects.find((known) => known.subject === subject)
  if (!one)
    return refused(409, 'no-such-subject', explainYearPlanRefusal({ code: 'no-such-subject' }))
  const { unit, official } = one
  return openAppraisal(world, {
    by,
    key,
    opening: { title, ruleBook, session, unit, official },
    from: {
      plan: id,
      mark: async (appraisal) => {
        if (before.version !== asked.version) return versionConflict()
        const today = todayOf(world)
        const ruling = decide(state, { type: 'OpenFromPlan', subject, appraisal, today })
        return ruling.ok ? accept(yearPlanKind.write(id, before, ruling.value)) : ruling
      },
    },
  })
}

export async function readYearPlans(
  { db }: World,
  by: Principal,
): Outcome<{ rows: YearPlanRow[] }> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const found = await listRecords(db, by.congress, 'yearplan')
  const rows = await Promise.all(
    found.map(async ({ id }) => readYearPlan(db, by, idOf('yearplan', id))),
  )
  return accept({ rows: rows.filter((row) => row !== null) })
}

async function readYearPlan(
  db: World['db'],
  by: Principal,
  id: PlanId,
): Promise<YearPlanRow | null> {
  const { state, version } = await yearPlanKind.load(db, by.congress, id)
  return state.status === 'none' ? null : { id, version, plan: state }
}

export async function yearPlanShown(
  { db }: World,
  by: Principal,
  done: ReturnType<typeof stepOnYearPlan>,
): Outcome<YearPlanRow> {
  const result = await done
  if (!result.ok) return result
  const row = await readYearPlan(db, by, result.value.id)
  return row ? accept(row) : notFound()
}

/** 届内轮换: officials in post with their appraisals, those not appraised since the day. */
export async function readRotation({ db }: World, by: Principal, since: Day) {
  if (scopeOf(by).sees !== 'all') return notFound()
  const rows = await db.rows<{
    id: string
    name: string
    post: string
    unit: string
    unit_name: string | null
    last_on: string | null
    times: number
  }>(by.congress, {
    text: `select o.id, o.name, o.post, o.unit, u.name as unit_name,
        max(a.doc ->> 'openedOn') as last_on, count(a.id)::int as times
      from luoshi.official_view o
      left join luoshi.unit_view u on u.congress = o.congress and u.id = o.unit and u.to_seq is null
      left join luoshi.appraisal_view a
        on a.congress = o.congress and a.official = o.id and a.to_seq is null
      where o.congress = $1 and o.to_seq is null and o.status = 'inPost'
      group by o.id, o.name, o.post, o.unit, u.name order by u.name, o.name, o.id`,
    values: [by.congress],
  })
  const all = rows.map(({ last_on, times, ...who }) => {
    return { who, lastOn: last_on !== null && isDay(last_on) ? last_on : null, times }
  })
  const waiting = notYetThisTerm(all, since).map(({ who, lastOn, times }) => ({
    official: idOf('official', who.id),
    officialName: who.name,
    post: who.post,
    unit: idOf('unit', who.unit),
    unitName: who.unit_name ?? '',
    lastOn,
    times,
  }))
  return accept({ officials: rows.length, rows: waiting })
}
