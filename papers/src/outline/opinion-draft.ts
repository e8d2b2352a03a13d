/**
 * Gathers the paragraphs of one opinion: its words, and its labelled fields. A bare 整改措施： takes what follows
 * as measures until the next label; a bare 责任单位： takes the next paragraph.
 */
import type { FieldKind } from './field-labels.ts'
import { type Field, fieldsIn } from './find-fields.ts'
import type { Doubt } from './opinion.ts'

export type Words = Readonly<{ paragraph: number; text: string }>

export type OpinionDraft = {
  path: string
  title: string
  words: Words[]
  fields: Field[]
  /** Paragraphs that hold fields, its own or shared ones. */
  fieldParagraphs: number[]
  /** Kinds that came from the section, not from the opinion itself. */
  shared: Set<FieldKind>
  category: 'problem' | 'suggestion' | undefined
  doubts: readonly Doubt[]
  pending: FieldKind | undefined
}

export function emptyDraft(path: string, title: string): OpinionDraft {
  return {
    path,
    title,
    words: [],
    fields: [],
    fieldParagraphs: [],
    shared: new Set(),
    category: undefined,
    doubts: [],
    pending: undefined,
  }
}

export type Piece = Readonly<{
  paragraph: number
  label: string
  text: string
  /** The field it stands under, as （1） does under 2.整改措施： */
  under: FieldKind | undefined
}>

export function addPiece(draft: OpinionDraft, piece: Piece): void {
  const { text, fields } = fieldsIn(piece.text)
  if (text !== '' || fields.length === 0) addWords(draft, piece, text)
  for (const field of fields) {
    if (field.words === '') draft.pending = field.kind
    else {
      draft.fields.push(field)
      draft.pending = undefined
    }
  }
  if (fields.length > 0) draft.fieldParagraphs.push(piece.paragraph)
}

function addWords(draft: OpinionDraft, piece: Piece, text: string): void {
  const kind = piece.under ?? draft.pending
  if (kind === undefined || kind === 'content') {
    draft.words.push({ paragraph: piece.paragraph, text })
    return
  }
  const words = /^\d|^[（(①-⑳一-十]/.test(piece.label) ? piece.label + text : text
  draft.fields.push({ kind, words })
  draft.fieldParagraphs.push(piece.paragraph)
  if (kind !== 'measure') draft.pending = undefined
}

/** Fields of the section an opinion stands in fill what it does not say itself. */
export function shareFields(
  draft: OpinionDraft,
  fields: readonly Field[],
  paragraphs: readonly number[],
): void {
  const own = new Set(draft.fields.map((field) => field.kind))
  const taken = fields.filter((field) => !own.has(field.kind))
  if (taken.length === 0) return
  draft.fields.push(...taken)
  draft.fieldParagraphs.push(...paragraphs)
  for (const field of taken) draft.shared.add(field.kind)
}
