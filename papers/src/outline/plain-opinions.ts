/** A paper without numbering: each paragraph is proposed as one opinion, and somebody has to look. */
import { isClosing } from './closing-words.ts'
import { type Finished, finishedFrom } from './finished-opinions.ts'
import type { LeftOut } from './left-out.ts'
import { framingWords } from './framing-words.ts'
import { plainOpening } from './opening-reasons.ts'
import type { Outline } from './outline.ts'
import { paragraphDrafts } from './paragraph-drafts.ts'
import { isRecord } from './raised-by.ts'
import { isProse } from './no-prose.ts'

export function plainOpinions(outline: Outline): Finished {
  const prose = outline.paragraphs.filter(
    (one) => one.text !== '' && isProse(one.text) && !outline.tail.has(one.index),
  )
  const opening = plainOpening(prose)
  const closed = prose.findIndex((one, place) => place >= prose.length - 4 && isClosing(one.text))
  const ending = closed < 0 ? [] : prose.slice(Math.max(closed, opening.length))
  const left: LeftOut[] = [
    ...opening,
    ...ending.map((one) => ({ paragraph: one.index, reason: 'closing' as const })),
  ]
  const middle = prose.slice(opening.length, prose.length - ending.length)
  const framing = framingWords(prose.slice(0, opening.length), middle)
  const framed = new Set(framing.map(({ paragraph }) => paragraph))
  const body = middle.filter(({ index }) => !framed.has(index))
  const { drafts, leftOut } = paragraphDrafts(body, '')
  const inRecord = isRecord(body.map((one) => one.text))
  const finished = finishedFrom(drafts, { year: outline.year, inRecord })
  return { items: finished.items, leftOut: [...left, ...framing, ...leftOut, ...finished.leftOut] }
}
