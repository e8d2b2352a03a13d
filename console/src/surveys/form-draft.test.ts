import { questionnaireTemplates } from '@luoshi/domain/surveys/questionnaire-templates'
import { checkQuestionnaire, type Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { wording } from '@luoshi/domain/surveys/wording'
import { describe, expect, it } from 'vitest'
import {
  copyOfQuestion,
  formToSend,
  insertAfter,
  moved,
  newQuestion,
  putToEverybody,
  optionsFromLines,
  translatedFromLines,
  withoutQuestion,
  withType,
} from './form-draft.ts'

const { form } = questionnaireTemplates.public
const codesOf = ({ questions }: Questionnaire) => questions.map(({ code }) => code)
const placeOf = (code: string) => form.questions.findIndex((one) => one.code === code)

describe('writing a questionnaire', () => {
  it('gives every new question a code of its own', () => {
    let next = form
    for (const type of ['scale', 'choice', 'matrix', 'text'] as const)
      next = insertAfter(next, next.questions.length - 1, newQuestion(next, type))
    next = copyOfQuestion(next, 0)
    expect(new Set(codesOf(next)).size).toBe(next.questions.length)
    expect(next.questions).toHaveLength(form.questions.length + 5)
  })

  it('moves a question by one, but none before those of the earlier wave', () => {
    expect(codesOf(moved(form, 1, -1, 0)).slice(0, 2)).toEqual(['pace', 'duty'])
    expect(moved(form, 1, -1, 1)).toBe(form)
    expect(moved(form, 0, -1, 0)).toBe(form)
  })

  it('drops a condition when the question it waited for goes, or comes later', () => {
    const without = withoutQuestion(form, placeOf('pace'))
    expect(without.questions.find(({ code }) => code === 'pace-why')?.when).toBeNull()
    expect(putToEverybody(form, without)).toEqual([placeOf('pace-why')])
    expect(putToEverybody(form, withoutQuestion(form, placeOf('pace-why')))).toEqual([])
    const swapped = moved(form, placeOf('pace-why'), -1, 0)
    expect(swapped.questions.find(({ code }) => code === 'pace-why')?.when).toBeNull()
    expect(checkQuestionnaire(swapped).ok).toBe(true)
  })

  it('keeps the words and the code when the kind changes', () => {
    const changed = withType(form, 0, 'text').questions[0]
    expect(changed).toEqual({
      type: 'text',
      code: 'duty',
      text: form.questions[0]?.text,
      when: null,
    })
  })

  it('keeps the code of an option with its words, wherever the line goes', () => {
    const before = [
      { code: 'late', text: wording('超时', 'Late') },
      { code: 'trips', text: wording('来回跑', 'Trips') },
    ]
    const after = optionsFromLines(before, '推诿\n超时\n来回跑了几次')
    expect(after.map(({ code }) => code)).toEqual(['a1', 'late', 'a2'])
    expect(optionsFromLines(before, '超过时限\n来回跑')).toEqual([
      { code: 'late', text: wording('超过时限', 'Late') },
      before[1],
    ])
    expect(translatedFromLines(before, 'Too late').map(({ text }) => text.en)).toEqual([
      'Too late',
      '',
    ])
  })

  it('is sent without blank lines and without empty translations', () => {
    const asked = { ...newQuestion(form, 'choice'), text: wording(' 原因 ', '  ') }
    const sent = formToSend({ title: wording('问卷', ''), questions: [asked] })
    expect(sent.title.en).toBeNull()
    expect(sent.questions[0]).toMatchObject({ text: { zh: '原因', en: null }, options: [] })
    expect(formToSend(form)).toEqual(form)
  })
})
