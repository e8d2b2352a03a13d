/**
 * A template of a paper: who stands at its head, how its number is written, its title, the words before and after, and
 * the order and headings of its sections. What the sections say comes from the records and cannot be left out here.
 *
 * Source: domain.md §8.13 (paper conventions differ from county to county).
 */
import { blankNamed, blankPattern, withChineseBlanks } from './blank-names.ts'
import type { Blank } from './paper-kinds.ts'

export type TemplateSection = Readonly<{
  key: string
  /** Without its number; blank: the section stands without a heading. */
  heading: string
}>

export type PaperTemplate = Readonly<{
  /** 发文机关标志; blank: no red head. */
  head: string
  number: string
  /** A line break divides it. */
  title: string
  opening: string
  sections: readonly TemplateSection[]
  closing: string
}>

/** Blanks without a value on record stay out of the text. */
export type BlankValues = Partial<Readonly<Record<Blank, string>>>

export function fillTemplate(text: string, values: BlankValues): string {
  return text.replaceAll(blankPattern, (_, name: string) => {
    const blank = blankNamed(name)
    return (blank && values[blank]) ?? ''
  })
}

/** As whoever edits in Chinese sees it. */
export function templateInChinese(template: PaperTemplate): PaperTemplate {
  const { head, number, title, opening, sections, closing } = template
  return {
    head: withChineseBlanks(head),
    number: withChineseBlanks(number),
    title: withChineseBlanks(title),
    opening: withChineseBlanks(opening),
    sections: sections.map(({ key, heading }) => ({ key, heading: withChineseBlanks(heading) })),
    closing: withChineseBlanks(closing),
  }
}
