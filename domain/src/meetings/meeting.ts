/**
 * The meeting that hears the reports (评议会): one or several officials, an agenda, who is there, and what is said.
 *
 *     none ─convene─▸ convened ─begin (quorum)─▸ inSession ─hear a point─▸ inSession ─close─▸ closed
 *                        └──────── adjourn (how it ended, reason) ◂─┘ ─▸ adjourned
 *
 * A meeting that did not come about, or was broken off, is none: the appraisal's step stays open, and a limit that ends
 * at the next session goes on to the next one that is held.
 * Source: 组织法 2022 art. 51 (more than half of all members must be there); domain.md §5 phase 3; seed map S12.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Adjournment, AgendaPart, AgendaPoint } from './agenda.ts'

export type MeetingAbout = Readonly<{
  appraisals: readonly AppraisalId[]
  /** 第十八届人大常委会第三十一次会议 */
  session: string
  heldOn: Day
  /** All members of the Standing Committee, present or not. */
  members: number
  agenda: readonly AgendaPoint[]
}>

/** How many are there; by name where the roster was called. `absent` and `names` are words. */
export type Attended = Readonly<{ present: number; absent: readonly Absent[] }>

export type Absent = Readonly<{ name: string; reason: string }>

type Held = MeetingAbout & Attended & Readonly<{ heard: readonly number[] }>

export type Meeting = ByStatus<{
  none: Nothing
  convened: MeetingAbout
  inSession: Held
  closed: Held
  adjourned: MeetingAbout & { how: Adjournment; nextOn: Day | null; reason: string }
}>

export type MeetingEvent = ByType<{
  MeetingConvened: Omit<MeetingAbout, 'agenda'> & {
    /** What each point is. Absent in records of the first release: `other`. */
    parts?: readonly AgendaPart[]
    /** Only in records of the first release: an agenda names whose report is heard, so it belongs to the words. */
    agenda?: readonly string[]
    /** The points as they read and who speaks to each, in the same order. */
    words?: Words<{ agenda?: readonly string[]; speakers: readonly string[] }>
  }
  MeetingBegan: { present: number; words?: Words<{ absent: readonly Absent[] }> }
  /** A point of the agenda has been heard; counted from 0. */
  PointHeard: { point: number }
  MeetingClosed: Nothing
  /** In records of the first release `how` is absent (put off), and the reason stands among the facts. */
  MeetingAdjourned: {
    how?: Adjournment
    nextOn?: Day | null
    reason?: string
    words?: Words<{ reason: string }>
  }
}>

export type MeetingCommand = ByType<{
  ConveneMeeting: MeetingAbout
  BeginMeeting: Attended
  HearPoint: { point: number }
  CloseMeeting: Nothing
  AdjournMeeting: { how: Adjournment; nextOn: Day | null; reason: string }
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
  'meeting-absent-differ': { absent: number; away: number }
  'meeting-no-such-point': Nothing
  'meeting-next-too-early': Nothing
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
        ? begin(meeting, command)
        : refuse({ code: 'meeting-not-convened' })
    case 'HearPoint':
      if (meeting.status !== 'inSession') return refuse({ code: 'meeting-not-in-session' })
      if (meeting.agenda[command.point] === undefined)
        return refuse({ code: 'meeting-no-such-point' })
      return accept(
        meeting.heard.includes(command.point) ? [] : [{ type: 'PointHeard', point: command.point }],
      )
    case 'CloseMeeting':
      return meeting.status === 'inSession'
        ? accept([{ type: 'MeetingClosed' }])
        : refuse({ code: 'meeting-not-in-session' })
    case 'AdjournMeeting':
      return meeting.status === 'convened' || meeting.status === 'inSession'
        ? adjourn(meeting, command)
        : refuse({ code: 'meeting-over' })
  }
}

