import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { decideCall, evolveCall, takesVoices, type Call, type CallCommand } from './call.ts'
import { decideVoice, evolveVoice, type Voice, type VoiceCommand } from './voice.ts'

const today = day('2026-04-01')
const appraisal = idOf('appraisal', 'appraisal_roads')
const call = idOf('call', 'call_2026')
const receive: VoiceCommand = {
  type: 'ReceiveVoice',
  appraisal,
  call,
  code: 'c'.repeat(64),
  text: 't'.repeat(64),
  length: 40,
  today,
}
const takeOver: VoiceCommand = {
  type: 'TakeOverVoice',
  opinion: idOf('opinion', 'opinion_one1'),
  matter: idOf('matter', 'matter_one1'),
  today,
}
const envelope = idOf('envelope', 'envelope_one1')
const seal = {
  type: 'SealVoice',
  route: 'discipline',
  reference: '移交单3号',
  envelope,
  today,
} as const
const reply = { type: 'ReplyToVoice', reply: '已转县公交公司。', envelope, today } as const

function after(...commands: readonly VoiceCommand[]): Voice {
  return commands.reduce<Voice>(
    (voice, command) => {
      const ruling = decideVoice(voice, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveVoice, voice)
    },
    { status: 'none' },
  )
}

const codeOf = (voice: Voice, command: VoiceCommand) => {
  const ruling = decideVoice(voice, command)
  return ruling.ok ? 'done' : ruling.refusal.code
}

describe('a voice of the public', () => {
  it('is taken over by a matter, and then she may say whether it is solved', () => {
    const voice = after(receive, takeOver)
    expect(voice).toMatchObject({ status: 'takenOver', matter: 'matter_one1' })
    const remark = { type: 'RemarkOnVoice', remark: 'notSolved', isAnswered: false, today } as const
    expect(after(receive, takeOver, remark)).toMatchObject({
      status: 'takenOver',
      remark: { remark: 'notSolved' },
    })
  })

  it('is dealt with once: an accusation that was sealed is never itemised', () => {
    expect(codeOf(after(receive, seal), takeOver)).toBe('voice-already-handled')
    expect(codeOf(after(receive, takeOver), seal)).toBe('voice-already-handled')
    const remark = { type: 'RemarkOnVoice', remark: 'solved', today } as const
    const settled = after(receive, seal)
    expect(codeOf(settled, { ...remark, isAnswered: false })).toBe('voice-not-open-to-remarks')
    expect(codeOf(after(receive, reply), { ...remark, isAnswered: true })).toBe('done')
  })

  it('says in its own record only that it was settled, not whether by a reply or as an accusation', () => {
    expect(after(receive, seal)).toEqual(after(receive, reply))
    expect(JSON.stringify(after(receive, seal))).not.toContain('discipline')
  })

  it('wants a reply in words and a transfer on paper', () => {
    expect(codeOf(after(receive), { ...reply, reply: ' ' })).toBe('voice-reply-missing')
    expect(codeOf(after(receive), { ...seal, reference: '' })).toBe('voice-reference-missing')
  })

  it('is neither a word nor a book', () => {
    expect(codeOf({ status: 'none' }, { ...receive, length: 4 })).toBe('voice-too-short')
    expect(codeOf({ status: 'none' }, { ...receive, length: 5001 })).toBe('voice-too-long')
  })

  it('leaves no text in the state', () => {
    expect(JSON.stringify(after(receive))).not.toContain('ttt')
  })
})

describe('a call for opinions', () => {
  const open: CallCommand = {
    type: 'OpenCall',
    appraisal,
    notice: '就县公路局局长履职情况征求意见。',
    until: day('2026-04-25'),
    today,
  }
  const opened = (command: CallCommand): Call => {
    const ruling = decideCall({ status: 'none' }, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveCall, { status: 'none' } as const)
  }

  it('takes voices until its last day is over, or until it is closed', () => {
    const here = opened(open)
    expect(takesVoices(here, day('2026-04-25'))).toBe(true)
    expect(takesVoices(here, day('2026-04-26'))).toBe(false)
    const closing = decideCall(here, { type: 'CloseCall', today })
    if (!closing.ok) throw new Error('not closed')
    expect(takesVoices(closing.value.reduce(evolveCall, here), today)).toBe(false)
  })

  it('says what it asks about, and ends after it begins', () => {
    const refused = (command: CallCommand) => decideCall({ status: 'none' }, command)
    expect(refused({ ...open, notice: '' })).toMatchObject({ ok: false })
    expect(refused({ ...open, until: day('2026-03-31') })).toMatchObject({ ok: false })
  })
})
