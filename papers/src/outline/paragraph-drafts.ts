/** Paragraphs without numbers: each is proposed as one opinion, with the fields that follow it. */
import { leadingField } from './field-labels.ts'
import type { Paragraph } from './join-soft-breaks.ts'
import type { LeftOut } from './left-out.ts'
import { addPiece, emptyDraft, type OpinionDraft } from './opinion-draft.ts'
import { isBareHeading } from './section-kind.ts'

export type ParagraphDrafts = Readonly<{
  drafts: readonly OpinionDraft[]
  leftOut: readonly LeftOut[]
}>

export function paragraphDrafts(paragraphs: readonly Paragraph[], path: string): ParagraphDrafts {
  const drafts: OpinionDraft[] = []
  const leftOut: LeftOut[] = []
  for (const { index, text } of paragraphs) {
    const piece = { paragraph: index, label: '', text, under: undefined }
    const before = drafts.at(-1)
    const belongs = before !== undefined && (before.pending !== undefined || isField(text))
    if (isBareHeading(text)) leftOut.push({ paragraph: index, reason: 'heading' })
    else if (belongs) addPiece(before, piece)
    else {
      const draft = emptyDraft(path, '')
      draft.doubts = ['plain-paragraph']
      addPiece(draft, piece)
      drafts.push(draft)
    }
  }
  return { drafts, leftOut }
}

function isField(text: string): boolean {
  const kind = leadingField(text)
  return kind !== undefined && kind !== 'content'
}
