/**
 * Pinyin that a copying site put behind characters is taken out: 實(shí) → 實. Only where the syllable
 * is a reading of the character or of its simplified form, and only in a text with three such pairs:
 * 县人大(rd), GDP(gdp) and an author's single 䶮(yǎn) stay. Same syllable with another tone: taken out
 * and flagged.
 * Source: design/documents.md §2, rule 5.
 */
import { findGlosses, isGlossed } from './find-glosses.ts'
import type { Remark, Replacement } from './manuscript.ts'

export function pinyinGlosses(text: string): Readonly<{
  replacements: readonly Replacement[]
  remarks: readonly Remark[]
}> {
  const glosses = findGlosses(text)
  if (!isGlossed(glosses)) return { replacements: [], remarks: [] }
  const gone = glosses.filter((one) => one.reading !== 'none')
  return {
    replacements: gone.map(({ at, end }) => ({ at, length: end - at, after: '' })),
    remarks: gone
      .filter((one) => one.reading === 'other-tone')
      .map(({ start, end }) => ({
        kind: 'gloss-tone',
        start,
        end,
        words: text.slice(start, end),
      })),
  }
}
