/** The replacements a pattern asks for: one for each match whose new words differ. */
import type { Replacement } from './manuscript.ts'

export function replaceMatches(
  text: string,
  pattern: RegExp,
  wordsFor: (found: string, at: number) => string,
): readonly Replacement[] {
  const replacements: Replacement[] = []
  for (const match of text.matchAll(pattern)) {
    const found = match[0]
    const after = wordsFor(found, match.index)
    if (after !== found) replacements.push({ at: match.index, length: found.length, after })
  }
  return replacements
}
