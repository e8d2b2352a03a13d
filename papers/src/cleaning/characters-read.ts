/**
 * Which characters with a given first byte are read like a gloss, one for each simplified form.
 * Copying sites gloss traditional characters, so these come first: others count only if there is none.
 * Source: design/documents.md §2, "What ?? really is".
 */
import { gbkCharacter } from '../encoding/gbk-table.ts'
import { isHan } from './han.ts'
import { readingsOf, spelling } from './pinyin-reading.ts'
import { simplifiedCharacter } from './simplified-form.ts'

export function charactersRead(lead: number, syllable: string): readonly string[] {
  const all = indexOf(lead).get(spelling(syllable)) ?? []
  const traditional = all.filter((one) => simplifiedCharacter(one) !== one)
  return oneForEachForm(traditional.length > 0 ? traditional : all)
}

type Index = ReadonlyMap<string, readonly string[]>

function indexOf(lead: number): Index {
  const kept = known.get(lead)
  if (kept !== undefined) return kept
  const index = new Map<string, string[]>()
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const character = gbkCharacter(lead, trail)
    if (character === undefined || !isHan(character)) continue
    for (const reading of readingsOf(character)) {
      index.set(reading, [...(index.get(reading) ?? []), character])
    }
  }
  known.set(lead, index)
  return index
}

/** At most 126 leads, each read once (about 5 ms). */
const known = new Map<number, Index>()

function oneForEachForm(characters: readonly string[]): readonly string[] {
  const byForm = new Map<string, string>()
  for (const one of characters) {
    const form = simplifiedCharacter(one)
    if (!byForm.has(form)) byForm.set(form, one)
  }
  return [...byForm.values()]
}
