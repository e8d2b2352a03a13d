/** Drafts become opinions; a draft that has fields and no words of its own becomes none and is listed. */
import { finishOpinion, type Unnumbered } from './finish-opinion.ts'
import type { LeftOut } from './left-out.ts'
import type { OpinionDraft } from './opinion-draft.ts'

export type Finished = Readonly<{ items: readonly Unnumbered[]; leftOut: readonly LeftOut[] }>

export function finishedFrom(drafts: readonly OpinionDraft[], year: number | undefined): Finished {
  const items: Unnumbered[] = []
  const leftOut: LeftOut[] = []
  for (const draft of drafts) {
    const finished = finishOpinion(draft, year)
    items.push(...finished)
    const taken = new Set(finished.flatMap((item) => item.paragraphs))
    for (const { paragraph } of draft.words) {
      if (!taken.has(paragraph)) leftOut.push({ paragraph, reason: 'lead-in' })
    }
    if (finished.length > 0) continue
    for (const paragraph of draft.fieldParagraphs)
      leftOut.push({ paragraph, reason: 'shared-field' })
  }
  return { items, leftOut }
}
