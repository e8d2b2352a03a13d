import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { attendanceText, changesIn, momentsIn } from './attendance.ts'
import {
  decideMeeting,
  evolveMeeting,
  quorumOf,
  type Meeting,
  type MeetingCommand,
} from './meeting.ts'
import { decideSpeech, evolveSpeech, type Speech, type SpeechCommand } from './speech.ts'

const convene = {
  type: 'ConveneMeeting',
  appraisals: [idOf('appraisal', 'appraisal_roads'), idOf('appraisal', 'appraisal_water')],
  session: '第十八届人大常委会第三十一次会议',
  heldOn: day('2026-05-20'),
  members: 33,
  agenda: [
    { part: 'dutyReport', text: '述职', speaker: '林述之' },
    { part: 'inquiryReport', text: '调查组报告', speaker: '' },
    { part: 'other', text: ' ', speaker: '' },
  ],
} as const satisfies MeetingCommand

function meetingAfter(...commands: readonly MeetingCommand[]): Meeting {
  return commands.reduce<Meeting>(
    (state, command) => {
      const ruling = decideMeeting(state, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveMeeting, state)
    },
    { status: 'none' },
  )
}

const refusalOf = (state: Meeting, command: MeetingCommand) => {
  const ruling = decideMeeting(state, command)
  return ruling.ok ? null : ruling.refusal.code
}

describe('a meeting', () => {
  it('may hear several officials, and begins with a quorum of all members', () => {
    const here = meetingAfter(convene)
    expect(here).toMatchObject({
      status: 'convened',
      agenda: [{ text: '述职', speaker: '林述之' }, { part: 'inquiryReport' }],
    })
    expect(refusalOf(here, { type: 'BeginMeeting', present: 16, absent: [] })).toBe(
      'meeting-no-quorum',
    )
    expect(refusalOf(here, { type: 'BeginMeeting', present: 34, absent: [] })).toBe(
      'meeting-too-many-present',
    )
    expect(meetingAfter(convene, { type: 'BeginMeeting', present: 17, absent: [] })).toMatchObject({
      status: 'inSession',
      present: 17,
    })
  })

  it('with exactly half there has no quorum, whatever the number of members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), (members) => {
        expect(quorumOf(members) * 2).toBeGreaterThan(members)
        expect((quorumOf(members) - 1) * 2).toBeLessThanOrEqual(members)
      }),
    )
  })

  it('closes only after it began, and is put off only with a reason', () => {
    expect(refusalOf(meetingAfter(convene), { type: 'CloseMeeting' })).toBe(
      'meeting-not-in-session',
    )
    expect(
      refusalOf(meetingAfter(convene), {
        type: 'AdjournMeeting',
        how: 'postponed',
        nextOn: null,
        reason: '',
      }),
    ).toBe('meeting-reason-missing')
    const off = meetingAfter(convene, {
      type: 'AdjournMeeting',
      how: 'postponed',
      nextOn: null,
      reason: '防汛',
    })
    expect(refusalOf(off, { type: 'BeginMeeting', present: 20, absent: [] })).toBe(
      'meeting-not-convened',
    )
  })
})

const speechOf = (...commands: readonly SpeechCommand[]) =>
  commands.reduce<Speech>(
    (state, command) => {
      const ruling = decideSpeech(state, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveSpeech, state)
    },
    { status: 'none' },
  )

