/** A paper for tests: each paragraph is an item, unless it is left out. */
import type { Paper } from '../review-shape.ts'

export function paperOf(paragraphs: readonly string[], leftOut: readonly number[] = []): Paper {
  let from = 0
  const placed = paragraphs.map((text, index) => {
    const range = { index, from, to: from + text.length, text }
    from += text.length + 1
    return range
  })
  const items = placed
    .filter(({ index }) => !leftOut.includes(index))
    .map(({ index, text }, place) => ({
      number: String(place + 1),
      text,
      units: [],
      inferred: [],
      doubts: [],
      paragraphs: [index],
    }))
  return {
    encoding: 'utf-8',
    text: paragraphs.join('\n'),
    edits: [],
    flags: [],
    nodes: [],
    items,
    kind: 'txt',
    suggestions: [],
    paragraphs: placed,
    leftOut: leftOut.map((paragraph) => ({ paragraph, reason: 'heading' as const })),
    doubtful: [],
    footnotes: [],
    warnings: [],
    revisions: [],
  }
}
