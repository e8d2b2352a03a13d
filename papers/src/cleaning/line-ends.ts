/**
 * Every line ends with LF: CRLF, CR, VT (Word's soft break), FF, NEL, LS and PS become LF.
 * Source: design/documents.md §2, rule 2.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function lineEnds(text: string): readonly Replacement[] {
  return replaceMatches(text, /\r\n?|[\v\f\u0085\u2028\u2029]/g, () => '\n')
}
