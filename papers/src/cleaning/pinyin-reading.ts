/**
 * Whether a syllable is how a character is read: with its tone, with another tone, or not at all.
 * Readings are those of the character and of its simplified form.
 * Source: design/documents.md §2, rule 5; readings from pinyin-pro.
 */
import { pinyin } from 'pinyin-pro'
import { simplifiedCharacter } from './simplified-form.ts'

export type Reading = 'same' | 'other-tone' | 'none'

/** One syllable in Latin letters, tone marks as single letters or combining, IPA ɡ and ɑ included. */
export const SYLLABLE = '[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡɑ\u0300\u0301\u0304\u0308\u030c]{1,9}'

export function readingOf(character: string, syllable: string): Reading {
  const wanted = spelling(syllable)
  const readings = readingsOf(character)
  if (readings.has(wanted)) return 'same'
  const isToneless = withoutTone(wanted) === wanted
  for (const reading of readings) {
    if (withoutTone(reading) !== withoutTone(wanted)) continue
    return isToneless && OFTEN_TONELESS.has(character) ? 'same' : 'other-tone'
  }
  return 'none'
}

/** Second syllables that dictionaries give a tone and speech does not: 我們(men), 那個(ge). */
const OFTEN_TONELESS: ReadonlySet<string> = new Set('們麼個過裡裏頭來兒子')

/** All readings of a character and of its simplified form, written as `spelling` writes them. */
export function readingsOf(character: string): ReadonlySet<string> {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const forms = new Set([character, simplifiedCharacter(character)])
  const readings = new Set(
    [...forms].flatMap((form) => pinyin(form, { multiple: true, type: 'array' }).map(spelling)),
  )
  known.set(character, readings)
  return readings
}

const known = new Map<string, ReadonlySet<string>>()

/** One way to write a syllable: composed letters, no IPA. */
export function spelling(syllable: string): string {
  return syllable.normalize('NFC').replaceAll('ɡ', 'g').replaceAll('ɑ', 'a')
}

function withoutTone(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
}
