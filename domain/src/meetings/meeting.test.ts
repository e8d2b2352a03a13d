import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import {
  decideMeeting,
  evolveMeeting,
  quorumOf,
  type Meeting,
  type MeetingCommand,
} from './meeting.ts'
import { decideSpeech, evolveSpeech, type Speech, type SpeechCommand } from './speech.ts'

const convene: MeetingCommand = {
  type: 'ConveneMeeting',
  appraisals: [idOf('appraisal', 'appraisal_roads'), idOf('appraisal', 'appraisal_water')],
  session: '第十八届人大常委会第三十一次会议',
  heldOn: day('2026-05-20'),
  members: 33,
  agenda: ['述职', '调查组报告', ' '],
}

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
    expect(here).toMatchObject({ status: 'convened', agenda: ['述职', '调查组报告'] })
    expect(refusalOf(here, { type: 'BeginMeeting', present: 16 })).toBe('meeting-no-quorum')
    expect(refusalOf(here, { type: 'BeginMeeting', present: 34 })).toBe('meeting-too-many-present')
    expect(meetingAfter(convene, { type: 'BeginMeeting', present: 17 })).toMatchObject({
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
    expect(refusalOf(meetingAfter(convene), { type: 'AdjournMeeting', reason: '' })).toBe(
      'meeting-reason-missing',
    )
    const off = meetingAfter(convene, { type: 'AdjournMeeting', reason: '防汛' })
    expect(refusalOf(off, { type: 'BeginMeeting', present: 20 })).toBe('meeting-not-convened')
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

describe('a speech', () => {
  const meeting = idOf('meeting', 'meeting_may1')
  const take = (kind: 'member' | 'official'): SpeechCommand => ({
    type: 'TakeSpeech',
    meeting,
    kind,
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

  it('is put right, never emptied', () => {
    const amend = { type: 'AmendSpeech', speaker: '温组成', text: '路灯七个月不亮。' } as const
    expect(speechOf(take('member'), amend)).toMatchObject({ text: '路灯七个月不亮。' })
    expect(decideSpeech(speechOf(take('member')), { ...amend, text: ' ' })).toMatchObject({
      ok: false,
    })
  })
})
