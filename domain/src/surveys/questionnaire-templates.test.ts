import { describe, expect, it } from 'vitest'
import { closedQuestionsOf } from './closed-questions.ts'
import { questionnaireHash } from './questionnaire-hash.ts'
import { questionnaireTemplates, templateKeys } from './questionnaire-templates.ts'
import { checkQuestionnaire } from './questionnaire.ts'
import { formTexts } from './survey-words.ts'

describe('the templates of questionnaires', () => {
  it.each(templateKeys)('%s can be asked as it is, in Chinese and in English', (key) => {
    const { form, source, populations } = questionnaireTemplates[key]
    expect(checkQuestionnaire(form)).toMatchObject({ ok: true })
    expect(formTexts(form).length % 2).toBe(0)
    expect(formTexts(form).every((said) => said.trim() !== '')).toBe(true)
    expect(source.zh.length).toBeGreaterThan(8)
    expect(populations.length).toBeGreaterThan(0)
    // Free text is offered in each, and each can be answered by somebody standing.
    expect(form.questions.at(-1)?.type).toBe('text')
    expect(closedQuestionsOf(form).length).toBeLessThanOrEqual(16)
  })

  it('are not the same', () => {
    const hashes = templateKeys.map((key) => questionnaireHash(questionnaireTemplates[key].form))
    expect(new Set(hashes).size).toBe(templateKeys.length)
  })

  it('asks about the fix on the three axes by which it is judged', () => {
    const asked = questionnaireTemplates.fix.form.questions.map(({ code }) => code)
    expect(asked).toEqual(expect.arrayContaining(['measures', 'timeliness', 'quality']))
  })
})
