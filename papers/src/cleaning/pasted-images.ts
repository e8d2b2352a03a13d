/**
 * Pictures that a page put into the text as data go: `<image>data:image/png;base64,…`.
 * Source: design/documents.md §2, rule 8.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function pastedImages(text: string): readonly Replacement[] {
  return replaceMatches(text, /<image>data:[!-~]*/gi, () => '')
}
