/**
 * How much a decoding looks like Chinese text, from -1 to 1: the share of common characters among all
 * that are not ASCII, less twice the share of what no text should hold.
 * Source: design/documents.md §0 (own detector) and §2, rule 1.
 */
import { simplifiedText } from '../cleaning/simplified-form.ts'
import { COMMON_CHARACTERS } from './common-characters.ts'

/** Enough to tell, and cheap: a few thousand characters from the start of the text. */
export const SAMPLE_CHARACTERS = 4000

export function scoreReading(text: string): number {
  let common = 0
  let broken = 0
  let all = 0
  for (const character of simplifiedText(text.slice(0, SAMPLE_CHARACTERS))) {
    if (isPlain(character)) continue
    all += 1
    if (COMMON_CHARACTERS.has(character)) common += 1
    else if (BROKEN.test(character)) broken += 1
  }
  return all === 0 ? PLAIN_ASCII : Math.max(-1, (common - 2 * broken) / all)
}

function isPlain(character: string): boolean {
  return (
    (character >= ' ' && character <= '~') ||
    character === '\n' ||
    character === '\r' ||
    character === '\t'
  )
}

/** A reading without a single Chinese character is likely enough, but proves nothing. */
const PLAIN_ASCII = 0.5

/** Lost, private-use, unassigned or control characters: signs of a wrong decoding. */
const BROKEN = /[\ufffd\p{Co}\p{Cn}\p{Cc}\p{Cs}]/u
