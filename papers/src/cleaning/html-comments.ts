/**
 * HTML comments go. One that is never closed stays, as nobody can tell where it should have ended.
 * Found by searching forward only, so that 200 KB of `<!--` cost no more than 200 KB of text.
 * Source: design/documents.md §2, rule 8, and §5.
 */
import type { Replacement } from './manuscript.ts'

export function htmlComments(text: string): readonly Replacement[] {
  const replacements: Replacement[] = []
  let at = text.indexOf(OPEN)
  while (at >= 0) {
    const close = text.indexOf(CLOSE, at + OPEN.length)
    if (close < 0) return replacements
    const end = close + CLOSE.length
    replacements.push({ at, length: end - at, after: '' })
    at = text.indexOf(OPEN, end)
  }
  return replacements
}

const OPEN = '<!--'
const CLOSE = '-->'
