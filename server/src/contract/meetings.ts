/** The meeting that hears the reports, and what is said in it. */
import { adjournments, agendaParts } from '@luoshi/domain/meetings/agenda'
import { speakerKinds, speechActs } from '@luoshi/domain/meetings/speech'
import * as z from 'zod/mini'
import { count, day, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

const point = z.object({ part: z.enum(agendaParts), text: line, speaker: line })
const absent = z.object({ name: line, reason: line })

export const meetingRow = z.object({
  id: id('meeting'),
  version,
  status: z.enum(['convened', 'inSession', 'closed', 'adjourned']),
  appraisals: z.array(z.object({ id: id('appraisal'), title: z.string() })),
  session: z.string(),
  heldOn: day,
  members: z.int(),
  /** Null before it began. */
  present: z.nullable(z.int()),
  quorum: z.int(),
  agenda: z.array(point),
  /** Points of the agenda that have been heard, counted from 0. */
  heard: z.array(z.int()),
  /** Members who are not there, where the roster was called. */
  absent: z.array(absent),
  /** Each state of the hall, from the beginning on: what was being heard, and who was there. */
  moments: z.array(
    z.object({ point: z.nullable(z.int()), present: z.int(), absent: z.array(absent) }),
  ),
  reason: z.nullable(z.string()),
  /** How it ended, when it was not held to its end. */
  how: z.nullable(z.enum(adjournments)),
  nextOn: z.nullable(day),
})

export type MeetingRow = z.infer<typeof meetingRow>

export const speechRow = z.object({
  id: id('speech'),
  version,
  number: z.int(),
  kind: z.enum(speakerKinds),
  act: z.enum(speechActs),
  /** The question it answers, and the matter a defence speaks to. */
  to: z.object({ question: z.nullable(id('speech')), matter: z.nullable(id('matter')) }),
  speaker: z.string(),
  text: z.string(),
  opinions: z.array(z.object({ opinion: id('opinion'), matter: z.nullable(id('matter')) })),
})

export type SpeechRow = z.infer<typeof speechRow>

export const listMeetings = endpoint({
  method: 'GET',
  path: '/api/v1/meetings',
  summary: 'Meetings that hear an appraisal, or all, newest first',
  query: z.object({ appraisal: z.optional(id('appraisal')) }),
  answer: z.object({ rows: z.array(meetingRow) }),
})

const meetingParam = z.object({ meeting: id('meeting') })

export const getMeeting = endpoint({
  method: 'GET',
  path: '/api/v1/meetings/:meeting',
  summary: 'One meeting with everything said in it',
  params: meetingParam,
  answer: z.object({ meeting: meetingRow, speeches: z.array(speechRow) }),
})

/** The address of the live stream: server-sent events, each one speech as it now stands. */
export const speechStream = endpoint({
  method: 'GET',
  path: '/api/v1/meetings/:meeting/stream',
  summary: 'Speeches as they are taken down (server-sent events)',
  params: meetingParam,
  answers: 'text/event-stream',
  answer: z.unknown(),
})

export const conveneMeeting = endpoint({
  method: 'POST',
  path: '/api/v1/meetings',
  summary: 'Convene a meeting for one or several appraisals',
  command: 'ConveneMeeting',
  body: z.object({
    appraisals: z.array(id('appraisal')).check(z.maxLength(50)),
    session: line,
    heldOn: day,
    members: count,
    agenda: z.array(point).check(z.maxLength(50)),
  }),
  answer: meetingRow,
})

export const beginMeeting = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/begin-meeting',
  summary: 'Count who is there and begin; refused without a quorum',
  command: 'BeginMeeting',
  params: meetingParam,
  body: z.object({ version, present: count, absent: z.array(absent).check(z.maxLength(500)) }),
  answer: meetingRow,
})

export const changeAttendance = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/change-attendance',
  summary: 'Members came late or left: who is there from this point of the agenda on',
  command: 'ChangeAttendance',
  params: meetingParam,
  body: z.object({
    version,
    point: z.nullable(z.int().check(z.minimum(0), z.maximum(49))),
    present: count,
    absent: z.array(absent).check(z.maxLength(500)),
  }),
  answer: meetingRow,
})

export const hearPoint = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/hear-point',
  summary: 'A point of the agenda has been heard: the duty report, the report of the investigation',
  command: 'HearPoint',
  params: meetingParam,
  body: z.object({ version, point: z.int().check(z.minimum(0), z.maximum(49)) }),
  answer: meetingRow,
})

export const closeMeeting = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/close-meeting',
  summary: 'Close a meeting',
  command: 'CloseMeeting',
  params: meetingParam,
  body: z.object({ version }),
  answer: meetingRow,
})

export const adjournMeeting = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/adjourn-meeting',
  summary:
    'Put a meeting off, break it off or cancel it, with the reason; the appraisal’s step stays open',
  command: 'AdjournMeeting',
  params: meetingParam,
  body: z.object({
    version,
    how: z.enum(adjournments),
    nextOn: z.nullable(day),
    reason: line,
  }),
  answer: meetingRow,
})

export const takeSpeech = endpoint({
  method: 'POST',
  path: '/api/v1/meetings/:meeting/speeches',
  summary: 'Take down what one person says',
  command: 'TakeSpeech',
  params: meetingParam,
  body: z.object({
    kind: z.enum(speakerKinds),
    act: z.optional(z.enum(speechActs)),
    question: z.optional(id('speech')),
    matter: z.optional(id('matter')),
    speaker: line,
    text,
  }),
  answer: speechRow,
})

const speechParam = z.object({ speech: id('speech') })

export const amendSpeech = endpoint({
  method: 'POST',
  path: '/api/v1/speeches/:speech/amend-speech',
  summary: 'Put the words of a speech right; the first ones stay in the log',
  command: 'AmendSpeech',
  params: speechParam,
  body: z.object({ version, speaker: line, text }),
  answer: speechRow,
})

export const turnSpeech = endpoint({
  method: 'POST',
  path: '/api/v1/speeches/:speech/turn-speech',
  summary: 'A speech, or a part of it, becomes an opinion with a matter, on the spot',
  command: 'TurnSpeech',
  params: speechParam,
  body: z.object({
    version,
    appraisal: id('appraisal'),
    title: line,
    /** The words as they are to stand in the opinion; the whole speech when absent. */
    text: z.optional(text),
    unit: z.nullable(id('unit')),
  }),
  answer: speechRow,
})
