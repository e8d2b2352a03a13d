import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestGroupOf } from './results/smallest-group.ts'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { erasedText } from '../kernel/words.ts'
import { channelKinds } from './channel.ts'
import { decideSurvey, type SurveyCommand } from './decide-survey.ts'
import { populationKinds } from './population.ts'
import type { Questionnaire } from './questionnaire.ts'
import { questionnaireHash } from './questionnaire-hash.ts'
import { reachFault, reachInUse, type Reach } from './reach.ts'
import { explainSurveyRefusal } from './survey-refusals.ts'
import { evolveSurvey, noSurvey, type Survey, type SurveyEvent } from './survey.ts'
import { wording } from './wording.ts'

const today = day('2026-03-02')
const form: Questionnaire = {
  title: wording('公路局群众评议'),
  questions: [
    { type: 'scale', code: 'duty', text: wording('履行职责'), scale: 'satisfied3', when: null },
    { type: 'text', code: 'say', text: wording('意见建议', 'Say more'), when: null },
  ],
}
const all = { code: 'all', name: '全部', size: 12_000, quota: null }
const people = {
  code: 'people',
  kind: 'residents',
  name: '城乡居民',
  sizeSource: '统计局2025年公报',
  strata: [all],
  sampling: { type: 'open' },
} as const
const poster = {
  code: 'hall',
  kind: 'poster',
  population: 'people',
  stratum: 'all',
  place: '政务大厅',
} as const
const reach: Reach = {
  populations: [people],
  channels: [poster],
  from: today,
  until: day('2026-03-31'),
}
const drafting: Extract<SurveyCommand, { type: 'DraftSurvey' }> = {
  type: 'DraftSurvey',
  appraisal: idOf('appraisal', 'appraisal_a001'),
  matters: [],
  wave: { number: 1, stage: 'before', first: null },
  form,
  from: today,
  until: day('2026-03-31'),
  earlier: null,
  today,
}

function after(...commands: readonly SurveyCommand[]): Survey {
  return commands.reduce((survey, command) => {
    const ruling = decideSurvey(survey, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveSurvey, survey)
  }, noSurvey)
}

function refusal(survey: Survey, command: SurveyCommand): string | null {
  const ruling = decideSurvey(survey, command)
  if (ruling.ok) return null
  const { zh, en } = explainSurveyRefusal(ruling.refusal)
  expect([zh.what, zh.fix, en.what, en.fix].every((said) => said.length > 2)).toBe(true)
  return ruling.refusal.code
}

const setReach = { type: 'SetSurveyReach', reach, today } as const
const start = { type: 'StartSurvey', smallest: 10, today } as const
const approval = { body: 'chairs', on: today, reference: '第12次主任会议' } as const
const taken = { answers: 12, texts: 3, answerBatches: 1, textBatches: 1 }

