/**
 * Rule: while a meeting goes on, one clerk marks the points of the agenda at the table and another keeps the attendance at
 * the door; neither is sent back because of the other. Two who both write down who is there look again: each tells all of it.
 * Beginning, closing and adjourning are decisions about the whole meeting.
 *
 * Source: attendance.ts (a change is kept with its point of the agenda); domain.md §5 phase 3.
 */
import type { MeetingCommand, MeetingEvent } from './meeting.ts'

/** @param since - What was written after the moment the person looked. */
export function isBesideMeeting(
  step: MeetingCommand['type'],
  since: readonly MeetingEvent[],
): boolean {
  switch (step) {
    case 'HearPoint':
      return since.every(({ type }) => type === 'PointHeard' || type === 'AttendanceChanged')
    case 'ChangeAttendance':
      return since.every(({ type }) => type === 'PointHeard')
    case 'ConveneMeeting':
    case 'BeginMeeting':
    case 'CloseMeeting':
    case 'AdjournMeeting':
      return false
  }
}
