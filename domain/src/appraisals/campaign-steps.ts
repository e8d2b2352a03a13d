/**
 * The recorded steps of a campaign: what a clerk ticks off from papers and minutes, in the order of the work. Counties
 * leave some out; then the chairs' decision to do without is recorded, so that an archive has no silent gap.
 *
 * Source: domain.md §5 (phases 0–8); notice lead: 昭通、云南述职评议办法 (two months); report leads: 监督法第十五条 (20, 10, 7 days).
 */
import type { Lead } from '../calendar/before-meeting.ts'
import type { Day } from '../kernel/day.ts'
import type { Approval } from '../people/approval.ts'
import type { Phase } from './phases.ts'

export const campaignSteps = [
  'partyApproved', // 经县委同意
  'noticeServed', // 通知送达
  'kickOff', // 动员会
  'publicCall', // 征求意见公告
  'selfCheckDone', // 自查报告
  'investigationDone', // 调查报告
  'dutyReportDraft', // 述职报告征求意见稿
  'dutyReportFinal', // 述职报告正式稿
  'dutyReportToMembers', // 述职报告发给组成人员
  'meetingHeld', // 评议会
  'opinionsApproved', // 评议意见审定
  'letterDelivered', // 评议意见书送达
  'reportReceived', // 整改情况报告
  'verdictGiven', // 整改测评
] as const

export type CampaignStep = (typeof campaignSteps)[number]

/** Who is waited for while a step is not done. */
export type StepOwner = 'clerk' | 'party' | 'unit' | 'team' | 'chairs' | 'committee'

type StepRule = Readonly<{
  phase: Phase
  owner: StepOwner
  /** A paper that must carry a number. */
  numbered: boolean
  /** Whether an archive without it needs a decision. */
  required: boolean
  /** How long before the meeting it must be done. */
  lead: Lead | null
  zh: string
  en: string
}>

const days = (count: number): Lead => ({ count, unit: 'day' })

export const stepRules: Readonly<Record<CampaignStep, StepRule>> = {
  partyApproved: rule('planned', 'party', '经县委同意', 'Party approval', { numbered: true }),
  noticeServed: rule('planned', 'clerk', '评议通知送达', 'Notice served', {
    numbered: true,
    lead: { count: 2, unit: 'month' },
  }),
  kickOff: rule('planned', 'clerk', '动员会', 'Kick-off meeting', { required: false }),
  publicCall: rule('planned', 'clerk', '征求意见公告', 'Public call for opinions', {
    required: false,
  }),
  selfCheckDone: rule('selfCheck', 'unit', '自查报告', 'Self-check report', {}),
  investigationDone: rule('investigation', 'team', '调查报告', 'Investigation report', {}),
  dutyReportDraft: rule('investigation', 'unit', '述职报告征求意见稿', 'Duty report, draft', {
    required: false,
    lead: days(20),
  }),
  dutyReportFinal: rule('meeting', 'unit', '述职报告正式稿', 'Duty report, final', {
    lead: days(10),
  }),
  dutyReportToMembers: rule('meeting', 'clerk', '述职报告发组成人员', 'Duty report to members', {
    required: false,
    lead: days(7),
  }),
  meetingHeld: rule('meeting', 'committee', '召开评议会', 'Meeting held', {}),
  opinionsApproved: rule('opinionLetter', 'chairs', '评议意见审定', 'Opinions approved', {}),
  letterDelivered: rule('opinionLetter', 'clerk', '评议意见书送达', 'Opinion letter delivered', {
    numbered: true,
  }),
  reportReceived: rule('rectification', 'unit', '整改情况报告', 'Rectification report', {}),
  verdictGiven: rule('verdict', 'committee', '整改测评', 'Verdict on rectification', {}),
}

function rule(
  phase: Phase,
  owner: StepOwner,
  zh: string,
  en: string,
  more: Partial<Pick<StepRule, 'numbered' | 'required' | 'lead'>>,
): StepRule {
  return { phase, owner, zh, en, numbered: false, required: true, lead: null, ...more }
}

/** What is recorded of a step: the day, the number of its paper, and how long something stays open (a public call). */
export type StepFacts = Readonly<{
  step: CampaignStep
  on: Day
  number: string | null
  until: Day | null
}>

export type StepDone = StepFacts & Readonly<{ how: 'done'; note: string }>

/** 缺少理由: done without, by a recorded decision. */
export type StepWaived = Readonly<{
  step: CampaignStep
  how: 'waived'
  on: Day
  approval: Approval
  reason: string
}>

export type StepRecord = StepDone | StepWaived
