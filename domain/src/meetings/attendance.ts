/**
 * Who is there as the meeting goes on: members come late, leave for an hour, or for good. Each change is kept with the point of
 * the agenda it came at. That the quorum is lost is a fact and is recorded; what may not go on then is refused elsewhere. A
 * ballot counts those who were there at its moment, and no other number.
 *
 * Source: 组织法 2022 art. 51; domain.md §5 phase 3 ①, §7 (实到 as a denominator).
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Absent, Attended, Meeting, MeetingAbout, MeetingEvent } from './meeting.ts'
import type { MeetingRefusal } from './meeting-refusals.ts'

/** `point`: what was being heard, counted from 0; null for the beginning and where there is no agenda. */
export type Moment = Attended & Readonly<{ point: number | null }>

type Here = MeetingAbout & Attended & Readonly<{ moments?: readonly Moment[] }>

/** Refused when nobody came or went, or when the names of those away do not come to their number. */
export function changeAttendance(
  meeting: Here,
  { point, present, absent }: Moment,
): Result<readonly MeetingEvent[], MeetingRefusal> {
  if (point !== null && meeting.agenda[point] === undefined)
    return refuse({ code: 'meeting-no-such-point' })
  const named = namedAbsent(meeting.members, { present, absent })
  if (!named.ok) return named
  if (present === meeting.present && isSame(meeting.absent, named.value))
    return refuse({ code: 'meeting-attendance-same' })
  return accept([{ type: 'AttendanceChanged', point, present, words: { absent: named.value } }])
}

/** Where members are called by name, the names have to come to the number of those who are away. */
export function namedAbsent(
  members: number,
  { present, absent }: Attended,
): Result<readonly Absent[], MeetingRefusal> {
  const named = absent
    .map(({ name, reason }) => ({ name: name.trim(), reason: reason.trim() }))
    .filter(({ name }) => name !== '')
  if (named.length > 0 && named.length !== members - present)
    return refuse({ code: 'meeting-absent-differ', absent: named.length, away: members - present })
  return present > members ? refuse({ code: 'meeting-too-many-present', members }) : accept(named)
}

function isSame(before: readonly Absent[], after: readonly Absent[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ name }) => after.some((one) => one.name === name))
  )
}

/** Each state of the hall in its order; a meeting in which nobody came or went has one. */
export function momentsOf({ present, absent, moments }: Attended & Pick<Here, 'moments'>) {
  return moments ?? [{ point: null, present, absent }]
}

/** The states of the hall that a ballot of this meeting can have been held in; none before it began. */
export function momentsIn(meeting: Meeting): readonly Moment[] {
  return meeting.status === 'inSession' || meeting.status === 'closed' ? momentsOf(meeting) : []
}

export type AttendanceChange = Readonly<{
  point: number | null
  present: number
  came: readonly string[]
  left: readonly Absent[]
  /** How many more are there than before; less than nothing when they are fewer. */
  more: number
}>

/** From one moment to the next, so one fewer than moments. Names only where both moments were called by name. */
export function changesIn(
  moments: readonly Moment[],
  members: number,
): readonly AttendanceChange[] {
  // Where one of the two was only counted, nobody knows who it was.
  const isCalled = (one: Attended) => one.absent.length === members - one.present
  const isAway = (list: readonly Absent[], name: string) => list.some((one) => one.name === name)
  return moments.slice(1).map((now, at) => {
    const before = moments[at] ?? now
    const isNamed = isCalled(before) && isCalled(now)
    const back = before.absent.map(({ name }) => name).filter((name) => !isAway(now.absent, name))
    const gone = now.absent.filter(({ name }) => !isAway(before.absent, name))
    return {
      point: now.point,
      present: now.present,
      came: isNamed ? back : [],
      left: isNamed ? gone : [],
      more: now.present - before.present,
    }
  })
}

/** 审议发言时：方以宁到会，罗文离会（公务），实到27人 */
export function attendanceText(
  { point, present, came, left, more }: AttendanceChange,
  { agenda }: Pick<MeetingAbout, 'agenda'>,
): Readonly<{ zh: string; en: string }> {
  const at = point === null ? undefined : agenda[point]?.text
  const gone = left.map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`))
  const zh = [
    ...(came.length > 0 ? [`${came.join('、')}到会`] : []),
    ...(gone.length > 0 ? [`${gone.join('、')}离会`] : []),
    ...(came.length + gone.length === 0 && more !== 0
      ? [more > 0 ? `${more}人到会` : `${-more}人离会`]
      : []),
    `实到${present}人`,
  ]
  const en = [
    ...(came.length > 0 ? [`${came.join(', ')} came`] : []),
    ...(gone.length > 0 ? [`${gone.join(', ')} left`] : []),
    ...(came.length + gone.length === 0 && more !== 0
      ? [more > 0 ? `${more} came` : `${-more} left`]
      : []),
    `${present} present`,
  ]
  return {
    zh: `${at === undefined ? '' : `“${at}”时：`}${zh.join('，')}`,
    en: `${at === undefined ? '' : `At “${at}”: `}${en.join('; ')}`,
  }
}
