/** A paper without numbering: each paragraph is proposed as one opinion, and somebody has to look. */
import { isClosing } from './closing-words.ts'
import { leadingField } from './field-labels.ts'
import { type Finished, finishedFrom } from './finished-opinions.ts'
import type { LeftOut } from './left-out.ts'
import { plainOpening } from './opening-reasons.ts'
import { addPiece, emptyDraft, type OpinionDraft } from './opinion-draft.ts'
import type { Outline } from './outline.ts'
import { rowMark } from './read-lines.ts'
import { isBareHeading } from './section-kind.ts'

export function plainOpinions(outline: Outline): Finished {
  const prose = outline.paragraphs.filter(
    (one) => one.text !== '' && !one.text.startsWith(rowMark) && !outline.tail.has(one.index),
  )
  const opening = plainOpening(prose)
  const closed = prose.findIndex((one, place) => place >= prose.length - 4 && isClosing(one.text))
  const ending = closed < 0 ? [] : prose.slice(Math.max(closed, opening.length))
  const left: LeftOut[] = [
    ...opening,
    ...ending.map((one) => ({ paragraph: one.index, reason: 'closing' as const })),
  ]
  const body = prose.slice(opening.length, prose.length - ending.length)
  const drafts: OpinionDraft[] = []
  for (const { index, text } of body) {
    const piece = { paragraph: index, label: '', text, under: undefined }
    const before = drafts.at(-1)
    if (isBareHeading(text)) left.push({ paragraph: index, reason: 'heading' })
    else if (before !== undefined && (before.pending !== undefined || isField(text)))
      addPiece(before, piece)
    else {
      const draft = emptyDraft('', '')
      draft.doubts = ['plain-paragraph']
      addPiece(draft, piece)
      drafts.push(draft)
    }
  }
  const finished = finishedFrom(drafts, outline.year)
  return { items: finished.items, leftOut: [...left, ...finished.leftOut] }
}

function isField(text: string): boolean {
  const kind = leadingField(text)
  return kind !== undefined && kind !== 'content'
}
