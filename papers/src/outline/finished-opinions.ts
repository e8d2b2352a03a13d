/** Drafts become opinions; a draft that has fields and no words of its own becomes none and is listed. */
import { finishOpinion, type Setting, type Unnumbered } from './finish-opinion.ts'
import type { LeftOut } from './left-out.ts'
import type { OpinionDraft } from './opinion-draft.ts'

export type Finished = Readonly<{ items: readonly Unnumbered[]; leftOut: readonly LeftOut[] }>

export function finishedFrom(drafts: readonly OpinionDraft[], setting: Setting): Finished {
  const items: Unnumbered[] = []
  const leftOut: LeftOut[] = []
  for (const draft of drafts) {
    const finished = finishOpinion(draft, setting)
    items.push(...finished)
    leftOut.push(...remainderOf(draft, finished))
  }
  return { items, leftOut }
}

/** Paragraphs of the draft that went into none of its opinions. */
function remainderOf(draft: OpinionDraft, finished: readonly Unnumbered[]): readonly LeftOut[] {
  const taken = new Set(finished.flatMap((item) => item.paragraphs))
  const rest = draft.words.filter(({ paragraph }) => !taken.has(paragraph))
  const reason = finished.length === 0 && draft.words.length === 1 ? 'no-opinion' : 'lead-in'
  const words = rest.map(({ paragraph }) => ({ paragraph, reason }) as const)
  if (finished.length > 0) return words
  const fields = draft.fieldParagraphs.filter(
    (one) => !rest.some(({ paragraph }) => paragraph === one),
  )
  return [...words, ...fields.map((paragraph) => ({ paragraph, reason: 'shared-field' }) as const)]
}