describe('what happens in the meeting', () => {
  const begin: MeetingCommand = { type: 'BeginMeeting', present: 28, absent: [] }

  it('marks what was heard, once', () => {
    const hear: MeetingCommand = { type: 'HearPoint', point: 1 }
    expect(refusalOf(meetingAfter(convene), hear)).toBe('meeting-not-in-session')
    expect(meetingAfter(convene, begin, hear, hear)).toMatchObject({ heard: [1] })
    expect(refusalOf(meetingAfter(convene, begin), { type: 'HearPoint', point: 2 })).toBe(
      'meeting-no-such-point',
    )
  })

  it('takes the roster by name only when it comes to those who are away', () => {
    const absent = [{ name: '方以宁', reason: '病假' }]
    expect(refusalOf(meetingAfter(convene), { ...begin, absent })).toBe('meeting-absent-differ')
    expect(meetingAfter(convene, { ...begin, present: 32, absent })).toMatchObject({ absent })
  })

  it('keeps who came late and who left, with the point it was at', () => {
    const away = [
      { name: '方以宁', reason: '病假' },
      { name: '罗文', reason: '' },
    ]
    const change = {
      type: 'ChangeAttendance',
      point: 1,
      present: 31,
      absent: [
        { name: '罗文', reason: '' },
        { name: '秦岚', reason: '公务' },
      ],
    } as const
    const here = meetingAfter(convene, { ...begin, present: 31, absent: away }, change)
    expect(here).toMatchObject({ present: 31, absent: change.absent })
    expect(momentsIn(here).map(({ point, present }) => [point, present])).toEqual([
      [null, 31],
      [1, 31],
    ])
    const [told] = changesIn(momentsIn(here), convene.members)
    expect(told).toMatchObject({ came: ['方以宁'], left: [{ name: '秦岚' }] })
    expect(told && attendanceText(told, convene).zh).toBe(
      '“调查组报告”时：方以宁到会，秦岚（公务）离会，实到31人',
    )
    expect(refusalOf(here, change)).toBe('meeting-attendance-same')
    expect(refusalOf(here, { ...change, present: 30 })).toBe('meeting-absent-differ')
  })

  it('that has lost its quorum goes no further than the point it was at', () => {
    const fewer = { type: 'ChangeAttendance', point: 0, present: 16, absent: [] } as const
    const lost = meetingAfter(convene, begin, fewer)
    expect(refusalOf(lost, { type: 'HearPoint', point: 1 })).toBe('meeting-quorum-lost')
    expect(refusalOf(lost, { type: 'HearPoint', point: 0 })).toBeNull()
    const back = { ...fewer, point: 1, present: 17 }
    expect(
      meetingAfter(convene, begin, fewer, back, { type: 'HearPoint', point: 1 }),
    ).toMatchObject({ heard: [1], present: 17 })
    expect(momentsIn(meetingAfter(convene, begin))).toEqual([
      { point: null, present: 28, absent: [] },
    ])
  })

  it('broken off or cancelled is adjourned: it was not held, and names the next day if there is one', () => {
    const off = {
      type: 'AdjournMeeting',
      how: 'brokenOff',
      nextOn: day('2026-06-03'),
      reason: '防汛',
    } as const
    expect(meetingAfter(convene, begin, off)).toMatchObject({
      status: 'adjourned',
      how: 'brokenOff',
      nextOn: '2026-06-03',
    })
    const early = { ...off, nextOn: day('2026-05-20') }
    expect(refusalOf(meetingAfter(convene, begin), early)).toBe('meeting-next-too-early')
  })

  it('of the first release reads as one with plain points and nobody named', () => {
    const { appraisals, session, heldOn, members } = convene
    const old = {
      type: 'MeetingConvened',
      appraisals,
      session,
      heldOn,
      members,
      agenda: ['述职'],
    } as const
    expect(evolveMeeting({ status: 'none' }, old)).toMatchObject({
      agenda: [{ part: 'other', text: '述职', speaker: '' }],
    })
  })
})

describe('a speech', () => {
  const meeting = idOf('meeting', 'meeting_may1')
  const take = (kind: 'member' | 'official'): Extract<SpeechCommand, { type: 'TakeSpeech' }> => ({
    type: 'TakeSpeech',
    meeting,
    kind,
    act: kind === 'official' ? 'reply' : 'remark',
    to: { question: null, matter: null },
    speaker: '温组成',
    text: '路灯半年不亮，要说清楚谁来修。',
  })
  const turn: SpeechCommand = {
    type: 'TurnSpeech',
    opinion: idOf('opinion', 'opinion_one1'),
    matter: idOf('matter', 'matter_one1'),
  }

  it('may hold more than one opinion', () => {
    const two = { ...turn, opinion: idOf('opinion', 'opinion_two2') }
    expect(speechOf(take('member'), turn, two)).toMatchObject({
      opinions: [{ opinion: 'opinion_one1' }, { opinion: 'opinion_two2' }],
    })
  })

  it('of the official is a reply and no opinion', () => {
    const ruling = decideSpeech(speechOf(take('official')), turn)
    expect(ruling).toMatchObject({ ok: false, refusal: { code: 'speech-is-reply' } })
  })

  it('defends only when the official speaks, and may name the matter it answers', () => {
    const matter = idOf('matter', 'matter_one1')
    const defence = { ...take('official'), act: 'defence', to: { question: null, matter } } as const
    expect(speechOf(defence)).toMatchObject({ act: 'defence', to: { matter } })
    expect(decideSpeech({ status: 'none' }, { ...defence, kind: 'member' })).toMatchObject({
      refusal: { code: 'speech-act-unfit' },
    })
    const asking = { ...take('official'), act: 'question' } as const
    expect(decideSpeech({ status: 'none' }, asking)).toMatchObject({ ok: false })
  })

  it('is put right, never emptied', () => {
    const amend = { type: 'AmendSpeech', speaker: '温组成', text: '路灯七个月不亮。' } as const
    expect(speechOf(take('member'), amend)).toMatchObject({ text: '路灯七个月不亮。' })
    expect(decideSpeech(speechOf(take('member')), { ...amend, text: ' ' })).toMatchObject({
      ok: false,
    })
  })
})
