import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { accept } from '../kernel/result.ts'
import { readAnswer, type Answer } from './answer.ts'
import { closedQuestionsOf } from './closed-questions.ts'
import { questionnaireHash } from './questionnaire-hash.ts'
import { explainAnswerRefusal, explainQuestionnaireRefusal } from './questionnaire-refusals.ts'
import { checkQuestionnaire, type Question, type Questionnaire } from './questionnaire.ts'
import { scaleKeys, scales } from './scales.ts'
import { wording } from './wording.ts'

const form: Questionnaire = {
  title: wording('群众评议', 'What the public says'),
  questions: [
    { type: 'scale', code: 'duty', text: wording('履行职责'), scale: 'satisfied3', when: null },
    {
      type: 'choice',
      code: 'why',
      text: wording('不满意的原因'),
      options: [
        { code: 'slow', text: wording('办得慢') },
        { code: 'rude', text: wording('态度差') },
      ],
      many: true,
      when: { question: 'duty', anyOf: ['dissatisfied'] },
    },
    {
      type: 'matrix',
      code: 'window',
      text: wording('办事窗口'),
      rows: [
        { code: 'pace', text: wording('快慢') },
        { code: 'manner', text: wording('态度') },
      ],
      scale: 'good4',
      when: null,
    },
    { type: 'text', code: 'say', text: wording('意见建议'), when: null },
  ],
}

function faultOf(changed: Questionnaire) {
  const checked = checkQuestionnaire(changed)
  if (checked.ok) return null
  const { zh, en } = explainQuestionnaireRefusal(checked.refusal)
  expect([zh.what, zh.fix, en.what, en.fix].every((said) => said.length > 3)).toBe(true)
  return checked.refusal.code
}

const withQuestion = (question: Question): Questionnaire => ({
  ...form,
  questions: [...form.questions, question],
})

describe('a questionnaire', () => {
  it('holds scales, choices, matrices and free text', () => {
    expect(checkQuestionnaire(form)).toEqual(accept(form))
    expect(closedQuestionsOf(form).map(({ key }) => key)).toEqual([
      'duty',
      'why',
      'window.pace',
      'window.manner',
    ])
  })

  it('offers 不了解 with every closed question, and no code can take its place', () => {
    for (const { options } of closedQuestionsOf(form)) expect(options.at(-1)).toBe('unknown')
    for (const key of scaleKeys)
      expect(scales[key].options.at(-1)).toMatchObject({ code: 'unknown', zh: '不了解' })
    const own = { code: 'unknown', text: wording('都不好') }
    const other = { code: 'good', text: wording('好') }
    const asked = { code: 'b', text: wording('?'), when: null, many: false }
    expect(faultOf(withQuestion({ type: 'choice', ...asked, options: [other, own] }))).toBe(
      'question-code-wrong',
    )
  })

  it('has no word for requiring or forbidding an answer', () => {
    // Putian 2010: a form that was not accepted with more than half of its answers 不满意.
    type Fields = Question extends infer One ? (One extends Question ? keyof One : never) : never
    expectTypeOf<Fields>().toEqualTypeOf<
      'type' | 'code' | 'text' | 'when' | 'scale' | 'options' | 'many' | 'rows'
    >()
    expectTypeOf<keyof Questionnaire>().toEqualTypeOf<'title' | 'questions'>()
  })

  it.each([
    ['questionnaire-without-title', { ...form, title: wording(' ') }],
    ['questionnaire-without-questions', { ...form, questions: [] }],
    [
      'question-code-twice',
      withQuestion({ type: 'text', code: 'say', text: wording('?'), when: null }),
    ],
    [
      'question-code-wrong',
      withQuestion({ type: 'text', code: 'a.b', text: wording('?'), when: null }),
    ],
    [
      'question-without-words',
      withQuestion({ type: 'text', code: 'b', text: wording(''), when: null }),
    ],
    [
      'question-words-too-long',
      withQuestion({ type: 'text', code: 'b', text: wording('长'.repeat(301)), when: null }),
    ],
    [
      'question-needs-options',
      withQuestion({
        type: 'choice',
        code: 'b',
        text: wording('?'),
        options: [],
        many: false,
        when: null,
      }),
    ],
    [
      'question-waits-for-nothing',
      withQuestion({
        type: 'text',
        code: 'b',
        text: wording('?'),
        when: { question: 'duty', anyOf: ['good'] },
      }),
    ],
    [
      'question-waits-for-nothing',
      withQuestion({
        type: 'text',
        code: 'b',
        text: wording('?'),
        when: { question: 'b', anyOf: ['unknown'] },
      }),
    ],
    [
      'questionnaire-too-long',
      {
        ...form,
        questions: Array.from({ length: 61 }, (_, place) => ({
          type: 'scale' as const,
          code: `q${place}`,
          text: wording('满意吗'),
          scale: 'satisfied3' as const,
          when: null,
        })),
      },
    ],
  ])('is refused with %s', (code, changed: Questionnaire) => {
    expect(faultOf(changed)).toBe(code)
  })

  it('has one hash, which any change of a word changes', () => {
    const { title, questions } = form
    expect(questionnaireHash({ questions, title })).toBe(questionnaireHash(form))
    const other = { ...form, title: wording('群众评议', 'What people say') }
    expect(questionnaireHash(other)).not.toBe(questionnaireHash(form))
  })
})

describe('an answer', () => {
  it('is taken whatever mix of options it is made of', () => {
    const oneOf = (question: (typeof closed)[number]) =>
      question.many ? fc.subarray([...question.options]) : fc.constantFrom(...question.options)
    const closed = closedQuestionsOf(form)
    const answers = fc.record<Answer>(
      Object.fromEntries(closed.map((question) => [question.key, oneOf(question)])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answers, (answer) => {
        const read = readAnswer(form, answer)
        expect(read.ok).toBe(true)
        if (!read.ok) return
        for (const [key, given] of Object.entries(read.value)) expect(answer[key]).toEqual(given)
        const left = Object.keys(answer).filter((key) => read.value[key] === undefined)
        // Only what was not asked, or what chose nothing, is left out.
        expect(left.filter((key) => key !== 'why')).toEqual([])
        expect(readAnswer(form, read.value)).toEqual(read)
      }),
    )
  })

  it('leaves out a follow-up that its own change of mind closed again', () => {
    expect(readAnswer(form, { why: ['rude', 'slow'], duty: 'dissatisfied' })).toEqual(
      accept({ duty: 'dissatisfied', why: ['slow', 'rude'] }),
    )
    expect(readAnswer(form, { why: ['rude'], duty: 'satisfied' })).toEqual(
      accept({ duty: 'satisfied' }),
    )
  })

  it.each([
    [{ other: 'yes' }, 'answer-to-unknown-question'],
    [{ say: 'yes' }, 'answer-to-unknown-question'],
    [{ duty: 'great' }, 'answer-not-an-option'],
    [{ duty: ['satisfied'] }, 'answer-not-an-option'],
    [{ duty: 'dissatisfied', why: ['slow', 'slow'] }, 'answer-not-an-option'],
  ])('to something else is refused: %j', (answer: Answer, code) => {
    const read = readAnswer(form, answer)
    expect(read).toMatchObject({ ok: false, refusal: { code } })
    if (!read.ok) expect(explainAnswerRefusal(read.refusal).zh.fix).toContain('问卷')
  })
})
