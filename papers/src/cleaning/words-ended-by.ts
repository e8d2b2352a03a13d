/**
 * Which characters with a given last byte would end a word here: behind 学 and before a lost byte A3
 * it may be 。 (A1 A3), but as well 校 (D0 A3). None: the stop is the only reading.
 * Source: design/documents.md §2, "What ?? really is"; the dictionary is the platform's segmenter.
 */
import { gbkCharacter, isCommonHan } from '../encoding/gbk-table.ts'
import { simplifiedCharacter, simplifiedText } from './simplified-form.ts'

export function wordsEndedBy(before: string, trail: number): readonly string[] {
  const words: string[] = []
  const simplified = simplifiedText(before)
  for (const character of commonWithTrail(trail)) {
    const end = simplifiedCharacter(character)
    let last = ''
    for (const { segment } of WORDS.segment(simplified + end)) last = segment
    if (last.length > 1) words.push(last)
  }
  return words
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/** Characters whose simplified form is common, so traditional ones as well. */
function commonWithTrail(trail: number): readonly string[] {
  const kept = known.get(trail)
  if (kept !== undefined) return kept
  const found: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const character = gbkCharacter(lead, trail)
    if (character !== undefined && isCommonHan(simplifiedCharacter(character)))
      found.push(character)
  }
  known.set(trail, found)
  return found
}

const known = new Map<number, readonly string[]>()
