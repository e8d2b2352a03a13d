/**
 * A paper made of a template and what is on record: the template says the words around and the order of the sections,
 * the records say what stands in them. Sections without anything to say are left out, and numbered only when they have
 * a heading.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { dayParts } from '@luoshi/domain/kernel/day'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { fillTemplate, type BlankValues, type PaperTemplate } from '@luoshi/domain/papers/template'
import { paperOf, type Block, type OfficialPaper } from './paper.ts'
import { dayText } from './paper-words.ts'
import { partCharts } from './part-charts.ts'

/** What every paper is given beside its own facts. */
export type PaperFrame = Readonly<{
  template: PaperTemplate
  congress: string
  /** The day the paper bears. */
  on: Day
}>

export type Sections = Readonly<Record<string, readonly Block[]>>

export function assemble(
  { template, congress, on }: PaperFrame,
  values: BlankValues,
  sections: Sections,
  more: Partial<OfficialPaper> = {},
): OfficialPaper {
  const { reference = '' } = values
  const common = { congress, office: `${congress}办公室`, date: dayText(on) }
  const all = { ...numberParts(reference), ...common, year: yearOf(reference, on), ...values }
  const say = (text: string) => fillTemplate(text, all).trim()
  const number = say(template.number)
  const head = say(template.head)
  let place = 0
  const body = template.sections.flatMap(({ key, heading }) => {
    const blocks = partCharts(sections[key] ?? [])
    if (blocks.length === 0 || heading === '') return blocks
    place += 1
    return [headingBlock(1, `${chineseNumber(place)}、${say(heading)}`), ...blocks]
  })
  return paperOf({
    head: head === '' ? null : head,
    number: number === '' ? null : number,
    title: say(template.title),
    whole: [values.official ?? '']
      .filter((name) => name !== '')
      .flatMap((name) => [name, `${name}同志`]),
    body: [...paragraphs(say(template.opening)), ...body, ...paragraphs(say(template.closing))],
    ...more,
  })
}

/** 清人常〔2026〕18号, as its three parts. */
function numberParts(reference: string): BlankValues {
  const [, prefix = '', year = '', n = ''] = /^(.*)〔(\d{4})〕(\d+)号$/.exec(reference) ?? []
  return { reference, prefix, year, n }
}

function yearOf(reference: string, on: Day): string {
  const { year = '' } = numberParts(reference)
  return year === '' ? String(dayParts(on).year) : year
}

export function headingBlock(
  level: 1 | 2 | 3 | 4,
  text: string,
  body?: string,
): Extract<Block, { kind: 'heading' }> {
  return body === undefined
    ? { kind: 'heading', level, text }
    : { kind: 'heading', level, text, body }
}

/** Words that lead to what follows, on whose page they stand. */
export function leadIn(text: string): Block {
  return headingBlock(4, text)
}

/** A paragraph a line; nothing for blank text. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => ({ kind: 'paragraph', text: one }) as const)
}

export function lineBlock(text: string): Block {
  return { kind: 'line', text }
}

export function named(label: string, text: string): readonly Block[] {
  return text.trim() === '' ? [] : paragraphs(`${label}：${text}`)
}
