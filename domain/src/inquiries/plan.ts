/**
 * The plan of an investigation: its team with one head, what will be done where and when by whom, and the kick-off.
 *
 *     none ──plan──▸ planned ──kick off──▸ started      both may be planned anew; every version stays in the log
 *
 * Source: domain.md §4 (调查组), §5 phase 1 (实施方案, 动员会) and phase 2.
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, AppraisalId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { InquiryRefusal } from './inquiry-refusals.ts'
import type { Method } from './methods.ts'

type MemberFacts = Readonly<{
  /** The account that signs for them; null: they sign on paper. */
  account: AccountId | null
  isHead: boolean
}>

export type TeamMember = MemberFacts & Readonly<{ name: string }>

type WorkFacts = Readonly<{ method: Method; on: Day | null }>
type WorkText = Readonly<{ place: string; who: string }>

export type PlannedWork = WorkFacts & WorkText

export type KickOff = Readonly<{ heldOn: Day; note: string }>

type About = Readonly<{
  appraisal: AppraisalId
  plannedOn: Day
  team: readonly TeamMember[]
  works: readonly PlannedWork[]
}>

export type InquiryPlan = ByStatus<{
  none: Nothing
  planned: About
  started: About & { kickOff: KickOff }
}>

export type KnownPlan = Exclude<InquiryPlan, Readonly<{ status: 'none' }>>

export type PlanEvent = ByType<{
  InquiryPlanned: {
    appraisal: AppraisalId
    on: Day
    team: readonly MemberFacts[]
    works: readonly WorkFacts[]
    words: Words<{ names: readonly string[]; works: readonly WorkText[] }>
  }
  InquiryKickedOff: { heldOn: Day; words: Words<{ note: string }> }
}>

export type PlanCommand = ByType<{
  PlanInquiry: {
    appraisal: AppraisalId
    team: readonly TeamMember[]
    works: readonly PlannedWork[]
    today: Day
  }
  KickOffInquiry: { heldOn: Day; note: string; today: Day }
}>

export const noPlan: InquiryPlan = { status: 'none' }

export function decidePlan(
  plan: InquiryPlan,
  command: PlanCommand,
): Result<readonly PlanEvent[], InquiryRefusal> {
  switch (command.type) {
    case 'PlanInquiry': {
      const { appraisal, team, works, today: on } = command
      const names = team.map(({ name }) => name.trim())
      if (names.length === 0 || names.includes('')) return refuse({ code: 'team-incomplete' })
      if (team.filter(({ isHead }) => isHead).length !== 1) return refuse({ code: 'team-one-head' })
      if (new Set(names).size < names.length) return refuse({ code: 'team-name-twice' })
      return accept([
        {
          type: 'InquiryPlanned',
          appraisal,
          on,
          team: team.map(({ account, isHead }) => ({ account, isHead })),
          works: works.map(({ method, on: day }) => ({ method, on: day })),
          words: { names, works: works.map(({ place, who }) => ({ place, who })) },
        },
      ])
    }
    case 'KickOffInquiry': {
      const { heldOn, note, today } = command
      if (plan.status === 'none') return refuse({ code: 'not-planned' })
      if (heldOn > today) return refuse({ code: 'day-to-come' })
      return accept([{ type: 'InquiryKickedOff', heldOn, words: { note: note.trim() } }])
    }
  }
}

export function evolvePlan(before: InquiryPlan, event: PlanEvent): InquiryPlan {
  switch (event.type) {
    case 'InquiryPlanned': {
      const { appraisal, on: plannedOn, words } = event
      const team = event.team.map((one, at) => ({ ...one, name: words?.names[at] ?? erasedText }))
      const works = event.works.map((one, at) => ({
        ...one,
        ...(words?.works[at] ?? { place: erasedText, who: erasedText }),
      }))
      const about = { appraisal, plannedOn, team, works }
      return before.status === 'started'
        ? { status: 'started', ...about, kickOff: before.kickOff }
        : { status: 'planned', ...about }
    }
    case 'InquiryKickedOff': {
      if (before.status === 'none') throw new Error('InquiryKickedOff before InquiryPlanned')
      const kickOff = { heldOn: event.heldOn, note: event.words?.note ?? erasedText }
      return { ...before, status: 'started', kickOff }
    }
  }
}
