/** Refuses text that is no paper, or more of one than can be read at once (documents.md §5). */
import type { ReadRefusal } from './read-refusal.ts'
import { readRefusal } from './readers/refusals.ts'
import { readingLimits as limits } from './reading-limits.ts'

export function overTextLimits(text: string): ReadRefusal | undefined {
  if (text.length > limits.textCharacters) return readRefusal('text-too-long')
  let lines = 1
  let from = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    if (end - from > limits.lineCharacters) return readRefusal('line-too-long')
    from = end + 1
    lines += 1
    if (lines > limits.textLines) return readRefusal('too-many-lines')
  }
  if (text.length - from > limits.lineCharacters) return unreadableLine(text)
  return wordsIn(text)
}

function unreadableLine(text: string): ReadRefusal {
  return wordsIn(text) ?? readRefusal('line-too-long')
}

/** A paper has letters: one in twenty of its signs at least. */
function wordsIn(text: string): ReadRefusal | undefined {
  let signs = 0
  let letters = 0
  for (const match of text.matchAll(/(\p{L}+)|[^\s\p{L}]+/gu)) {
    signs += match[0].length
    letters += match[1]?.length ?? 0
  }
  if (signs === 0) return readRefusal('no-text')
  return letters * 20 < signs ? readRefusal('not-text') : undefined
}
