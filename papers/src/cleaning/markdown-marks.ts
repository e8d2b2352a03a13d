/**
 * Markdown's heading marks at the start of a line go: `## 一、总体要求`. A single # needs a blank
 * behind it, for #1 may be a building.
 * Source: design/documents.md §2, rule 8.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function markdownMarks(text: string): readonly Replacement[] {
  return replaceMatches(text, /^(?:#{2,6} {0,3}|# {1,3})(?=[^#\s])/gm, () => '')
}
