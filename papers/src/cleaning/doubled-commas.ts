/**
 * A comma before another stop is an artefact of copying and goes: ，、 → 、 and ，。 → 。 and ，， → ，
 * Source: design/documents.md §2, rule 7; domain.md §17.5.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function doubledCommas(text: string): readonly Replacement[] {
  return replaceMatches(text, /，(?=[，、。])/g, () => '')
}
