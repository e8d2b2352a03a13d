/** The words of a paragraph cut where an edit, a doubt or an offered repair begins or ends. */
import type { Paper } from '../model/review-shape.ts'

export type Edit = Paper['edits'][number]
export type Flag = Paper['flags'][number]
export type Suggestion = Paper['suggestions'][number]

export type Stretch = Readonly<{
  at: number
  text: string
  edit: Edit | null
  flag: Flag | null
  repair: Suggestion | null
}>

type Place = Readonly<{ at: number }>

/** Everything is in ascending order of its place: found by halving, not by going through all. */
export function within<One extends Place>(
  all: readonly One[],
  { from, to }: Readonly<{ from: number; to: number }>,
): readonly One[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.at ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < all.length && (all[end]?.at ?? 0) < to) end += 1
  return all.slice(low, end)
}

/** What a flag covers: some name the words that stood there before and cover the sign that is left. */
function widthOf({ kind, text }: Flag): number {
  return kind === 'gloss-tone' || kind === 'name-like' ? 1 : Math.max(1, text.length)
}

export function stretchesOf(
  paper: Paper,
  range: Readonly<{ from: number; to: number }>,
): Stretch[] {
  const { from, to } = range
  const edits = within(paper.edits, { from, to: to + 1 })
  const flags = within(paper.flags, range)
  const repairs = within(paper.suggestions, range)
  const cuts = new Set([from, to])
  const cut = (at: number, width: number) => {
    cuts.add(Math.min(at, to))
    cuts.add(Math.min(at + width, to))
  }
  for (const { at, after } of edits) cut(at, after.length)
  for (const flag of flags) cut(flag.at, widthOf(flag))
  for (const { at, before } of repairs) cut(at, before.length)
  const places = [...cuts].sort((a, b) => a - b)
  const found: Stretch[] = []
  let edit = 0
  for (const [place, at] of places.entries()) {
    const end = places[place + 1] ?? at
    for (let one = edits[edit]; one && one.at <= at; one = edits[edit]) {
      if (one.after !== '' && one.at + one.after.length > at) break
      if (one.after === '') found.push({ at, text: '', edit: one, flag: null, repair: null })
      edit += 1
    }
    const here = edits[edit]
    if (end > at) {
      found.push({
        at,
        text: paper.text.slice(at, end),
        edit: here && here.at <= at ? here : null,
        flag: flags.find((one) => one.at <= at && at < one.at + widthOf(one)) ?? null,
        repair: repairs.find((one) => one.at <= at && at < one.at + one.before.length) ?? null,
      })
    }
  }
  return found
}

/** The paragraph in which a place of the text stands. */
export function paragraphAt({ paragraphs }: Paper, at: number): number {
  let low = 0
  let high = Math.max(0, paragraphs.length - 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((paragraphs[middle]?.from ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
