/**
 * Simplified forms of traditional text, word by word (隨著 → 随着, 著作 stays), by OpenCC.
 * `from: 'tw'`, because `from: 't'` leaves 随著 and 沿著.
 * Source: design/documents.md §0 and §2, rule 6.
 */
import { Converter } from 'opencc-js/t2cn'

export function simplifiedText(text: string): string {
  return converter()(text)
}

/** The simplified form of one character by itself. */
export function simplifiedCharacter(character: string): string {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const form = simplifiedText(character)
  known.set(character, form)
  return form
}

const known = new Map<string, string>()

type Convert = (text: string) => string
let built: Convert | undefined

function converter(): Convert {
  if (built !== undefined) return built
  const made: Convert = Converter({ from: 'tw', to: 'cn' })
  built = made
  return made
}
