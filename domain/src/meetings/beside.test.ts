import { describe, expect, it } from 'vitest'
import { isBesideMeeting } from './beside.ts'
import type { MeetingEvent } from './meeting.ts'

const heard: MeetingEvent = { type: 'PointHeard', point: 0 }
const came: MeetingEvent = { type: 'AttendanceChanged', point: 0, present: 28 }
const closed: MeetingEvent = { type: 'MeetingClosed' }

describe('two clerks of one meeting', () => {
  it('mark the agenda and keep the attendance at the same time', () => {
    expect(isBesideMeeting('HearPoint', [came, heard])).toBe(true)
    expect(isBesideMeeting('ChangeAttendance', [heard])).toBe(true)
  })

  it('do not both say who is there without having read the other, nor go on after the close', () => {
    expect(isBesideMeeting('ChangeAttendance', [heard, came])).toBe(false)
    for (const step of ['HearPoint', 'ChangeAttendance'] as const)
      expect(isBesideMeeting(step, [closed])).toBe(false)
  })

  it('begin, close and adjourn as people who have seen all of it', () => {
    for (const step of ['BeginMeeting', 'CloseMeeting', 'AdjournMeeting'] as const)
      for (const event of [heard, came]) expect(isBesideMeeting(step, [event])).toBe(false)
  })
})
