/**
 * An appraisal: one campaign on one official or unit, with the county's rule book frozen into it when it starts.
 *
 *     none ──open──▸ running (phase moves forward, never back) ──archive──▸ archived (nothing owed, no paper missing)
 *                     │  ▲
 *                suspend  resume      中止: the official left or is under investigation; what is owed stays owed
 *
 * Steps within the phases are recorded as they are done (campaign-steps.ts). What is next, who is waited for and which
 * paper is missing is computed, never kept (appraisal-guide.ts).
 * Source: domain.md §5 (phases), §9.2; architecture.md (rule books are data, frozen); seed map S11–S13.
 */
import type { Day } from '../kernel/day.ts'
import type { Id, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import type { CampaignStep, StepFacts, StepRecord } from './campaign-steps.ts'
import type { Phase } from './phases.ts'

/** Why an appraisal is suspended. Source: domain.md §9.2 (suspended / replaced), §12 (留置). */
export const suspensionGrounds = [
  'transferred', // 调动
  'resigned', // 辞职
  'removed', // 免职、撤职
  'detained', // 留置
  'other',
] as const

export type SuspensionGround = (typeof suspensionGrounds)[number]

export type Suspension = Readonly<{
  ground: SuspensionGround
  on: Day
  approval: Approval
  reason: string
}>

/** A meeting put off: from when and which session, to which. */
export type Postponement = Readonly<{
  from: Day | null
  fromSession: string
  to: Day | null
  session: string
  approval: Approval
  reason: string
}>

/** The version that was frozen: a county's own by its record and edition, a shipped profile by its key alone. */
export type BookVersion = Readonly<{
  book: Id<'book'> | null
  edition: number | null
  /** SHA-256 of the frozen book, see hash-of-book.ts. */
  hash: string
}>

type About = Readonly<{
  title: string
  unit: UnitId
  official: OfficialId
  ruleBook: RuleBook
  /** Which version it is; null in appraisals opened before that was kept. */
  bookVersion: BookVersion | null
  session: string
  openedOn: Day
  phase: Phase
  /** The annual plan it was opened from. */
  plan: Id<'yearplan'> | null
  /** The day of the appraisal meeting, when it is fixed. */
  meetingOn: Day | null
  /** The last record of each step; earlier ones stay in the log. */
  steps: Partial<Readonly<Record<CampaignStep, StepRecord>>>
  suspension: Suspension | null
  postponements: readonly Postponement[]
  /** Officials who answered for it before the one who does now. */
  replaced: readonly OfficialId[]
}>

export type Appraisal = ByStatus<{
  none: Nothing
  running: About
  archived: About & { archivedOn: Day }
}>

export type RunningAppraisal = Extract<Appraisal, Readonly<{ status: 'running' }>>

export type AppraisalEvent = ByType<{
  AppraisalOpened: {
    unit: UnitId
    official: OfficialId
    ruleBook: RuleBook
    /** Absent in appraisals of the first release. */
    bookVersion?: BookVersion | null
    session: string
    on: Day
    /** Absent in appraisals of the first release. */
    plan?: Id<'yearplan'> | null
    words: Words<{ title: string }>
  }
  PhaseEntered: { phase: Phase; on: Day }
  AppraisalArchived: { on: Day }
  CampaignStepDone: StepFacts & { words: Words<{ note: string }> }
  CampaignStepsWaived: {
    steps: readonly CampaignStep[]
    on: Day
    approval: Approval
    words: Words<{ reason: string }>
  }
  AppraisalMeetingFixed: { meetingOn: Day; on: Day }
  AppraisalPostponed: {
    session: string
    meetingOn: Day | null
    on: Day
    approval: Approval
    words: Words<{ reason: string }>
  }
  AppraisalSuspended: {
    ground: SuspensionGround
    on: Day
    approval: Approval
    words: Words<{ reason: string }>
  }
  /** `unit`: the one that took over when the appraised one merged; absent in events before that was kept. */
  AppraisalResumed: { official: OfficialId; unit?: UnitId; on: Day; approval: Approval }
}>

export const noAppraisal: Appraisal = { status: 'none' }

export function evolveAppraisal(before: Appraisal, event: AppraisalEvent): Appraisal {
  if (event.type === 'AppraisalOpened') {
    const { unit, official, ruleBook, bookVersion = null, session, on, plan = null, words } = event
    return {
      status: 'running',
      title: words?.title ?? erasedText,
      unit,
      official,
      ruleBook,
      bookVersion,
      session,
      openedOn: on,
      phase: 'planned',
      plan,
      meetingOn: null,
      steps: {},
      suspension: null,
      postponements: [],
      replaced: [],
    }
  }
  if (before.status === 'none') throw new Error(`${event.type} before AppraisalOpened`)
  switch (event.type) {
    case 'PhaseEntered':
      return { ...before, phase: event.phase }
    case 'AppraisalArchived':
      return { ...before, status: 'archived', archivedOn: event.on }
    case 'CampaignStepDone': {
      const { step, on, number, until, words } = event
      const note = words?.note ?? erasedText
      const done = { step, on, number, until, how: 'done', note } as const
      return { ...before, steps: { ...before.steps, [step]: done } }
    }
    case 'CampaignStepsWaived': {
      const { on, approval, words } = event
      const reason = words?.reason ?? erasedText
      const waived = event.steps.map(
        (step) => [step, { step, how: 'waived', on, approval, reason }] as const,
      )
      return { ...before, steps: { ...before.steps, ...Object.fromEntries(waived) } }
    }
    case 'AppraisalMeetingFixed':
      return { ...before, meetingOn: event.meetingOn }
    case 'AppraisalPostponed': {
      const { session, meetingOn, approval, words } = event
      const put: Postponement = {
        from: before.meetingOn,
        fromSession: before.session,
        to: meetingOn,
        session,
        approval,
        reason: words?.reason ?? erasedText,
      }
      return { ...before, session, meetingOn, postponements: [...before.postponements, put] }
    }
    case 'AppraisalSuspended': {
      const { ground, on, approval, words } = event
      const reason = words?.reason ?? erasedText
      return { ...before, suspension: { ground, on, approval, reason } }
    }
    case 'AppraisalResumed': {
      const { official, unit = before.unit } = event
      const replaced =
        official === before.official ? before.replaced : [...before.replaced, before.official]
      return { ...before, suspension: null, unit, official, replaced }
    }
  }
}
