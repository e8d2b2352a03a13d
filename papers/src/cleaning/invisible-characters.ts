/**
 * What cannot be seen goes: zero-width and bidirectional controls, soft hyphens, C0 and C1 controls.
 * Private-use characters stay: the damage repair reads their bytes.
 * Source: design/documents.md §2, rule 2.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function invisibleCharacters(text: string): readonly Replacement[] {
  return replaceMatches(text, INVISIBLE, () => '')
}

const INVISIBLE =
  /[[\p{Cc}--[\n]]\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gv
