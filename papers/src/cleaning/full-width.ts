/**
 * Full-width letters and digits become half-width, and so do ．and ％ behind a digit:
 * １２．３％ → 12.3%.
 * Source: design/documents.md §2, rule 3.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function fullWidth(text: string): readonly Replacement[] {
  return replaceMatches(text, /[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])[．％]/g, (found) =>
    String.fromCharCode(found.charCodeAt(0) - FULL_TO_HALF),
  )
}

const FULL_TO_HALF = 0xfee0
