/** Where every paragraph stands: in items, left out with a reason, or still open. Counted anew after each change, in one pass. */
import type { Paper, Review } from './review-shape.ts'

export type Account = Readonly<{
  total: number
  /** By paragraph: the places of the items it is in. */
  owners: readonly (readonly number[])[]
  /** By paragraph: why it is left out. */
  reasons: ReadonlyMap<number, string>
  taken: number
  left: number
  /** Paragraphs nobody has decided on. */
  open: readonly number[]
}>

export function accountOf({ items, leftOut }: Review, { paragraphs }: Paper): Account {
  const owners: number[][] = paragraphs.map(() => [])
  for (const [place, item] of items.entries()) {
    for (const paragraph of item.paragraphs) owners[paragraph]?.push(place)
  }
  const reasons = new Map<number, string>()
  for (const { paragraph, reason } of leftOut) {
    if (owners[paragraph]?.length === 0 && reason.trim() !== '') reasons.set(paragraph, reason)
  }
  const open = owners.flatMap((own, paragraph) =>
    own.length === 0 && !reasons.has(paragraph) ? [paragraph] : [],
  )
  const left = reasons.size
  const total = paragraphs.length
  return { total, owners, reasons, taken: total - left - open.length, left, open }
}
