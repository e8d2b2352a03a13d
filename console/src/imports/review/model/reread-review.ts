/**
 * Carries the decisions over to the document read again after repairs: what is about paragraphs whose words stayed as
 * they were is kept to the letter; where words changed, the item takes the new words and is marked for another look.
 */
import type { UnitRow } from '@luoshi/server/contract/people'
import { printsOf } from './prints.ts'
import type { Item, Paper, Piece, Review } from './review-shape.ts'
import { itemFrom, titleOf } from './start-review.ts'
import { joined, paragraphsIn, paragraphText, titleFor } from './words-of.ts'

type Setting = Readonly<{
  paper: Paper
  /** By old paragraph its new place, -1 when it is gone. */
  moved: readonly number[]
  /** New places whose words changed. */
  changed: ReadonlySet<number>
  proposals: ReadonlyMap<string, number>
}>

export function rereadReview(review: Review, paper: Paper, units: readonly UnitRow[]): Review {
  const prints = printsOf(paper)
  if (prints.join() === review.prints.join()) return review
  const moved = movesBetween(review.prints, prints)
  const changed = new Set(
    moved.flatMap((to, from) => (to >= 0 && prints[to] !== review.prints[from] ? [to] : [])),
  )
  const proposals = new Map(paper.items.map((one, place) => [one.paragraphs.join(), place]))
  const setting = { paper, moved, changed, proposals }
  const items = review.items.flatMap((item) => rereadItem(item, setting))
  const leftOut = review.leftOut.flatMap(({ paragraph, reason }) => {
    const to = moved[paragraph] ?? -1
    return to < 0 ? [] : [{ paragraph: to, reason }]
  })
  return withNewcomers({ ...review, items, leftOut, prints }, setting, units)
}

/** Repairs rarely change how many paragraphs there are; when they do, equal ones are found in their order. */
export function movesBetween(before: readonly string[], after: readonly string[]): number[] {
  if (before.length === after.length) return before.map((_, at) => at)
  let next = 0
  return before.map((print) => {
    const at = after.indexOf(print, next)
    if (at < 0 || at > next + 200) return -1
    next = at + 1
    return at
  })
}

function rereadItem(item: Item, setting: Setting): Item[] {
  const { moved, changed } = setting
  const paragraphs = item.paragraphs.map((one) => moved[one] ?? -1).filter((to) => to >= 0)
  if (paragraphs.length === 0) return []
  const reread = item.reread || paragraphs.some((one) => changed.has(one))
  const next = { ...item, paragraphs, reread }
  if (item.pieces === null) return [followProposal(next, setting)]
  const pieces = item.pieces.flatMap((piece) => rereadPiece(piece, setting))
  const proposal = setting.proposals.get(paragraphs.join()) ?? null
  const title = item.titled || !reread ? item.title : titleFor(joined(pieces))
  if (joined(pieces) === '') return []
  return [{ ...next, title, pieces, proposal, paragraphs: paragraphsIn(pieces) }]
}

function followProposal(item: Item, { paper, proposals }: Setting): Item {
  const place = proposals.get(item.paragraphs.join())
  const proposal = place === undefined ? undefined : paper.items[place]
  if (place !== undefined && proposal) {
    const title = item.titled ? item.title : titleOf(proposal)
    return { ...item, proposal: place, title }
  }
  const pieces = item.paragraphs.map((one) => ({
    paragraphs: [one],
    text: paragraphText(paper, one),
  }))
  return { ...item, proposal: null, pieces, reread: true }
}

function rereadPiece(piece: Piece, { moved, paper }: Setting): Piece[] {
  const paragraphs = piece.paragraphs.map((one) => moved[one] ?? -1).filter((to) => to >= 0)
  const [only, ...others] = paragraphs
  if (only === undefined) return []
  if (piece.text === '' || others.length > 0) return [{ paragraphs, text: piece.text }]
  return [{ paragraphs, text: sameStretch(piece.text, paragraphText(paper, only)) }]
}

/** The stretch of the new words that begins and ends as the old one did; all of them when it cannot be found. */
export function sameStretch(old: string, words: string): string {
  if (words.includes(old)) return old
  const head = anchor(old, (reach) => words.indexOf(old.slice(0, reach)))
  const tail = anchor(old, (reach) => words.indexOf(old.slice(-reach), Math.max(0, head.at)))
  if (head.at < 0 || tail.at < 0) return words
  return words.slice(head.at, tail.at + tail.reach)
}

/** The longest end of the old words, of eight signs to two, that still stands in the new ones. */
function anchor(old: string, find: (reach: number) => number) {
  for (let reach = Math.min(8, old.length); reach >= 2; reach -= 1) {
    const at = find(reach)
    if (at >= 0) return { at, reach }
  }
  return { at: -1, reach: 0 }
}

/** Paragraphs that were not there before go where the reader proposes. */
function withNewcomers(review: Review, setting: Setting, units: readonly UnitRow[]): Review {
  const known = new Set(setting.moved)
  const isNew = (paragraph: number) => !known.has(paragraph)
  let { next } = review
  const added = setting.paper.items.flatMap((proposal, place) =>
    proposal.paragraphs.every(isNew)
      ? [{ ...itemFrom(proposal, place, units), id: `n${next++}` }]
      : [],
  )
  const first = ({ paragraphs }: Item) => paragraphs[0] ?? 0
  const items = [...review.items, ...added]
  if (added.length > 0) items.sort((a, b) => first(a) - first(b))
  const left = setting.paper.leftOut.filter(({ paragraph }) => isNew(paragraph))
  return { ...review, items, leftOut: [...review.leftOut, ...left], next }
}
