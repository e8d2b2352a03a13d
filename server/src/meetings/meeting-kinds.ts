/** Meetings and speeches as records. Speeches of a meeting are numbered in the order in which they were taken down. */
import { evolveMeeting, type Meeting, type MeetingEvent } from '@luoshi/domain/meetings/meeting'
import { evolveSpeech, type Speech, type SpeechEvent } from '@luoshi/domain/meetings/speech'
import { recordKind } from '../execute/record.ts'

const noMeeting: Meeting = { status: 'none' }
const noSpeech: Speech = { status: 'none' }

export const meetingKind = recordKind({
  kind: 'meeting',
  events: {
    MeetingConvened: true,
    MeetingBegan: true,
    AttendanceChanged: true,
    PointHeard: true,
    MeetingClosed: true,
    MeetingAdjourned: true,
  } satisfies Record<MeetingEvent['type'], true>,
  initial: noMeeting,
  evolve: evolveMeeting,
  row: (meeting) =>
    meeting.status === 'none'
      ? null
      : {
          title: meeting.session,
          appraisal: meeting.appraisals[0] ?? null,
          on_day: meeting.heldOn,
        },
})

export const speechKind = recordKind({
  kind: 'speech',
  events: {
    SpeechTaken: true,
    SpeechAmended: true,
    SpeechTurned: true,
  } satisfies Record<SpeechEvent['type'], true>,
  initial: noSpeech,
  evolve: evolveSpeech,
  row: (speech) =>
    speech.status === 'none' ? null : { title: speech.speaker, parent: speech.meeting },
  series: (speech) => (speech.status === 'none' ? undefined : `speeches ${speech.meeting}`),
})
