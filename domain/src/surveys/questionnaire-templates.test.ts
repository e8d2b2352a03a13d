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

  it('say where each comes from, and that nobody compared it with the original', () => {
    for (const key of templateKeys) {
      const { zh, en } = questionnaireTemplates[key].source
      expect(zh).toMatch(/未(逐字)?核实|没有出处/)
      expect(en).toMatch(/not (compared|verified)|without a source/)
    }
  })

  it('ask what was found in the trade, head by head', () => {
    const asks = (key: (typeof templateKeys)[number], ...heads: readonly string[]) => {
      const said = formTexts(questionnaireTemplates[key].form).join('\n')
      for (const head of heads)
        expect({ key, said }).toMatchObject({ said: expect.stringContaining(head) })
    }
    asks(
      'public',
      '履行职责',
      '办事效率',
      '服务态度',
      '政务公开',
      '廉洁自律',
      '解决群众反映',
      '总体评价',
      '意见建议',
    )
    asks(
      'law',
      '依法全面履',
      '规范性文件',
      '行政决策听取',
      '公正文明执法',
      '信息公开',
      '行政复议和信访',
      '舆论监督',
      '法治意识',
    )
    asks(
      'deputies',
      '决议决定',
      '代表建议',
      '真实、全面',
      '查找问题准确',
      '措施可行',
      '实效和社会反响',
    )
    asks('deputies', '县委决策', '依法行政', '服务发展', '民生政务', '机关作风', '总体评价')
    asks('staff', '德：', '能：', '勤：', '绩：', '廉：', '民主作风', '班子团结')
    asks('fix', '对症', '时间', '质量', '解决', '反弹')
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
