/**
 * A county's own templates: one by one instead of the shipped ones; what it has not set stays as shipped.
 *
 *     none ──set──▸ kept ──set, put back──▸ kept      every version stays in the log
 *
 * Source: domain.md §8.13.
 */
import type { Day } from '../kernel/day.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, type Result } from '../kernel/result.ts'
import { defaultTemplates } from './default-templates.ts'
import type { PaperKind } from './paper-kinds.ts'
import { checkTemplate, type TemplateRefusal } from './check-template.ts'
import type { PaperTemplate } from './template.ts'

type Own = Partial<Readonly<Record<PaperKind, PaperTemplate>>>

export type CountyTemplates = ByStatus<{ none: Nothing; kept: { own: Own; setOn: Day } }>

/** Templates are the office's wording and name nobody. Null: the shipped one again. */
export type TemplateEvent = ByType<{
  TemplateSet: { paper: PaperKind; template: PaperTemplate | null; on: Day }
}>

export const noTemplates: CountyTemplates = { status: 'none' }

export function setTemplate(
  paper: PaperKind,
  template: PaperTemplate | null,
  on: Day,
): Result<readonly TemplateEvent[], TemplateRefusal> {
  const checked = template === null ? accept(template) : checkTemplate(paper, template)
  return checked.ok
    ? accept([{ type: 'TemplateSet', paper, template: checked.value, on }])
    : checked
}

export function evolveTemplates(
  before: CountyTemplates,
  { paper, template, on }: TemplateEvent,
): CountyTemplates {
  const { [paper]: _, ...others } = before.status === 'none' ? {} : before.own
  return {
    status: 'kept',
    own: template === null ? others : { ...others, [paper]: template },
    setOn: on,
  }
}

export function templateFor(county: CountyTemplates, paper: PaperKind): PaperTemplate {
  const own = county.status === 'none' ? undefined : county.own[paper]
  return own ?? defaultTemplates[paper]
}