describe('a survey', () => {
  it('is drafted, says whom it asks, starts, closes and is published', () => {
    const open = after(drafting, setReach, start)
    expect(open).toMatchObject({ status: 'open', hash: questionnaireHash(form), form, reach })
    const late = day('2026-04-01')
    const done = after(
      drafting,
      setReach,
      start,
      { type: 'CloseSurvey', reason: '', taken, today: late },
      { type: 'PublishSurvey', approval, today: late },
    )
    expect(done).toMatchObject({ status: 'published', closedOn: late, approval })
  })

  it('keeps its questions once it has started', () => {
    const open = after(drafting, setReach, start)
    expect(refusal(open, { type: 'SetSurveyQuestions', form, earlier: null, today })).toBe(
      'survey-wrong-status',
    )
    expect(refusal(open, setReach)).toBe('survey-wrong-status')
    expect(refusal(open, { type: 'DropSurvey', reason: '不办了', today })).toBe(
      'survey-wrong-status',
    )
  })

  it('may be tied to other matters as long as it is a draft, and says so only when they change', () => {
    const [one, other] = [idOf('matter', 'matter_a001'), idOf('matter', 'matter_a002')]
    const tie = { type: 'SetSurveyMatters', matters: [one, other, one], today } as const
    const tied = after(drafting, tie)
    expect(tied).toMatchObject({ status: 'draft', matters: [one, other] })
    expect(decideSurvey(tied, { ...tie, matters: [other, one] })).toEqual({ ok: true, value: [] })
    const start = { type: 'StartSurvey', smallest: 10, today } as const
    const open = after(drafting, { type: 'SetSurveyReach', reach, today }, tie, start)
    expect(decideSurvey(open, { ...tie, matters: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'survey-wrong-status' },
    })
  })

  it('is told by the smallest group of the rules it started under, which is never below the floor', () => {
    const smallest = (asked: number) => {
      const open = after(drafting, setReach, { ...start, smallest: asked })
      return open.status === 'open' ? smallestGroupOf(open.smallest) : null
    }
    expect([20, 10, 5, 4, 0, -1].map(smallest)).toEqual([20, 10, 5, 5, 5, 5])
    // Events of before there was a rule.
    const before = evolveSurvey(after(drafting, setReach), {
      type: 'SurveyStarted',
      hash: questionnaireHash(form),
      on: today,
    })
    expect(before.status === 'open' && smallestGroupOf(before.smallest)).toBe(10)
  })

  it('does not start while it asks nobody, or somebody whom nothing reaches', () => {
    expect(refusal(after(drafting), start)).toBe('survey-asks-nobody')
    const silent = { ...setReach, reach: { ...reach, channels: [] } }
    expect(refusal(after(drafting, silent), start)).toBe('survey-population-unreached')
    expect(refusal(after(drafting, setReach), { ...start, today: day('2026-05-01') })).toBe(
      'survey-days-over',
    )
  })

  it('takes further ways in while it is open, and shuts one for a reason that is kept', () => {
    const add = { type: 'AddSurveyChannel', today } as const
    const shut = { type: 'ShutSurveyChannel', channel: 'hall', today } as const
    const office = { ...poster, code: 'office', place: ' 乡镇人大 ' }
    const open = [drafting, setReach, start] as const
    const more = after(...open, { ...add, channel: office })
    expect(more).toMatchObject({
      form,
      reach: { populations: [people], channels: [poster, { code: 'office', place: '乡镇人大' }] },
    })
    for (const [code, channel] of [
      ['survey-code-wrong', { ...office, code: 'hall' }],
      ['survey-channel-nowhere', { ...office, population: 'others' }],
      ['survey-channel-does-not-fit', { ...office, kind: 'sms' }],
    ] as const)
      expect(refusal(after(...open), { ...add, channel })).toBe(code)
    expect(refusal(more, { ...shut, reason: ' ' })).toBe('survey-reason-missing')
    const less = after(...open, { ...add, channel: office }, { ...shut, reason: '链接外传' })
    expect(less).toMatchObject({
      reach: { channels: [{ code: 'hall', shut: { on: today, because: '链接外传' } }, {}] },
    })
    expect(refusal(less, { ...shut, reason: '又一次' })).toBe('survey-channel-shut')
    expect(refusal(after(drafting, setReach), { ...add, channel: office })).toBe(
      'survey-wrong-status',
    )
    if (less.status !== 'open') throw new Error('Not open')
    expect(reachInUse(less.reach).channels.map(({ code }) => code)).toEqual(['office'])
  })

  it('never shuts a way by which those who were drawn hold their codes', () => {
    const drawn = { ...people, sampling: { type: 'all' } } as const
    const letters = { ...poster, kind: 'code', code: 'letters' } as const
    const invited = { ...reach, populations: [drawn], channels: [letters] }
    const open = after(drafting, { ...setReach, reach: invited }, start)
    const shut = { type: 'ShutSurveyChannel', channel: 'letters', reason: '够了', today } as const
    expect(refusal(open, shut)).toBe('survey-channel-has-codes')
  })

  it('is closed before its day only with the reason', () => {
    const open = after(drafting, setReach, start)
    expect(refusal(open, { type: 'CloseSurvey', reason: ' ', taken, today })).toBe(
      'survey-early-close',
    )
    expect(refusal(open, { type: 'CloseSurvey', reason: '系统故障', taken, today })).toBeNull()
  })

  it('is published by a decision only, and not before it is closed', () => {
    const told = { type: 'PublishSurvey', approval, today } as const
    expect(refusal(after(drafting, setReach, start), told)).toBe('survey-wrong-status')
    const closing = { type: 'CloseSurvey', reason: '提前完成', taken, today } as const
    const closed = after(drafting, setReach, start, closing)
    expect(refusal(closed, { ...told, approval: { ...approval, reference: '' } })).toBe(
      'survey-needs-decision',
    )
  })

  it('asks the questions of its first wave again, word for word, and may add others after them', () => {
    const [duty, say] = form.questions
    if (!duty || !say) throw new Error('No questions')
    const fixed = { ...duty, code: 'fixed', text: wording('整改措施是否对症') }
    const again = (questions: Questionnaire['questions']) =>
      refusal(noSurvey, { ...drafting, form: { ...form, questions }, earlier: form })
    expect(again([duty, say, fixed])).toBeNull()
    for (const changed of [
      [duty],
      [say, duty],
      [fixed, duty, say],
      [{ ...duty, text: wording('履行职责情况') }, say],
      [{ ...duty, type: 'scale' as const, scale: 'satisfied5' as const }, say],
    ])
      expect(again(changed)).toBe('survey-wave-changes-question')
  })

  it('keeps nothing but codes and numbers among the facts of its events', () => {
    const ruling = decideSurvey(after(drafting), setReach)
    const drafted = decideSurvey(noSurvey, drafting)
    if (!ruling.ok || !drafted.ok) throw new Error('Refused')
    const facts = (event: SurveyEvent) => JSON.stringify({ ...event, words: null })
    const kept = [...drafted.value, ...ruling.value].map(facts).join(' ')
    for (const said of ['公路局', '履行', 'Say more', '居民', '统计局', '全部', '政务'])
      expect(kept).not.toContain(said)
    const erased = [...drafted.value, ...ruling.value]
      .map((event) => ({ ...event, words: null }))
      .reduce(evolveSurvey, noSurvey)
    expect(erased).toMatchObject({
      form: { title: { zh: erasedText }, questions: [{ code: 'duty' }, { code: 'say' }] },
      reach: { populations: [{ code: 'people', name: erasedText, strata: [{ size: 12_000 }] }] },
    })
  })
})

