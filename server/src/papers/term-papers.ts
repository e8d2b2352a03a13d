/** The plan of the term that runs, from its annual plans; for the committee's side, as they are. */
import { yearsOfTerm } from '@luoshi/domain/appraisals/term-years'
import type { KnownYearPlan } from '@luoshi/domain/appraisals/year-plan'
import { dayParts } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import {
  termPlanPaper,
  type SubjectOfTerm,
  type TermPlanOnPaper,
  type YearOfTerm,
} from '@luoshi/papers/official/kinds/term-plan'
import { readAppraisals } from '../appraisals/list-appraisals.ts'
import { readRotation, readYearPlans } from '../appraisals/year-plan-commands.ts'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { TermRow } from '../contract/terms.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { readTerms } from '../people/read-terms.ts'
import { noRecord, recordAsked, type PaperLoader } from './asked-paper.ts'

/** Of a term gone by nobody knows who was in post then: it has no such plan. */
export const termPlan: PaperLoader = async (world, asked) => {
  const { by } = asked
  if (scopeOf(by).sees !== 'all') return forbidden()
  const named = recordAsked(asked, 'term')
  const { terms } = await readTerms(world, by)
  const term = terms.find(({ id, status }) => status === 'current' && (named ?? id) === id)
  if (!term) return noRecord(asked)
  const about = await onPaper(world, by, term)
  if (!about.ok) return about
  return accept({
    on: todayOf(world),
    of: term.id,
    standing: 'issued',
    paper: (frame) => termPlanPaper(frame, about.value),
  })
}

async function onPaper(world: World, by: Principal, term: TermRow): Outcome<TermPlanOnPaper> {
  const { number, from, until } = term
  const [found, rotation, appraisals] = await Promise.all([
    readYearPlans(world, by),
    readRotation(world, by, from),
    readAppraisals(world, by),
  ])
  if (!found.ok) return found
  if (!rotation.ok) return rotation
  const plans = found.value.rows.map(({ plan }) => plan)
  const seats = await seatsOf(world, by, plans)
  const years = yearsOfTerm(term).map((year) => {
    const plan = plans.find((one) => one.year === year) ?? null
    const opened = appraisals.filter((one) => {
      return one.openedOn >= from && dayParts(one.openedOn).year === year
    })
    return yearOf(year, { plan, opened, plans, appraisals, seats })
  })
  const isPlanned = (official: string) =>
    years.some(({ waitingFor }) => waitingFor.includes(official))
  const { officials: inPost, rows } = rotation.value
  const planned = rows.filter(({ official }) => isPlanned(official)).length
  return accept({
    number,
    from,
    until,
    inPost,
    appraised: inPost - rows.length,
    planned,
    years: years.map(({ shown }) => shown),
    waiting: rows.filter(({ official }) => !isPlanned(official)),
  })
}

type Seats = ReadonlyMap<string, Readonly<{ officialName: string; post: string; unitName: string }>>

type Given = Readonly<{
  plan: KnownYearPlan | null
  /** Appraisals opened in the year. */
  opened: readonly AppraisalRow[]
  plans: readonly KnownYearPlan[]
  appraisals: readonly AppraisalRow[]
  seats: Seats
}>

/** What was withdrawn from a plan is not in it; what was opened beside all plans stands in the year it was opened. */
function yearOf(
  year: number,
  { plan, opened, plans, appraisals, seats }: Given,
): Readonly<{ shown: YearOfTerm; waitingFor: readonly string[] }> {
  const live = plan?.subjects.filter(({ isWithdrawn }) => !isWithdrawn) ?? []
  const known = new Map(appraisals.map((one) => [one.id, one]))
  const inPlans = new Set(
    plans.flatMap(({ subjects }) => subjects.map(({ appraisal }) => appraisal)),
  )
  const planned = live.map((one): SubjectOfTerm => {
    const appraisal = one.appraisal === null ? undefined : known.get(one.appraisal)
    const seat = appraisal ?? seats.get(`${one.official}/${one.unit}`)
    const { officialName = '', post = '', unitName = '' } = seat ?? {}
    const { kind, selection } = one
    return {
      officialName,
      post,
      unitName,
      planned: { kind, selection },
      appraisal: appraisal ? openedOf(appraisal) : null,
    }
  })
  const beside = opened
    .filter(({ id }) => !inPlans.has(id))
    .toReversed()
    .map((one): SubjectOfTerm => {
      const { officialName, post, unitName } = one
      return { officialName, post, unitName, planned: null, appraisal: openedOf(one) }
    })
  const adopted = plan?.status === 'adopted' ? plan.approval : null
  return {
    shown: { year, plan: plan && { adopted }, subjects: [...planned, ...beside] },
    waitingFor: live.flatMap(({ official, appraisal }) => (appraisal === null ? [official] : [])),
  }
}

function openedOf({ openedOn, status }: AppraisalRow) {
  return { openedOn, isArchived: status === 'archived' }
}

/** Names of those who are planned, by the seat they are planned for. */
async function seatsOf(
  { db }: World,
  by: Principal,
  plans: readonly KnownYearPlan[],
): Promise<Seats> {
  const subjects = plans.flatMap((plan) => plan.subjects)
  const rows = await db.rows<{
    id: string
    name: string
    post: string
    unit: string
    unit_name: string
  }>(by.congress, {
    text: `select o.id, o.name, o.post, u.id as unit, u.name as unit_name
      from unnest($2::text[], $3::text[]) as seat (official, unit)
      join luoshi.official_view o on o.congress = $1 and o.id = seat.official and o.to_seq is null
      join luoshi.unit_view u on u.congress = $1 and u.id = seat.unit and u.to_seq is null`,
    values: [
      by.congress,
      subjects.map(({ official }) => official),
      subjects.map(({ unit }) => unit),
    ],
  })
  return new Map(
    rows.map(({ id, name, post, unit, unit_name }) => [
      `${id}/${unit}`,
      { officialName: name, post, unitName: unit_name },
    ]),
  )
}
