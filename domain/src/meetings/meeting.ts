/**
 * The meeting that hears the reports (评议会): one or several officials, an agenda, who is there, and what is said.
 *
 *     none ─convene─▸ convened ─begin (quorum)─▸ inSession ─close─▸ closed
 *                        └──────── adjourn (reason) ◂─┘ ─▸ adjourned
 *
 * Source: 组织法 2022 art. 51 (more than half of all members must be there); domain.md §5 phase 3; seed map S12.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'

export type MeetingAbout = Readonly<{
  appraisals: readonly AppraisalId[]
  /** 第十八届人大常委会第三十一次会议 */
  session: string
  heldOn: Day
  /** All members of the Standing Committee, present or not. */
  members: number
  agenda: readonly string[]
}>

type Held = MeetingAbout & Readonly<{ present: number }>

export type Meeting = ByStatus<{
  none: Nothing
  convened: MeetingAbout
  inSession: Held
  closed: Held
  adjourned: MeetingAbout & { reason: string }
}>

export type MeetingEvent = ByType<{
  MeetingConvened: MeetingAbout
  MeetingBegan: { present: number }
  MeetingClosed: Nothing
  MeetingAdjourned: { reason: string }
}>

export type MeetingCommand = ByType<{
  ConveneMeeting: MeetingAbout
  BeginMeeting: { present: number }
  CloseMeeting: Nothing
  AdjournMeeting: { reason: string }
}>

export type MeetingRefusal = ByCode<{
  'meeting-exists': Nothing
  'meeting-not-convened': Nothing
  'meeting-not-in-session': Nothing
  'meeting-over': Nothing
  'meeting-hears-nobody': Nothing
  'meeting-session-missing': Nothing
  'meeting-members-missing': Nothing
  'meeting-too-many-present': { members: number }
  'meeting-no-quorum': { present: number; needed: number }
  'meeting-reason-missing': Nothing
}>

type Ruling = Result<readonly MeetingEvent[], MeetingRefusal>

/** More than half of all members: 17 of 33, 18 of 34. */
export function quorumOf(members: number): number {
  return Math.floor(members / 2) + 1
}

export function decideMeeting(meeting: Meeting, command: MeetingCommand): Ruling {
  switch (command.type) {
    case 'ConveneMeeting':
      return meeting.status === 'none' ? convene(command) : refuse({ code: 'meeting-exists' })
    case 'BeginMeeting':
      return meeting.status === 'convened'
        ? begin(meeting, command.present)
        : refuse({ code: 'meeting-not-convened' })
    case 'CloseMeeting':
      return meeting.status === 'inSession'
        ? accept([{ type: 'MeetingClosed' }])
        : refuse({ code: 'meeting-not-in-session' })
    case 'AdjournMeeting': {
      if (meeting.status !== 'convened' && meeting.status !== 'inSession')
        return refuse({ code: 'meeting-over' })
      const reason = command.reason.trim()
      return reason === ''
        ? refuse({ code: 'meeting-reason-missing' })
        : accept([{ type: 'MeetingAdjourned', reason }])
    }
  }
}

function convene({ appraisals, session, heldOn, members, agenda }: MeetingAbout): Ruling {
  if (appraisals.length === 0) return refuse({ code: 'meeting-hears-nobody' })
  if (session.trim() === '') return refuse({ code: 'meeting-session-missing' })
  if (!Number.isInteger(members) || members < 3) return refuse({ code: 'meeting-members-missing' })
  const points = agenda.map((point) => point.trim()).filter((point) => point !== '')
  const about = { appraisals: [...new Set(appraisals)], session: session.trim(), heldOn, members }
  return accept([{ type: 'MeetingConvened', ...about, agenda: points }])
}

function begin({ members }: MeetingAbout, present: number): Ruling {
  if (present > members) return refuse({ code: 'meeting-too-many-present', members })
  const needed = quorumOf(members)
  return present < needed
    ? refuse({ code: 'meeting-no-quorum', present, needed })
    : accept([{ type: 'MeetingBegan', present }])
}

export function evolveMeeting(before: Meeting, event: MeetingEvent): Meeting {
  if (event.type === 'MeetingConvened') return { status: 'convened', ...aboutOf(event) }
  if (before.status === 'none') throw new Error(`${event.type} before MeetingConvened`)
  const about = aboutOf(before)
  switch (event.type) {
    case 'MeetingBegan':
      return { status: 'inSession', ...about, present: event.present }
    case 'MeetingClosed':
      if (before.status !== 'inSession') throw new Error('MeetingClosed before MeetingBegan')
      return { status: 'closed', ...about, present: before.present }
    case 'MeetingAdjourned':
      return { status: 'adjourned', ...about, reason: event.reason }
  }
}

function aboutOf({ appraisals, session, heldOn, members, agenda }: MeetingAbout): MeetingAbout {
  return { appraisals, session, heldOn, members, agenda }
}

export function explainMeetingRefusal(refusal: MeetingRefusal): Bilingual {
  switch (refusal.code) {
    case 'meeting-exists':
      return bilingual('这次会议已经登记。', '请刷新查看。', 'The meeting is on record.', 'Reload.')
    case 'meeting-not-convened':
      return bilingual(
        '会议已经开始或者结束。',
        '请刷新查看。',
        'The meeting has begun or ended.',
        'Reload.',
      )
    case 'meeting-not-in-session':
      return bilingual(
        '会议不在进行中。',
        '开会并清点人数以后才能记录。',
        'The meeting is not in session.',
        'Begin it first.',
      )
    case 'meeting-over':
      return bilingual('会议已经结束。', '请刷新查看。', 'The meeting is over.', 'Reload.')
    case 'meeting-hears-nobody':
      return bilingual(
        '没有选择评议。',
        '请至少选择一位述职人员的评议。',
        'No appraisal was chosen.',
        'Choose at least one.',
      )
    case 'meeting-session-missing':
      return bilingual(
        '没有填写会议名称。',
        '请写明第几届第几次会议。',
        'The session is not named.',
        'Give term and number.',
      )
    case 'meeting-members-missing':
      return bilingual(
        '没有填写全体组成人员人数。',
        '请填写应到人数，不少于3人。',
        'The number of all members is missing.',
        'Give it; at least 3.',
      )
    case 'meeting-too-many-present':
      return bilingual(
        `到会人数多于全体组成人员（${refusal.members}人）。`,
        '请重新清点。',
        `More are present than there are members (${refusal.members}).`,
        'Count again.',
      )
    case 'meeting-no-quorum':
      return bilingual(
        `到会${refusal.present}人，不足全体组成人员的过半数（${refusal.needed}人），不能开会。`,
        '请等人数到齐；到不齐的，登记改期。',
        `${refusal.present} present; ${refusal.needed} are needed for a quorum.`,
        'Wait for more, or adjourn.',
      )
    case 'meeting-reason-missing':
      return bilingual('没有填写改期理由。', '请写明理由。', 'The reason is missing.', 'Give it.')
  }
}
