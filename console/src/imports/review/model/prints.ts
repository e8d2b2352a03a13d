/** A short mark of a paragraph's words (FNV-1a, 32 bits): equal words, equal mark. */
import type { Paper } from './review-shape.ts'

export function printOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

export function printsOf({ paragraphs }: Paper): string[] {
  return paragraphs.map(({ text }) => printOf(text))
}