describe('whom a survey asks', () => {
  it.each([
    ['survey-days-wrong', { ...reach, until: day('2026-01-01') }],
    ['survey-code-wrong', { ...reach, populations: [people, people] }],
    ['survey-name-missing', { ...reach, populations: [{ ...people, name: '' }] }],
    ['survey-stratum-missing', { ...reach, populations: [{ ...people, strata: [] }] }],
    [
      'survey-number-wrong',
      { ...reach, populations: [{ ...people, strata: [{ ...all, size: -1 }] }] },
    ],
    [
      'survey-number-wrong',
      { ...reach, populations: [{ ...people, sampling: { type: 'stratified' } }] },
    ],
    ['survey-channel-nowhere', { ...reach, channels: [{ ...poster, stratum: 'north' }] }],
    ['survey-channel-nowhere', { ...reach, channels: [{ ...poster, population: 'other' }] }],
    [
      'survey-channel-does-not-fit',
      { ...reach, populations: [{ ...people, sampling: { type: 'all' } }] },
    ],
  ] as const)('is refused with %s', (code, wrong: Reach) => {
    expect(reachFault(wrong)?.code).toBe(code)
  })

  it('lets nobody in unasked where people were drawn, and hands out no code where anybody may come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...channelKinds),
        fc.constantFrom('open', 'all', 'quota', 'stratified'),
        fc.constantFrom(...populationKinds),
        (kind, type, population) => {
          const strata = [{ ...all, quota: 10 }]
          const one = { ...people, kind: population, strata, sampling: { type } as const }
          const channel = { ...poster, kind }
          const fault = reachFault({ ...reach, populations: [one], channels: [channel] })
          const drawn = type === 'all' || type === 'stratified'
          const walkIn = ['poster', 'link', 'counter'].includes(kind)
          const coded = ['code', 'sms'].includes(kind)
          expect(fault === null).toBe(drawn ? !walkIn : !coded)
        },
      ),
    )
  })
})
