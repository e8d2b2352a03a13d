/**
 * A line whose every letter stands apart (存 在 的 问 题), as character recognition and some copying leave it, is closed
 * up; two blanks or more still separate. A line of which only some letters stand apart is left alone.
 * Source: design/documents.md §2, rule 7.
 */
import type { Replacement } from './manuscript.ts'

const leastLetters = 5
const share = 0.8

export function spacedLetters(text: string): readonly Replacement[] {
  if (!/\S \S \S \S/.test(text)) return []
  const replacements: Replacement[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (standsApart(line))
      for (const match of line.matchAll(/(?<=\S) (?=\S)/g))
        replacements.push({ at: from + match.index, length: 1, after: '' })
    from += line.length + 1
  }
  return replacements
}

function standsApart(line: string): boolean {
  const words = line.trim().split(/ +/)
  const letters = words.filter((word) => word.length <= 1 || [...word].length === 1).length
  const hasHan = /\p{Script=Han} \p{Script=Han}/u.test(line)
  return hasHan && words.length >= leastLetters && letters >= words.length * share
}
