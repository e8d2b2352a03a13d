/** The usual steps of a matter in the demo county, with the words people there would use. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { Approval } from '@luoshi/domain/people/approval'
import type { AxisVotes } from '@luoshi/domain/verdicts/verdict'
import type { StepCommand } from '@luoshi/server/matters/step-command'
import type { Pace } from './calendar.ts'

/** A step as the API takes it: the server adds the day. */
export type Order = StepCommand

/** Somebody does something on a day (relative to today, negative is past). */
export type Planned = Readonly<{ day: number; by: string; order: Order }>

/** What a matter's steps need to know of the county. */
export type Setting = Readonly<{
  today: Day
  title: string
  unit: UnitId
  official: OfficialId
  officialName: string
  /** Logins of those who act for the unit, in person and as staff. */
  person: string
  staff: string
  letter: string
  /** Whose business a matter is that went to the wrong unit. */
  other: Readonly<{ unit: UnitId; official: OfficialId }>
  evidence: readonly Evidence[]
}>

export const pleased: AxisVotes = { satisfied: 24, basically: 4, dissatisfied: 1, abstain: 0 }
export const halfPleased: AxisVotes = { satisfied: 12, basically: 14, dissatisfied: 3, abstain: 0 }
export const displeased: AxisVotes = { satisfied: 6, basically: 8, dissatisfied: 15, abstain: 0 }

const attendance = { members: 33, present: 29, issued: 29, returned: 29 }

export function approvalOn({ today }: Setting, day: number, meeting: number): Approval {
  return { body: 'chairs', on: addDays(today, day), reference: `第${meeting}次主任会议` }
}

export function handOverSteps(setting: Setting, pace: Pace): readonly Planned[] {
  const { unit, official, letter } = setting
  return [
    {
      day: pace.approve,
      by: 'clerk',
      order: { type: 'ApproveMatter', approval: approvalOn(setting, pace.approve, 41) },
    },
    { day: pace.handOver, by: 'clerk', order: { type: 'HandOverMatter', unit, official, letter } },
  ]
}

export function signSteps({ staff, officialName }: Setting, pace: Pace): readonly Planned[] {
  return [
    {
      day: pace.sign,
      by: staff,
      order: { type: 'SignReceipt', signer: `办公室（代${officialName}签收）` },
    },
  ]
}

export function meetingSteps(setting: Setting, pace: Pace): readonly Planned[] {
  const resolved = `逐条研究评议意见，对“${setting.title}”成立专班，明确分管领导和完成时限。`
  const attended = [setting.officialName, '分管副局长', '办公室主任', '业务股负责人']
  const heldOn = addDays(setting.today, pace.meet)
  return [
    {
      day: pace.meet,
      by: setting.staff,
      order: { type: 'RecordMeeting', heldOn, attended, resolved },
    },
  ]
}

export function planSteps(setting: Setting, pace: Pace): readonly Planned[] {
  const { title, officialName, person, today } = setting
  const plan = {
    analysis: `“${title}”长期没有解决，主要是责任链条不清、日常巡查流于形式，经费也没有跟上。`,
    task: `彻底解决“${title}”，做到群众认可、不反弹。`,
    measures: [
      '组织现场排查，建立问题台账',
      '列入本年度经费，限期施工或者整改到位',
      '建立月巡查制度，结果向社会公布',
    ],
    dueOn: addDays(today, pace.submit),
    oversees: { name: officialName, post: '局长' },
    leads: { name: '邵立群', post: '分管副局长' },
    does: { name: '童小雨', post: '业务股股长' },
  }
  return [
    { day: pace.plan, by: person, order: { type: 'SubmitPlan', plan, signedBy: officialName } },
  ]
}

export function acceptSteps(_: Setting, pace: Pace): readonly Planned[] {
  return [
    {
      day: pace.accept,
      by: 'team',
      order: { type: 'AcceptPlan', comments: '四定齐全，同意备案。' },
    },
  ]
}

export function progressSteps({ staff, evidence }: Setting, pace: Pace): readonly Planned[] {
  const text = '已完成现场排查，第一批整改点位动工，群众代表参加了现场会。'
  return [
    {
      day: pace.progress,
      by: staff,
      order: { type: 'ReportProgress', text, evidence: evidence.slice(0, 1) },
    },
  ]
}

export function submitSteps(
  { person, officialName, evidence, title }: Setting,
  pace: Pace,
): readonly Planned[] {
  const answer = `关于“${title}”：排查出的问题已逐一整改，佐证材料附后。尚未完成的部分和原因一并说明。`
  return [
    {
      day: pace.submit,
      by: person,
      order: {
        type: 'SubmitResult',
        answer,
        resultClass: 'A',
        evidence: [...evidence],
        signedBy: officialName,
      },
    },
  ]
}

export function verifySteps({ today }: Setting, pace: Pace): readonly Planned[] {
  return [
    {
      day: pace.verify,
      by: 'team',
      order: {
        type: 'VerifyMatter',
        heldOn: addDays(today, pace.verify),
        place: '现场',
        findings: '调查组到现场查看，抽查三处，与报告一致；走访了五户群众。',
        outcome: 'confirmed',
        verifiers: ['秦岚', '方以宁'],
        raiserView: 'basicallySatisfied',
        evidence: [],
      },
    },
  ]
}

export type Cast = Readonly<{ measures: AxisVotes; timeliness: AxisVotes; quality: AxisVotes }>

export const allPleased: Cast = { measures: pleased, timeliness: pleased, quality: pleased }
export const badQuality: Cast = { measures: pleased, timeliness: pleased, quality: displeased }
export const tooLate: Cast = { measures: pleased, timeliness: displeased, quality: halfPleased }
export const nearly: Cast = { measures: pleased, timeliness: pleased, quality: halfPleased }

export function judgeSteps(pace: Pace, votes: Cast, session: string): readonly Planned[] {
  const reasons =
    votes === allPleased
      ? ''
      : '有的点位没有整改到位，群众还不满意，请继续抓紧整改，直到常委会满意为止。'
  return [
    {
      day: pace.judge,
      by: 'clerk',
      order: { type: 'JudgeMatter', session, attendance, votes, reasons },
    },
  ]
}

export function closeSteps(setting: Setting, pace: Pace): readonly Planned[] {
  const approval = approvalOn(setting, pace.close, 46)
  return [{ day: pace.close, by: 'clerk', order: { type: 'CloseMatter', approval } }]
}
