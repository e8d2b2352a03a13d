/**
 * Every kind of blank (no-break, ideographic, en, em, thin …) becomes one ASCII blank; a TAB becomes
 * two, because two blanks keep pasted table cells apart where a single one between Han would go.
 * Source: design/documents.md §2, rules 2 and 7.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function blanks(text: string): readonly Replacement[] {
  return replaceMatches(text, /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, (found) =>
    found === '\t' ? '  ' : ' ',
  )
}
