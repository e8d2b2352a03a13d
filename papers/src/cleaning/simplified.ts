/**
 * A traditional text becomes simplified: only when more than 3 % of its Han are traditional; else
 * those are flagged. Names of the directory stay as they are, and so do words that simplified text
 * writes with a character that traditional text writes otherwise (显著, 什么).
 * Source: design/documents.md §2, rule 6.
 */
import { countHan } from './han.ts'
import type { Remark, Replacement, Span } from './manuscript.ts'
import { findNames } from './protected-names.ts'
import { simplifiedText } from './simplified-form.ts'

export type Simplified = Readonly<{
  replacements: readonly Replacement[]
  remarks: readonly Remark[]
  isTraditional: boolean
}>

export function simplified(text: string, protectedNames: readonly string[]): Simplified {
  const names = findNames(text, protectedNames)
  const found = traditionalCharacters(text).filter((one) => !isWithin(names, one))
  if (!isTraditionalShare(text, found)) {
    const remarks = found.map((one) => remarkOn(one, 'traditional-left'))
    return { replacements: [], remarks, isTraditional: false }
  }
  const nameLike = found.filter((one) => NAME_LIKE.has(text.slice(one.at, one.at + one.length)))
  return {
    replacements: found,
    remarks: nameLike.map((one) => ({
      ...remarkOn(one, 'name-like'),
      words: text.slice(one.at, one.at + one.length),
    })),
    isTraditional: true,
  }
}

/** Whether more than 3 % of the Han are traditional, characters that names keep left aside. */
export function isTraditional(text: string): boolean {
  return isTraditionalShare(text, traditionalCharacters(text))
}

/** Characters that remain in names beside their simplified forms: changing one changes a person. */
const NAME_LIKE: ReadonlySet<string> = new Set('鍾陞頫氾昇甦邨龢堃喆')

/** Simplified words that OpenCC, taking the text for traditional, would spoil: 显著 → 显着. */
const SIMPLIFIED_WORDS = /么|(?<=[显专论编译遗])著/g

function isTraditionalShare(text: string, found: readonly Replacement[]): boolean {
  const telling = found.filter((one) => !NAME_LIKE.has(text.slice(one.at, one.at + one.length)))
  return telling.length * 100 > countHan(text) * 3
}

function remarkOn({ at, length }: Replacement, kind: Remark['kind']): Remark {
  return { kind, start: at, end: at + length }
}

function traditionalCharacters(text: string): readonly Replacement[] {
  const converted = simplifiedText(text)
  if (converted === text) return []
  const spared = new Set(Array.from(text.matchAll(SIMPLIFIED_WORDS), (match) => match.index))
  return characterChanges(text, converted).filter((one) => !spared.has(one.at))
}

/** OpenCC turns each character into one; were a word ever to shrink, the text would change as one. */
function characterChanges(text: string, converted: string): readonly Replacement[] {
  const found: Replacement[] = []
  let at = 0
  let there = 0
  while (at < text.length && there < converted.length) {
    const length = unitsOfCharacter(text, at)
    const newLength = unitsOfCharacter(converted, there)
    const after = converted.slice(there, there + newLength)
    if (!text.startsWith(after, at)) found.push({ at, length, after })
    at += length
    there += newLength
  }
  const keptCount = at === text.length && there === converted.length
  return keptCount ? found : [{ at: 0, length: text.length, after: converted }]
}

function unitsOfCharacter(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Whether a replacement touches one of the sorted spans. */
function isWithin(spans: readonly Span[], { at, length }: Replacement): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span !== undefined && span.start < at + length
}
