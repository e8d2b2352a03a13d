/**
 * What may happen to an appraisal next. The phase only moves forward; an archive leaves nothing owed and no paper
 * missing without a recorded reason; a suspended appraisal neither moves nor ends by itself, yet its matters go on.
 *
 * Source: domain.md §5, §9.2; 监督法第八条 (decisions are bodies': approvals carry body, day and number).
 */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { Id, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import {
  evolveAppraisal,
  noAppraisal,
  type Appraisal,
  type AppraisalEvent,
  type BookVersion,
  type RunningAppraisal,
  type SuspensionGround,
} from './appraisal.ts'
import type { AppraisalRefusal } from './appraisal-refusals.ts'
import { stepRules, type CampaignStep } from './campaign-steps.ts'
import { phases, type Phase } from './phases.ts'

export type AppraisalCommand = ByType<{
  OpenAppraisal: {
    title: string
    unit: UnitId
    official: OfficialId
    ruleBook: RuleBook
    bookVersion: BookVersion
    session: string
    plan: Id<'yearplan'> | null
    today: Day
  }
  EnterPhase: { phase: Phase; today: Day }
  /**
   * `openMatters`: how many of its matters are neither closed, merged nor exited. `missing`: required steps neither
   * done nor waived, as the guide computes them. Both counted when the command is given.
   */
  ArchiveAppraisal: { openMatters: number; missing: readonly CampaignStep[]; today: Day }
  RecordCampaignStep: {
    step: CampaignStep
    on: Day
    number: string
    until: Day | null
    note: string
    today: Day
  }
  WaiveCampaignSteps: {
    steps: readonly CampaignStep[]
    reason: string
    approval: Approval
    today: Day
  }
  FixMeetingDay: { meetingOn: Day; today: Day }
  PostponeAppraisal: {
    session: string
    meetingOn: Day | null
    reason: string
    approval: Approval
    today: Day
  }
  SuspendAppraisal: { ground: SuspensionGround; reason: string; approval: Approval; today: Day }
  /**
   * `official`: who answers from now on: the same person, or the successor. `unit`: the appraised one as it stands now:
   * the one it merged into, when it is no more.
   */
  ResumeAppraisal: { official: OfficialId; unit: UnitId; approval: Approval; today: Day }
}>

type Ruling = Result<readonly AppraisalEvent[], AppraisalRefusal>

export const appraisalDecider: Decider<
  Appraisal,
  AppraisalCommand,
  AppraisalEvent,
  AppraisalRefusal
> = {
  initial: noAppraisal,
  decide: (appraisal, command) => {
    if (command.type === 'OpenAppraisal') {
      if (appraisal.status !== 'none') return refuse({ code: 'appraisal-already-open' })
      const { title, unit, official, ruleBook, bookVersion, session, plan, today } = command
      if (title.trim() === '') return refuse({ code: 'title-missing' })
      const words = { title: title.trim() }
      const facts = { unit, official, ruleBook, bookVersion, session, plan, on: today }
      return accept([{ type: 'AppraisalOpened', ...facts, words }])
    }
    if (appraisal.status !== 'running') return refuse({ code: 'appraisal-not-running' })
    if ('approval' in command) {
      const fault = approvalFault(command.approval, command.today)
      if (fault) return refuse({ code: 'approval-faulty', fault })
    }
    return decideRunning(appraisal, command)
  },
  evolve: evolveAppraisal,
}

function decideRunning(
  appraisal: RunningAppraisal,
  command: Exclude<AppraisalCommand, Readonly<{ type: 'OpenAppraisal' }>>,
): Ruling {
  const { today: on } = command
  switch (command.type) {
    case 'EnterPhase': {
      if (appraisal.suspension) return refuse({ code: 'appraisal-suspended' })
      const { phase: from } = appraisal
      const { phase: to } = command
      if (phases.indexOf(to) <= phases.indexOf(from))
        return refuse({ code: 'phase-not-forward', from, to })
      return accept([{ type: 'PhaseEntered', phase: to, on }])
    }
    case 'ArchiveAppraisal': {
      const { openMatters: open, missing } = command
      if (open > 0) return refuse({ code: 'matters-still-open', open })
      if (missing.length > 0) return refuse({ code: 'papers-missing', missing })
      return accept([{ type: 'AppraisalArchived', on }])
    }
    case 'RecordCampaignStep':
      return recordStep(command)
    case 'WaiveCampaignSteps': {
      const { steps, approval } = command
      if (steps.length === 0) return refuse({ code: 'no-step-named' })
      const reason = command.reason.trim()
      if (reason === '') return refuse({ code: 'reason-missing' })
      const done = steps.find((step) => appraisal.steps[step]?.how === 'done')
      if (done !== undefined) return refuse({ code: 'step-already-done', step: done })
      return accept([{ type: 'CampaignStepsWaived', steps, on, approval, words: { reason } }])
    }
    case 'FixMeetingDay':
      return accept([{ type: 'AppraisalMeetingFixed', meetingOn: command.meetingOn, on }])
    case 'PostponeAppraisal': {
      const { meetingOn, approval } = command
      const [session, reason] = [command.session.trim(), command.reason.trim()]
      if (session === '') return refuse({ code: 'session-missing' })
      if (reason === '') return refuse({ code: 'reason-missing' })
      if (meetingOn !== null && appraisal.meetingOn !== null && meetingOn <= appraisal.meetingOn)
        return refuse({ code: 'not-later', from: appraisal.meetingOn, to: meetingOn })
      const words = { reason }
      return accept([{ type: 'AppraisalPostponed', session, meetingOn, on, approval, words }])
    }
    case 'SuspendAppraisal': {
      const { ground, approval } = command
      if (appraisal.suspension) return refuse({ code: 'appraisal-suspended' })
      const reason = command.reason.trim()
      if (reason === '') return refuse({ code: 'reason-missing' })
      return accept([{ type: 'AppraisalSuspended', ground, on, approval, words: { reason } }])
    }
    case 'ResumeAppraisal': {
      const { official, unit, approval } = command
      if (!appraisal.suspension) return refuse({ code: 'appraisal-not-suspended' })
      return accept([{ type: 'AppraisalResumed', official, unit, on, approval }])
    }
  }
}

function recordStep(
  command: Extract<AppraisalCommand, Readonly<{ type: 'RecordCampaignStep' }>>,
): Ruling {
  const { step, on, until, today } = command
  const [number, note] = [command.number.trim(), command.note.trim()]
  if (on > today) return refuse({ code: 'step-in-the-future', step })
  if (stepRules[step].numbered && number === '') return refuse({ code: 'number-missing', step })
  if (until !== null && until < on) return refuse({ code: 'until-before-start', on, until })
  return accept([
    {
      type: 'CampaignStepDone',
      step,
      on,
      number: number === '' ? null : number,
      until,
      words: { note },
    },
  ])
}
