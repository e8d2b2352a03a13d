/**
 * Whether shown characters look like bytes out of step: in a shifted run about half are characters
 * hardly anybody writes, in real text almost none.
 * Source: counted on texts of our own (testdata/); design/documents.md §2.
 */
import { gbkPair, isCommonHan } from '../encoding/gbk-table.ts'
import { SYLLABLE } from './pinyin-reading.ts'
import { simplifiedCharacter } from './simplified-form.ts'

export function looksLikeRubbish(shown: string): boolean {
  const { all, rare } = rareAmong(shown)
  return rare > 0 && rare * 4 >= all
}

/**
 * The same of a run behind a `?` whose bytes were read on: it may show common characters by chance
 * (看不到，臨 as 床坏剑R), and a long run more of them than rare ones.
 */
export function isOutOfStep(
  shown: string,
  read: Readonly<{ characters: readonly string[]; isClosed: boolean }>,
): boolean {
  if (looksLikeRubbish(shown)) return true
  const truth = rareAmong(read.characters.join('').replaceAll(HOLES, '')).rare
  if (read.isClosed && truth <= rareAmong(shown).rare) return true
  return isRare(shown.charAt(0)) && !isRare(read.characters[0] ?? '')
}

function rareAmong(shown: string): Readonly<{ all: number; rare: number }> {
  let all = 0
  let rare = 0
  for (const character of shown.replaceAll(GLOSSES, '')) {
    if (gbkPair(character) === undefined || STOPS.includes(character)) continue
    all += 1
    if (isRare(character)) rare += 1
  }
  return { all, rare }
}

function isRare(character: string): boolean {
  return gbkPair(character) !== undefined && !isCommonHan(simplifiedCharacter(character))
}

/** The letters of a gloss (à, ǎ) are two bytes in GBK, too, and would make every glossed text look rare. */
const GLOSSES = new RegExp(`\\(${SYLLABLE}\\)`, 'g')

/** Private use where bytes are read on: a pair that the site dropped was there, which tells nothing of the others. */
const HOLES = /[\ue000-\uf8ff]/g

/** Stops are text or shifted bytes alike, so they tell nothing. */
const STOPS = '，。、；：！？“”《》（）'
