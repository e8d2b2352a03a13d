import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import type { Voice } from '../opinions/voice.ts'
import type { Approval, ApprovingBody } from '../people/approval.ts'
import type { Envelope } from './envelope.ts'
import { eraseEnvelope, eraseVoice, explainEraseRefusal } from './erase-sealed.ts'
import { erasureGrounds } from './erasure-grounds.ts'

const today = day('2026-03-02')
const by = (body: ApprovingBody, more: Partial<Approval> = {}): Approval => ({
  body,
  on: today,
  reference: '第12次主任会议',
  ...more,
})
const erasing = (approval = by('chairs')) =>
  ({ ground: 'consentWithdrawn', approval, today }) as const
const appraisal = idOf('appraisal', 'appraisal_qinghe2026')
const inquiry = idOf('inquiry', 'inquiry_qinghe0001')
const source: Envelope = { status: 'source', inquiry, name: '周小满', readings: [] }
const noted: Envelope = {
  status: 'noted',
  appraisal,
  text: '举报',
  notedOn: today,
  readings: [],
}
const received: Voice = {
  status: 'received',
  appraisal,
  call: idOf('call', 'call_qinghe0001'),
  code: '0'.repeat(64),
  receivedOn: today,
  remark: null,
}
const settled: Voice = {
  ...received,
  status: 'settled',
  on: today,
  envelope: idOf('envelope', 'envelope_qinghe0001'),
}

describe('erasing what is sealed', () => {
  it('leaves the case of the law and the approval, and nothing of what it was', () => {
    const facts = { ground: 'consentWithdrawn', approval: by('chairs'), on: today }
    expect(eraseEnvelope(source, erasing())).toEqual({ ok: true, value: facts })
    expect(eraseVoice(settled, erasing())).toEqual({ ok: true, value: facts })
    expect(erasureGrounds).toHaveLength(5)
  })

  it.each([
    ['nothing', eraseEnvelope({ status: 'none' }, erasing()), 'nothing-sealed'],
    [
      'what was erased',
      eraseEnvelope({ status: 'erased', on: today, readings: [] }, erasing()),
      'erased-already',
    ],
    ['an accusation nobody passed on', eraseEnvelope(noted, erasing()), 'not-dealt-with'],
    ['a voice nobody dealt with', eraseVoice(received, erasing()), 'not-dealt-with'],
    [
      'a voice erased before',
      eraseVoice({ ...settled, erasedOn: today }, erasing()),
      'erased-already',
    ],
    [
      'on a lesser word',
      eraseVoice(settled, erasing(by('deputyDirector'))),
      'erasure-needs-chairs',
    ],
    [
      'without a number',
      eraseVoice(settled, erasing(by('chairs', { reference: ' ' }))),
      'erasure-reference-missing',
    ],
    [
      'before it is approved',
      eraseVoice(settled, erasing(by('chairs', { on: addDays(today, 1) }))),
      'erasure-approval-to-come',
    ],
  ])('is refused for %s', (_, ruling, code) => {
    if (ruling.ok) throw new Error('was erased')
    expect(ruling.refusal.code).toBe(code)
    expect(explainEraseRefusal(ruling.refusal).zh.fix).not.toBe('')
  })
})
