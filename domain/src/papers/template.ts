/**
 * A template of a paper: who stands at its head, how its number is written, its title, the words before and after, and
 * the order and headings of its sections. What the sections say comes from the records and cannot be left out here.
 *
 * Source: domain.md §8.13 (paper conventions differ from county to county).
 */
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

/** `{official}`: the name inside. */
export const blankPattern: RegExp = /\{([^{}]*)\}/g

export function fillTemplate(text: string, values: BlankValues): string {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(values))
  return text.replaceAll(blankPattern, (_, name: string) => known.get(name) ?? '')
}
