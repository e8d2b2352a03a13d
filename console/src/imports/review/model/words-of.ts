/** The words of an item: those of its proposal, or of the pieces a person has chosen. They are never edited. */
import type { Item, Paper, Piece, Proposal } from './review-shape.ts'

export function proposalOf({ proposal }: Item, { items }: Paper): Proposal | null {
  return proposal === null ? null : (items[proposal] ?? null)
}

export function textOf(item: Item, paper: Paper): string {
  return item.pieces === null ? (proposalOf(item, paper)?.text ?? '') : joined(item.pieces)
}

export function joined(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ text }) => text !== '')
    .map(({ text }) => text)
    .join('\n')
}

export function paragraphText({ paragraphs }: Paper, at: number): string {
  return paragraphs[at]?.text ?? ''
}

export function piecesOf(item: Item, paper: Paper): readonly Piece[] {
  if (item.pieces !== null) return item.pieces
  return pieces(textOf(item, paper), item.paragraphs, paper)
}

export function paragraphsIn(pieces: readonly Piece[]): number[] {
  return [...new Set(pieces.flatMap(({ paragraphs }) => paragraphs))].sort((a, b) => a - b)
}

/** Finds each line of the words in its paragraph; when one is not found there, the words stay in one piece. */
function pieces(text: string, paragraphs: readonly number[], paper: Paper): readonly Piece[] {
  const found: Piece[] = []
  let place = 0
  for (const line of text.split('\n')) {
    const at = paragraphs.findIndex(
      (paragraph, index) =>
        index >= place && paragraphText(paper, paragraph).replaceAll('⏎', '\n').includes(line),
    )
    const paragraph = paragraphs[at]
    if (paragraph === undefined) return [{ paragraphs: [...paragraphs], text }]
    for (const between of paragraphs.slice(place + (found.length > 0 ? 1 : 0), at)) {
      found.push({ paragraphs: [between], text: '' })
    }
    const last = found.at(-1)
    if (last?.paragraphs[0] === paragraph) {
      found[found.length - 1] = { ...last, text: `${last.text}\n${line}` }
    } else found.push({ paragraphs: [paragraph], text: line })
    place = at
  }
  for (const after of paragraphs.slice(place + 1)) found.push({ paragraphs: [after], text: '' })
  return found
}

const marker =
  /^[\s\u3000]*(?:[（(][一二三四五六七八九十百\d]+[）)]|第?[一二三四五六七八九十百\d]+[、.．)）])\s*/

/** The first sentence without its number, at most 40 characters. Where signs were lost (`??`), its end may be among them. */
export function titleFor(text: string): string {
  const bare = text.replace(marker, '').trim()
  const sentence = bare.split(/[。；;\n！？\ufffd]|\?\?/).find((part) => part.trim() !== '') ?? ''
  return sentence.length > 40 ? `${sentence.slice(0, 39)}…` : sentence
}
