/** The table of a questionnaire says what the rules say: the same answer to the letter, or it leaves it to them. */
import { day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { readAnswer } from '@luoshi/domain/surveys/answer'
import { closedQuestionsOf } from '@luoshi/domain/surveys/closed-questions'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openReach, tenQuestions } from '../../../../testing/open-survey.ts'
import { answerWords } from '../../intake/answer-words.ts'
import type { DoorSurvey } from '../open-survey.ts'
import { quickForm } from './quick-form.ts'

const found: DoorSurvey = {
  place: { congress: idOf('congress', 'congress_quick1'), survey: idOf('survey', 'survey_quick1') },
  survey: {
    status: 'open',
    appraisal: idOf('appraisal', 'appraisal_quick1'),
    matters: [],
    wave: { number: 1, stage: 'single', first: null },
    form: tenQuestions,
    reach: { ...openReach, from: day('2026-03-02'), until: day('2026-03-31') },
    draftedOn: day('2026-03-01'),
    hash: '',
    startedOn: day('2026-03-02'),
  },
  asker: '某县人大常委会',
}
const words = answerWords()
const form = quickForm(found, words)
const id = '0123456789abcdef0123456789abcdef'
const whole = { id, secret: id, channel: 'site', stratum: 'town', answers: {}, texts: [] }

const closed = closedQuestionsOf(tenQuestions)
const option = fc.constantFrom(...new Set(closed.flatMap(({ options }) => options)), 'superb')
const answersArb = fc
  .array(
    fc
      .oneof(
        { weight: 20, arbitrary: fc.constantFrom(...closed) },
        { weight: 1, arbitrary: fc.constant({ key: 'q77', options: ['fair'], many: false }) },
      )
      .chain(({ key, options, many }) =>
        fc.tuple(
          fc.constant(key),
          fc.oneof(
            { weight: 20, arbitrary: fc.constantFrom(...options) },
            { weight: 1, arbitrary: option },
            { weight: many ? 20 : 1, arbitrary: fc.array(option, { maxLength: 3 }) },
            { weight: many ? 20 : 0, arbitrary: fc.shuffledSubarray([...options]) },
          ),
        ),
      ),
    { maxLength: 14 },
  )
  .map((members) => Object.fromEntries(members))

it('reads every answer as the rules do, and takes none that they refuse', () => {
  fc.assert(
    fc.property(answersArb, (answers) => {
      const ruled = readAnswer(tenQuestions, answers)
      const read = form.read(JSON.parse(JSON.stringify({ ...whole, answers })))
      expect(read && words.answerIn(read.said)).toBe(ruled.ok ? JSON.stringify(ruled.value) : null)
    }),
    { numRuns: 2_000 },
  )
})

it('knows the stratum of the way as the usual door does', () => {
  const stratumIn = (more: object) => {
    const read = form.read({ ...whole, ...more })
    return read && words.way(read.said.readUInt16LE())
  }
  const told = { population: 'people', channel: 'site' }
  expect(stratumIn({})).toEqual({ ...told, stratum: 'town' })
  expect(stratumIn({ stratum: 'elsewhere' })).toEqual({ ...told, stratum: 'unstated' })
  const hall = { population: 'people', channel: 'hall', stratum: 'town' }
  expect(stratumIn({ channel: 'hall', stratum: 'country' })).toEqual(hall)
})

it('leaves to the usual door what is not plainly an answer without texts', () => {
  const others: readonly unknown[] = [
    null,
    [],
    'x',
    {},
    { ...whole, id: 'AB' },
    { ...whole, secret: null },
    { ...whole, channel: 'elsewhere' },
    { ...whole, stratum: 'x'.repeat(61) },
    { ...whole, texts: [{ question: 'say', text: '路灯不亮。' }] },
    { ...whole, answers: [] },
    { ...whole, answers: { q1: 1 } },
    { ...whole, answers: JSON.parse('{"__proto__":"fair"}') },
    { ...whole, answers: { constructor: 'fair' } },
    { ...whole, name: '张三' },
  ]
  for (const one of others) expect(form.read(one)).toBeNull()
})
