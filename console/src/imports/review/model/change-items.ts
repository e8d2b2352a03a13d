/** Dividing and joining the items of a document. Words only ever move as a whole; nothing is rewritten. */
import type { Item, Paper, Piece, Review } from './review-shape.ts'
import { joined, paragraphsIn, paragraphText, piecesOf, textOf, titleFor } from './words-of.ts'

/** A copy with some left out and others put in at one place: older browsers have no `toSpliced`. */
function spliced<One>(
  list: readonly One[],
  at: number,
  [gone, ...put]: readonly [number, ...One[]],
): One[] {
  return [...list.slice(0, at), ...put, ...list.slice(at + gone)]
}

export function patchItem(review: Review, id: string, patch: Partial<Item>): Review {
  const items = review.items.map((item) => (item.id === id ? { ...item, ...patch } : item))
  return { ...review, items }
}

export function withPieces(item: Item, pieces: readonly Piece[]): Item {
  return { ...item, pieces: [...pieces], paragraphs: paragraphsIn(pieces) }
}

/** Two items where there was one; null when the place is at an end. */
export function splitItem(review: Review, id: string, at: number, paper: Paper): Review | null {
  const place = review.items.findIndex((item) => item.id === id)
  const item = review.items[place]
  if (!item) return null
  const [head, tail] = cut(piecesOf(item, paper), at)
  if (joined(head).trim() === '' || joined(tail).trim() === '') return null
  const first = withPieces(item, head)
  const title = titleFor(joined(tail))
  const second: Item = { ...withPieces(item, tail), id: `n${review.next}`, title, titled: false }
  const retitled = item.titled ? first : { ...first, title: titleFor(joined(head)) }
  const items = spliced(review.items, place, [1, retitled, second])
  return { ...review, items, next: review.next + 1 }
}

function cut(pieces: readonly Piece[], at: number): [Piece[], Piece[]] {
  const head: Piece[] = []
  const tail: Piece[] = []
  let from = 0
  for (const piece of pieces) {
    const { text } = piece
    const inside = at - from
    if (inside <= 0) tail.push(piece)
    else if (text === '' || inside >= text.length) head.push(piece)
    else {
      head.push({ ...piece, text: text.slice(0, inside).trimEnd() })
      tail.push({ ...piece, text: text.slice(inside).trimStart() })
    }
    if (text !== '') from += text.length + 1
  }
  return [head, tail]
}

/** The next item's words follow this one's; what this one lacks is taken from the next. */
export function mergeWithNext(review: Review, id: string, paper: Paper): Review | null {
  const place = review.items.findIndex((item) => item.id === id)
  const [item, next] = [review.items[place], review.items[place + 1]]
  if (!item || !next) return null
  const pieces = joinHalves([...piecesOf(item, paper), ...piecesOf(next, paper)], paper)
  const both = { ...withPieces(item, pieces), unit: item.unit ?? next.unit }
  return { ...review, items: spliced(review.items, place, [2, both]) }
}

/** Halves of one paragraph that were parted come together again as they stood. */
function joinHalves(pieces: readonly Piece[], paper: Paper): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const together = last ? reunited(last, piece, paper) : null
    if (together) whole[whole.length - 1] = together
    else whole.push(piece)
  }
  return whole
}

function reunited(first: Piece, second: Piece, paper: Paper): Piece | null {
  const [paragraph, ...others] = first.paragraphs
  if (paragraph === undefined || others.length > 0 || second.paragraphs.length !== 1) return null
  if (second.paragraphs[0] !== paragraph) return null
  const source = paragraphText(paper, paragraph)
  const text = [first.text + second.text, `${first.text} ${second.text}`].find((one) =>
    source.includes(one),
  )
  return text === undefined ? null : { paragraphs: [paragraph], text }
}

/** A paragraph as an item of its own, in its place among the others. */
export function itemOfParagraph(review: Review, paragraph: number, paper: Paper): Review {
  const freed = releaseParagraphs(review, [paragraph], paper)
  const text = paragraphText(paper, paragraph).replaceAll('⏎', '\n')
  const item: Item = {
    id: `n${freed.next}`,
    proposal: null,
    paragraphs: [paragraph],
    pieces: [{ paragraphs: [paragraph], text }],
    title: titleFor(text),
    titled: false,
    unit: null,
    own: {},
    exit: null,
    reread: false,
  }
  const later = freed.items.findIndex((one) => (one.paragraphs[0] ?? 0) > paragraph)
  const place = later < 0 ? freed.items.length : later
  return { ...freed, items: spliced(freed.items, place, [0, item]), next: freed.next + 1 }
}

/** A paragraph goes to an item, to its place among the others there. */
export function giveParagraph(
  review: Review,
  paragraph: number,
  { to, paper }: Readonly<{ to: string; paper: Paper }>,
): Review {
  const freed = releaseParagraphs(review, [paragraph], paper)
  const target = freed.items.find((item) => item.id === to)
  if (!target) return review
  const pieces = piecesOf(target, paper)
  const later = pieces.findIndex((piece) => (piece.paragraphs[0] ?? 0) > paragraph)
  const own = { paragraphs: [paragraph], text: paragraphText(paper, paragraph) }
  const given = spliced(pieces, later < 0 ? pieces.length : later, [0, own])
  return patchItem(freed, to, withPieces(target, given))
}

/** Paragraphs with a reason become no opinion. */
export function leaveOut(
  review: Review,
  paragraphs: readonly number[],
  { reason, paper }: Readonly<{ reason: string; paper: Paper }>,
): Review {
  const freed = releaseParagraphs(review, paragraphs, paper)
  const listed = paragraphs.map((paragraph) => ({ paragraph, reason }))
  const leftOut = [...freed.leftOut, ...listed].sort((a, b) => a.paragraph - b.paragraph)
  return { ...freed, leftOut }
}

/** Takes paragraphs from wherever they are; an item without words left is gone. */
export function releaseParagraphs(
  review: Review,
  paragraphs: readonly number[],
  paper: Paper,
): Review {
  const gone = new Set(paragraphs)
  const items = review.items.flatMap((item) => {
    if (!item.paragraphs.some((one) => gone.has(one))) return [item]
    const left = piecesOf(item, paper).flatMap((piece) => without(piece, gone, paper))
    if (joined(left) === '') return []
    const smaller = withPieces(item, left)
    return [item.titled ? smaller : { ...smaller, title: titleFor(textOf(smaller, paper)) }]
  })
  const leftOut = review.leftOut.filter(({ paragraph }) => !gone.has(paragraph))
  return { ...review, items, leftOut }
}

function without(piece: Piece, gone: ReadonlySet<number>, paper: Paper): Piece[] {
  const left = piece.paragraphs.filter((one) => !gone.has(one))
  if (left.length === piece.paragraphs.length) return [piece]
  return left.map((one) => ({ paragraphs: [one], text: paragraphText(paper, one) }))
}
