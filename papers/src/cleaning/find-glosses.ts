/** Pinyin in brackets behind a character, 實(shí), and how well it fits that character. */
import { type Reading, readingOf, SYLLABLE } from './pinyin-reading.ts'

export type Gloss = Readonly<{
  character: string
  /** Where the character and where the bracket begin, and where the bracket ends. */
  start: number
  at: number
  end: number
  reading: Reading
}>

export function findGlosses(text: string): readonly Gloss[] {
  return Array.from(text.matchAll(GLOSS), (match) => {
    const [found, character = '', syllable = ''] = match
    return {
      character,
      start: match.index,
      at: match.index + character.length,
      end: match.index + found.length,
      reading: readingOf(character, syllable),
    }
  })
}

/** So many glosses that fit make a text one that a site has glossed; fewer may be the author's own. */
export const GLOSSED_FROM = 3

export function isGlossed(glosses: readonly Gloss[]): boolean {
  return glosses.filter((one) => one.reading === 'same').length >= GLOSSED_FROM
}

const GLOSS = new RegExp(`(\\p{Script=Han})[(（](${SYLLABLE})[)）]`, 'gu')
