/**
 * Whether a template may be set: a title, no blank that this paper does not have, and every section of the shipped
 * template once, in any order. What is on record is never left out by wording.
 *
 * Source: domain.md §8.6 (item by item, never in a lump), §8.13.
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { blankNamed, blankPattern } from './blank-names.ts'
import { defaultTemplates } from './default-templates.ts'
import {
  blankLabels,
  commonBlanks,
  paperKindAbout,
  type Blank,
  type PaperKind,
} from './paper-kinds.ts'
import type { PaperTemplate } from './template.ts'

export type TemplateRefusal = ByCode<{
  'template-title-missing': Nothing
  'template-blank-unknown': { blank: string; allowed: readonly Blank[] }
  'template-sections-differ': { missing: readonly string[] }
}>

export function blanksOf(kind: PaperKind): readonly Blank[] {
  return [...commonBlanks, ...paperKindAbout[kind].blanks]
}

export function checkTemplate(
  kind: PaperKind,
  template: PaperTemplate,
): Result<PaperTemplate, TemplateRefusal> {
  const { head, number, title, opening, sections, closing } = template
  if (title.trim() === '') return refuse({ code: 'template-title-missing' })
  const allowed = blanksOf(kind)
  const texts = [head, number, title, opening, closing, ...sections.map(({ heading }) => heading)]
  for (const [, name = ''] of texts.flatMap((text) => [...text.matchAll(blankPattern)]))
    if (!allowed.some((one) => one === blankNamed(name)))
      return refuse({ code: 'template-blank-unknown', blank: name, allowed })
  const wanted = defaultTemplates[kind].sections.map(({ key }) => key)
  const given = sections.map(({ key }) => key)
  const missing = wanted.filter((key) => !given.includes(key))
  if (missing.length > 0 || given.length !== wanted.length)
    return refuse({ code: 'template-sections-differ', missing })
  return accept(template)
}

export function explainTemplateRefusal(refusal: TemplateRefusal): Bilingual {
  switch (refusal.code) {
    case 'template-title-missing':
      return bilingual(
        '模板没有标题。',
        '请写明标题。',
        'The template has no title.',
        'Give it a title.',
      )
    case 'template-blank-unknown': {
      return bilingual(
        `这种文书没有“{${refusal.blank}}”这个占位词。`,
        `可以用的有：${refusal.allowed.map((one) => `{${blankLabels[one].zh}}`).join('、')}。`,
        `This paper has no blank {${refusal.blank}}.`,
        `Use one of ${refusal.allowed.map((one) => `{${one}}`).join(', ')}.`,
      )
    }
    case 'template-sections-differ':
      return bilingual(
        '模板的各部分与这种文书不一致：每一部分都要有，且只有一次。',
        '可以调整先后、改写小标题，不能删去内容。',
        'The sections are not those of this paper: each must be there, once.',
        'Change their order and headings; none can be left out.',
      )
  }
}
