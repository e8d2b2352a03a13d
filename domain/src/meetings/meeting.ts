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
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Adjournment, AgendaPart, AgendaPoint } from './agenda.ts'
import { changeAttendance, momentsOf, namedAbsent, type Moment } from './attendance.ts'
import type { MeetingRefusal } from './meeting-refusals.ts'

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

/** `moments`: how many were there and when, once that has changed; the first is the beginning. */
type Held = MeetingAbout &
  Attended &
  Readonly<{ heard: readonly number[]; moments?: readonly Moment[] }>

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
  /** Somebody came late or left: who is there from this point of the agenda on. */
  AttendanceChanged: {
    point: number | null
    present: number
    words?: Words<{ absent: readonly Absent[] }>
  }
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
  ChangeAttendance: Attended & { point: number | null }
  HearPoint: { point: number }
  CloseMeeting: Nothing
  AdjournMeeting: { how: Adjournment; nextOn: Day | null; reason: string }
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
    case 'ChangeAttendance':
      return meeting.status === 'inSession'
        ? changeAttendance(meeting, command)
        : refuse({ code: 'meeting-not-in-session' })
    case 'HearPoint':
      if (meeting.status !== 'inSession') return refuse({ code: 'meeting-not-in-session' })
      return hear(meeting, command.point)
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

/** Without a quorum nothing goes on; what was being heard when it was lost may still be marked. */
function hear(meeting: Extract<Meeting, { status: 'inSession' }>, point: number): Ruling {
  const { agenda, heard, present, members, moments } = meeting
  if (agenda[point] === undefined) return refuse({ code: 'meeting-no-such-point' })
  if (heard.includes(point)) return accept([])
  const needed = quorumOf(members)
  return present < needed && point !== moments?.at(-1)?.point
    ? refuse({ code: 'meeting-quorum-lost', present, needed })
    : accept([{ type: 'PointHeard', point }])
}

function begin({ members }: MeetingAbout, { present, absent }: Attended): Ruling {
  const named = namedAbsent(members, { present, absent })
  if (!named.ok) return named
  const needed = quorumOf(members)
  return present < needed
    ? refuse({ code: 'meeting-no-quorum', present, needed })
    : accept([{ type: 'MeetingBegan', present, words: { absent: named.value } }])
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
    case 'AttendanceChanged': {
      if (before.status !== 'inSession') throw new Error('AttendanceChanged before MeetingBegan')
      const { present, point, words } = event
      const now = { present, absent: words?.absent ?? [] }
      return { ...before, ...now, moments: [...momentsOf(before), { point, ...now }] }
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
