import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { checkTemplate, explainTemplateRefusal } from './check-template.ts'
import { evolveTemplates, noTemplates, setTemplate, templateFor } from './county-templates.ts'
import { defaultTemplates } from './default-templates.ts'
import { paperKinds } from './paper-kinds.ts'
import { fillTemplate, templateInChinese } from './template.ts'

const on = day('2026-03-01')
const shipped = defaultTemplates['opinion-letter']

describe('a template', () => {
  it.each(paperKinds)('as shipped for %s passes its own test', (kind) => {
    expect(checkTemplate(kind, defaultTemplates[kind])).toMatchObject({ ok: true })
  })

  it('may turn its sections round and call them otherwise, but leave none out', () => {
    const sections = shipped.sections.toReversed().map(({ key }) => ({ key, heading: '甲' }))
    expect(checkTemplate('opinion-letter', { ...shipped, sections })).toMatchObject({ ok: true })
    const fewer = { ...shipped, sections: shipped.sections.filter(({ key }) => key !== 'problems') }
    expect(checkTemplate('opinion-letter', fewer)).toMatchObject({
      refusal: { code: 'template-sections-differ', missing: ['problems'] },
    })
    const twice = {
      ...shipped,
      sections: [...shipped.sections.slice(1), ...shipped.sections.slice(1, 2)],
    }
    expect(checkTemplate('opinion-letter', twice)).toMatchObject({
      refusal: { code: 'template-sections-differ', missing: ['overall'] },
    })
  })

  it('names no blank that its paper does not have, and says which it has', () => {
    const ruling = checkTemplate('opinion-letter', { ...shipped, opening: '按{month}的安排' })
    if (ruling.ok) throw new Error('accepted')
    expect(ruling.refusal).toMatchObject({ code: 'template-blank-unknown', blank: 'month' })
    expect(explainTemplateRefusal(ruling.refusal).zh.fix).toContain('{会议}')
  })

  it('may name its blanks in Chinese, and says the same', () => {
    const chinese = templateInChinese(shipped)
    expect(checkTemplate('opinion-letter', chinese)).toMatchObject({ ok: true })
    expect(chinese.title).not.toMatch(/[a-z]/)
    const values = { congress: '云岭县人大常委会', official: '张三', activity: '述职评议' }
    for (const text of ['head', 'title', 'opening', 'closing'] as const)
      expect(fillTemplate(chinese[text], values)).toBe(fillTemplate(shipped[text], values))
  })

  it.each(paperKinds)('of %s reads the same with its blanks in Chinese', (kind) => {
    const back = templateInChinese(templateInChinese(defaultTemplates[kind]))
    expect(back).toEqual(templateInChinese(defaultTemplates[kind]))
    expect(checkTemplate(kind, back)).toMatchObject({ ok: true })
  })

  it('has a title', () => {
    expect(checkTemplate('briefing', { ...defaultTemplates.briefing, title: ' ' })).toMatchObject({
      refusal: { code: 'template-title-missing' },
    })
  })

  it('of the county stands for its own paper only, until the shipped one is put back', () => {
    const play = (state: typeof noTemplates, template: typeof shipped | null) => {
      const ruling = setTemplate('opinion-letter', template, on)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveTemplates, state)
    }
    const own = { ...shipped, title: '评议意见书' }
    const set = play(noTemplates, own)
    expect(templateFor(set, 'opinion-letter')).toEqual(own)
    expect(templateFor(set, 'receipt')).toBe(defaultTemplates.receipt)
    expect(templateFor(play(set, null), 'opinion-letter')).toBe(shipped)
  })
})