function convene({ appraisals, session, heldOn, members, agenda }: MeetingAbout): Ruling {
  if (appraisals.length === 0) return refuse({ code: 'meeting-hears-nobody' })
  if (session.trim() === '') return refuse({ code: 'meeting-session-missing' })
  if (!Number.isInteger(members) || members < 3) return refuse({ code: 'meeting-members-missing' })
  const points = agenda.filter(({ text }) => text.trim() !== '')
  const about = { appraisals: [...new Set(appraisals)], session: session.trim(), heldOn, members }
  return accept([
    {
      type: 'MeetingConvened',
      ...about,
      parts: points.map(({ part }) => part),
      words: {
        agenda: points.map(({ text }) => text.trim()),
        speakers: points.map(({ speaker }) => speaker.trim()),
      },
    },
  ])
}

function adjourn(
  { heldOn }: MeetingAbout,
  { how, nextOn, reason }: Extract<MeetingCommand, { type: 'AdjournMeeting' }>,
): Ruling {
  if (reason.trim() === '') return refuse({ code: 'meeting-reason-missing' })
  if (nextOn !== null && nextOn <= heldOn) return refuse({ code: 'meeting-next-too-early' })
  return accept([{ type: 'MeetingAdjourned', how, nextOn, words: { reason: reason.trim() } }])
}

function begin({ members }: MeetingAbout, { present, absent }: Attended): Ruling {
  const named = absent
    .map(({ name, reason }) => ({ name: name.trim(), reason: reason.trim() }))
    .filter(({ name }) => name !== '')
  if (named.length > 0 && named.length !== members - present)
    return refuse({ code: 'meeting-absent-differ', absent: named.length, away: members - present })
  if (present > members) return refuse({ code: 'meeting-too-many-present', members })
  const needed = quorumOf(members)
  return present < needed
    ? refuse({ code: 'meeting-no-quorum', present, needed })
    : accept([{ type: 'MeetingBegan', present, words: { absent: named } }])
}

export function evolveMeeting(before: Meeting, event: MeetingEvent): Meeting {
  if (event.type === 'MeetingConvened') return { status: 'convened', ...convened(event) }
  if (before.status === 'none') throw new Error(`${event.type} before MeetingConvened`)
  const about = aboutOf(before)
  switch (event.type) {
    case 'MeetingBegan': {
      const { present, words } = event
      return { status: 'inSession', ...about, present, absent: words?.absent ?? [], heard: [] }
    }
    case 'PointHeard':
      if (before.status !== 'inSession') throw new Error('PointHeard before MeetingBegan')
      return { ...before, heard: [...before.heard, event.point] }
    case 'MeetingClosed':
      if (before.status !== 'inSession') throw new Error('MeetingClosed before MeetingBegan')
      return { ...before, status: 'closed' }
    case 'MeetingAdjourned': {
      const { how = 'postponed', nextOn = null, words } = event
      const reason = words?.reason ?? event.reason ?? erasedText
      return { status: 'adjourned', ...about, how, nextOn, reason }
    }
  }
}

type Convened = Extract<MeetingEvent, { type: 'MeetingConvened' }>

function convened({ agenda = [], parts, words, ...about }: Convened): MeetingAbout {
  const unnamed = words === null ? erasedText : ''
  const texts = words?.agenda ?? agenda
  return aboutOf({
    ...about,
    agenda: (parts ?? texts.map(() => 'other' as const)).map((part, at) => ({
      part,
      text: texts[at] ?? erasedText,
      speaker: words?.speakers[at] ?? unnamed,
    })),
  })
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
      return bilingual('没有填写理由。', '请写明理由。', 'The reason is missing.', 'Give it.')
    case 'meeting-absent-differ':
      return bilingual(
        `缺席名单${refusal.absent}人，应到减实到为${refusal.away}人，对不上。`,
        '请核对签到表；不点名的，缺席名单留空。',
        `${refusal.absent} are named absent, but ${refusal.away} are away.`,
        'Check the sheet, or name nobody.',
      )
    case 'meeting-no-such-point':
      return bilingual('议程没有这一项。', '请刷新查看。', 'No such point.', 'Reload.')
    case 'meeting-next-too-early':
      return bilingual(
        '改定的日期不在原定日期之后。',
        '请填写以后的日期；还没有定的留空。',
        'The new day is not after the old one.',
        'Give a later one, or leave it empty.',
      )
  }
}
