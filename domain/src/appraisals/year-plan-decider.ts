/** What may happen to an annual plan next. Source: see year-plan.ts. */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByCode, ByType, Nothing } from '../kernel/one-of.ts'
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

export type YearPlanRefusal = ByCode<{
  'plan-already-there': Nothing
  'plan-not-there': Nothing
  'plan-already-adopted': Nothing
  'plan-not-adopted': Nothing
  'plan-already-published': Nothing
  'year-out-of-range': Nothing
  'no-subject': Nothing
  'no-such-subject': Nothing
  'subject-twice': Nothing
  'subject-already-opened': Nothing
  'lot-without-drawing': Nothing
  'party-consent-missing': Nothing
  'number-missing': Nothing
  'in-the-future': Nothing
  'change-needs-decision': Nothing
  'adopted-by-chairs': Nothing
  'approval-faulty': { fault: 'reference-missing' | 'in-the-future' }
  'reason-missing': Nothing
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

export function explainYearPlanRefusal(refusal: YearPlanRefusal): Bilingual {
  switch (refusal.code) {
    case 'plan-already-there':
      return bilingual(
        '这一年的计划已经建立。',
        '请打开它修改。',
        'There is a plan for this year.',
        'Open it.',
      )
    case 'plan-not-there':
      return bilingual(
        '还没有这一年的计划。',
        '请先建立年度计划。',
        'There is no plan for this year.',
        'Draft it first.',
      )
    case 'plan-already-adopted':
      return bilingual(
        '计划已经主任会议通过。',
        '需要变动的，请用“调整计划”，并填写主任会议的决定。',
        'The plan is adopted.',
        'Change it by a decision of the chairs.',
      )
    case 'plan-not-adopted':
      return bilingual(
        '计划还没有经主任会议通过。',
        '通过后才能公布、立项。',
        'The plan is not adopted yet.',
        'It can be published and opened from once the chairs have adopted it.',
      )
    case 'plan-already-published':
      return bilingual(
        '计划已经公布。',
        '请刷新查看公布日期。',
        'Published already.',
        'Reload the page.',
      )
    case 'year-out-of-range':
      return bilingual(
        '年份不对。',
        '请填写四位年份，例如 2026。',
        'Not a year.',
        'Give four digits, such as 2026.',
      )
    case 'no-subject':
      return bilingual(
        '计划里还没有评议对象。',
        '请先列入至少一名述职人员或一个单位。',
        'The plan names nobody.',
        'Put at least one official or unit on it.',
      )
    case 'no-such-subject':
      return bilingual(
        '计划里没有这个对象，或者已经撤出。',
        '请刷新后核对。',
        'Not on the plan.',
        'Reload and check.',
      )
    case 'subject-twice':
      return bilingual(
        '同一对象在计划里已经有了。',
        '请去掉重复的一项。',
        'On the plan already.',
        'Leave it out.',
      )
    case 'subject-already-opened':
      return bilingual(
        '这个对象已经立项评议。',
        '请到评议页面办理；不再评议的，在那里中止。',
        'Its appraisal is open already.',
        'Go on there; suspend it there if need be.',
      )
    case 'lot-without-drawing':
      return bilingual(
        '写明是抽签产生，却没有对应的抽签记录。',
        '请从抽签结果里列入。',
        'Drawn by lot, but no drawing is named.',
        'Put it on the plan from the drawing.',
      )
    case 'party-consent-missing':
      return bilingual(
        '还没有记录党委同意。',
        '请先填写批准机关、文号和日期，再提交主任会议通过。',
        'The Party committee’s consent is not on record.',
        'Record the body, the number and the day first.',
      )
    case 'number-missing':
      return bilingual(
        '没有填写批准机关或文号。',
        '请按批复填写。',
        'The body or the number is missing.',
        'Copy them from the paper.',
      )
    case 'in-the-future':
      return bilingual(
        '日期晚于今天。',
        '请按实际日期填写。',
        'The day is in the future.',
        'Give the actual day.',
      )
    case 'change-needs-decision':
      return bilingual(
        '计划已经通过，调整要有主任会议的决定。',
        '请填写会议届次和日期。',
        'The plan is adopted; a change needs a decision of the chairs.',
        'Give the session and the day.',
      )
    case 'adopted-by-chairs':
      return bilingual(
        '年度计划由主任会议通过。',
        '请填写主任会议的届次和日期。',
        'The plan is adopted by the chairs.',
        'Give their session.',
      )
    case 'approval-faulty':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有填写会议届次。',
            '请按会议记录填写。',
            'The session is missing.',
            'Copy it from the minutes.',
          )
        : bilingual(
            '批准日期晚于今天。',
            '请按会议记录填写。',
            'The approval is dated in the future.',
            'Give the day from the minutes.',
          )
    case 'reason-missing':
      return bilingual(
        '没有写明列入或调整的理由。',
        '请写明，以免被问“为什么是他、不是别人”。',
        'The reason is missing.',
        'Say why this one and no other.',
      )
  }
}
