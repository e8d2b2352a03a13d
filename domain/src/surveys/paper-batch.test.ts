import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import {
  decideBatch,
  evolveBatch,
  explainBatchRefusal,
  paperDifferences,
  type PaperBatch,
  type PaperBatchCommand,
} from './paper-batch.ts'
import { questionnaireTemplates } from './questionnaire-templates.ts'

const today = day('2026-03-02')
const [one, other, third] = ['one', 'two', 'three'].map((name) =>
  idOf('account', `account_${name}1`),
)
if (!one || !other || !third) throw new Error('Nobody')
const survey = idOf('survey', 'survey_a001')
const begin = {
  type: 'BeginPaperBatch',
  survey,
  channel: 'c1',
  stratum: 's1',
  forms: 2,
  today,
} as const
const done = (by: typeof one, typed = 2) => ({ type: 'FinishTyping', by, typed, today }) as const
const settle = { type: 'SettlePaperBatch', differences: 1, open: 0, today } as const

function after(...commands: readonly PaperBatchCommand[]): PaperBatch {
  return commands.reduce<PaperBatch>(
    (batch, command) => {
      const ruling = decideBatch(batch, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveBatch, batch)
    },
    { status: 'none' },
  )
}

function refusal(batch: PaperBatch, command: PaperBatchCommand): string | null {
  const ruling = decideBatch(batch, command)
  if (ruling.ok) return null
  expect(explainBatchRefusal(ruling.refusal).zh.fix.length).toBeGreaterThan(4)
  return ruling.refusal.code
}

describe('a batch of paper forms', () => {
  it('is typed by two people, compared, settled and handed in', () => {
    expect(after(begin, done(one), done(other), settle)).toMatchObject({
      status: 'handedIn',
      differences: 1,
      done: [one, other],
    })
  })

  it('is not compared with itself, nor typed a third time', () => {
    expect(refusal(after(begin, done(one)), done(one))).toBe('batch-done-already')
    expect(refusal(after(begin, done(one), done(other)), done(third))).toBe(
      'batch-typed-by-two-already',
    )
    expect(refusal(after(begin, done(one)), settle)).toBe('batch-wrong-status')
  })

  it('is whole before it is compared, and settled before it is handed in', () => {
    expect(refusal(after(begin), done(one, 1))).toBe('batch-forms-missing')
    expect(refusal(after(begin, done(one), done(other)), { ...settle, open: 1 })).toBe(
      'batch-differences-open',
    )
    expect(refusal({ status: 'none' }, { ...begin, forms: 201 })).toBe('batch-size-wrong')
  })

  it('shows what was typed differently, question by question', () => {
    const { form } = questionnaireTemplates.public
    const first = [
      { form: 1, answer: { duty: 'satisfied', 'pace-why': ['late', 'trips'] } },
      { form: 2, answer: { duty: 'mostly' } },
    ]
    const second = [
      { form: 1, answer: { duty: 'satisfied', 'pace-why': ['trips', 'late'] } },
      { form: 2, answer: { duty: 'dissatisfied', pace: 'unknown' } },
    ]
    expect(paperDifferences(form, first, second)).toEqual([
      { form: 2, question: 'duty', values: ['mostly', 'dissatisfied'] },
      { form: 2, question: 'pace', values: [null, 'unknown'] },
    ])
    expect(paperDifferences(form, first, first)).toEqual([])
  })
})
