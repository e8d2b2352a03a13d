/**
 * Numbers drawn as one character become written ones, so that the outline can count them:
 * ㈠ → （一）, ⑴ → （1）, ⒈ → 1. — but ① and ㎡ stay as they are.
 * Source: design/documents.md §2, rule 3.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function enclosedNumbers(text: string): readonly Replacement[] {
  return replaceMatches(text, /[\u3220-\u3229\u2474-\u249b]/g, (found) =>
    found.normalize('NFKC').replace('(', '（').replace(')', '）'),
  )
}
