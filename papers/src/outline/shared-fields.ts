/**
 * Fields that hold for several opinions: those in a section's own words, in numbered children beside its opinions,
 * or in paragraphs after the last of them. Whoever takes one has to confirm it.
 */
import { deadlineWithin } from './deadline.ts'
import { type Field, fieldsIn } from './find-fields.ts'
import type { LeftOut } from './left-out.ts'
import { type OpinionDraft, shareFields } from './opinion-draft.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { ownWords, type Placed } from './outline-nodes.ts'
import { unitOfHeading, unitsWithin } from './split-units.ts'

export type Shared = Readonly<{ fields: readonly Field[]; paragraphs: readonly number[] }>

/** No section has more; a hostile paper may. */
const most = 12

/** Fields of a section, and the paragraphs among `around` that hold none. */
export function sharedFields(
  node: OutlineNode,
  around: readonly Placed[],
): Readonly<{ shared: Shared; leftOut: readonly LeftOut[] }> {
  const fields = fieldsWithWords(ownWords(node))
  const unit = unitOfHeading(node.title)
  if (unit !== undefined) fields.push({ kind: 'unit', words: unit })
  const paragraphs: number[] = []
  const leftOut: LeftOut[] = []
  for (const { paragraph, text } of around) {
    const found = fields.length < most ? fieldsWithWords(text) : []
    fields.push(...found)
    if (found.length > 0) paragraphs.push(paragraph)
    else leftOut.push({ paragraph, reason: fields.length < most ? 'lead-in' : 'shared-field' })
  }
  return { shared: { fields, paragraphs }, leftOut }
}

function fieldsWithWords(text: string): Field[] {
  return fieldsIn(text).fields.filter((field) => field.words !== '')
}

/** Unit and deadline in paragraphs of their own after the last of several opinions, none of which says its own. */
export function shareTrailing(drafts: readonly OpinionDraft[], outline: Outline): void {
  const last = drafts.at(-1)
  const others = drafts.slice(0, -1)
  if (last === undefined || others.length === 0 || others.some(saysItself)) return
  const worded = new Set(last.words.map((words) => words.paragraph))
  const own = last.fieldParagraphs.filter((one) => !worded.has(one)).slice(0, most)
  const fields = own.flatMap((one) => fieldsWithWords(outline.paragraphs[one]?.text ?? ''))
  const handed = fields.filter((field) => field.kind === 'unit' || field.kind === 'due')
  for (const draft of others) shareFields(draft, handed, own)
}

function saysItself(draft: OpinionDraft): boolean {
  if (draft.fields.length > 0) return true
  return draft.words.some(
    ({ text }) => unitsWithin(text).length > 0 || deadlineWithin(text, undefined) !== undefined,
  )
}
