/** What may happen to an annual plan next. Source: see year-plan.ts. */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import {
  evolveYearPlan,
  noYearPlan,
  type KnownYearPlan,
  type SubjectFacts,
  type YearPlan,
  type YearPlanEvent,
} from './year-plan.ts'
import type { YearPlanRefusal } from './year-plan-refusals.ts'

export type ProposedSubject = Omit<SubjectFacts, 'subject'> & Readonly<{ reason: string }>

export type YearPlanCommand = ByType<{
  DraftYearPlan: { year: number; title: string; today: Day }
  /** All of them or none; `approval` only once the plan is adopted. */
  PlanSubjects: {
    subjects: readonly ProposedSubject[]
    approval: Approval | null
    today: Day
  }
  WithdrawSubject: { subject: string; reason: string; approval: Approval | null; today: Day }
  RecordPartyConsent: { body: string; number: string; on: Day; today: Day }
  AdoptYearPlan: { approval: Approval; today: Day }
  PublishYearPlan: { on: Day; today: Day }
  OpenFromPlan: { subject: string; appraisal: AppraisalId; today: Day }
}>

type Ruling = Result<readonly YearPlanEvent[], YearPlanRefusal>

export const yearPlanDecider: Decider<YearPlan, YearPlanCommand, YearPlanEvent, YearPlanRefusal> = {
  initial: noYearPlan,
  decide: (plan, command) => {
    if (command.type === 'DraftYearPlan') {
      const { year, today: on } = command
      if (plan.status !== 'none') return refuse({ code: 'plan-already-there' })
      if (!Number.isInteger(year) || year < 1980 || year > 2200)
        return refuse({ code: 'year-out-of-range' })
      const title = command.title.trim() || `${year}年度评议工作计划`
      return accept([{ type: 'YearPlanDrafted', year, on, words: { title } }])
    }
    if (plan.status === 'none') return refuse({ code: 'plan-not-there' })
    if ('approval' in command && command.approval !== null) {
      const fault = approvalFault(command.approval, command.today)
      if (fault) return refuse({ code: 'approval-faulty', fault })
    }
    return decideKnown(plan, command)
  },
  evolve: evolveYearPlan,
}

type Known = Exclude<YearPlanCommand, Readonly<{ type: 'DraftYearPlan' }>>

function decideKnown(plan: KnownYearPlan, command: Known): Ruling {
  const { today } = command
  switch (command.type) {
    case 'PlanSubjects':
      return planSubjects(plan, command)
    case 'WithdrawSubject': {
      const one = plan.subjects.find(({ subject }) => subject === command.subject)
      if (!one || one.isWithdrawn) return refuse({ code: 'no-such-subject' })
      if (one.appraisal !== null) return refuse({ code: 'subject-already-opened' })
      const reason = command.reason.trim()
      if (reason === '') return refuse({ code: 'reason-missing' })
      if (plan.status === 'adopted' && command.approval === null)
        return refuse({ code: 'change-needs-decision' })
      const approval = plan.status === 'adopted' ? command.approval : null
      const { subject } = command
      return accept([{ type: 'SubjectWithdrawn', subject, on: today, approval, words: { reason } }])
    }
    case 'RecordPartyConsent': {
      const [body, number] = [command.body.trim(), command.number.trim()]
      if (plan.status === 'adopted') return refuse({ code: 'plan-already-adopted' })
      if (body === '' || number === '') return refuse({ code: 'number-missing' })
      if (command.on > today) return refuse({ code: 'in-the-future' })
      return accept([{ type: 'PartyConsented', body, number, on: command.on }])
    }
    case 'AdoptYearPlan': {
      const { approval } = command
      if (plan.status === 'adopted') return refuse({ code: 'plan-already-adopted' })
      if (plan.subjects.every(({ isWithdrawn }) => isWithdrawn))
        return refuse({ code: 'no-subject' })
      if (plan.party === null) return refuse({ code: 'party-consent-missing' })
      if (approval.body !== 'chairs') return refuse({ code: 'adopted-by-chairs' })
      return accept([{ type: 'YearPlanAdopted', approval, on: today }])
    }
    case 'PublishYearPlan':
      if (plan.status !== 'adopted') return refuse({ code: 'plan-not-adopted' })
      if (plan.publishedOn !== null) return refuse({ code: 'plan-already-published' })
      if (command.on > today) return refuse({ code: 'in-the-future' })
      return accept([{ type: 'YearPlanPublished', on: command.on }])
    case 'OpenFromPlan': {
      const { subject, appraisal } = command
      if (plan.status !== 'adopted') return refuse({ code: 'plan-not-adopted' })
      const one = plan.subjects.find((known) => known.subject === subject)
      if (!one || one.isWithdrawn) return refuse({ code: 'no-such-subject' })
      if (one.appraisal !== null) return refuse({ code: 'subject-already-opened' })
      return accept([{ type: 'SubjectOpened', subject, appraisal, on: today }])
    }
  }
}

function planSubjects(
  plan: KnownYearPlan,
  { subjects, approval, today }: Extract<Known, Readonly<{ type: 'PlanSubjects' }>>,
): Ruling {
  if (subjects.length === 0) return refuse({ code: 'no-subject' })
  if (plan.status === 'adopted' && approval === null)
    return refuse({ code: 'change-needs-decision' })
  const same = (one: Pick<SubjectFacts, 'kind' | 'unit' | 'official'>) =>
    `${one.kind} ${one.unit} ${one.official}`
  const known = new Set(plan.subjects.filter((one) => !one.isWithdrawn).map(same))
  const events: YearPlanEvent[] = []
  for (const [place, { reason, ...facts }] of subjects.entries()) {
    if (reason.trim() === '') return refuse({ code: 'reason-missing' })
    if (facts.selection === 'lot' && facts.drawing === null)
      return refuse({ code: 'lot-without-drawing' })
    if (known.has(same(facts))) return refuse({ code: 'subject-twice' })
    known.add(same(facts))
    events.push({
      type: 'SubjectPlanned',
      ...facts,
      subject: `s${plan.subjects.length + place + 1}`,
      on: today,
      approval: plan.status === 'adopted' ? approval : null,
      words: { reason: reason.trim() },
    })
  }
  return accept(events)
}
