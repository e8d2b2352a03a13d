/** Takes all edits back: gives the input of `cleanText` again, letter by letter, in linear time. */
import type { Cleaned } from './cleaned.ts'

export function undoEdits({ text, edits }: Pick<Cleaned, 'text' | 'edits'>): string {
  const pieces: string[] = []
  let done = 0
  for (const { at, before, after } of edits) {
    pieces.push(text.slice(done, at), before)
    done = at + after.length
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}
