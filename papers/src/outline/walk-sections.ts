/** Walks the nodes of an outline and gathers one draft for each leaf that raises something. */
import { isClosing } from './closing-words.ts'
import { deadlineWithin } from './deadline.ts'
import { type FieldKind, fieldLabelsIn, leadingField } from './field-labels.ts'
import { type Field, fieldsIn } from './find-fields.ts'
import type { LeftOut, LeftOutReason } from './left-out.ts'
import type { Doubt } from './opinion.ts'
import { addPiece, emptyDraft, type OpinionDraft, shareFields } from './opinion-draft.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { sectionKind, type SectionKind } from './section-kind.ts'
import { unitsWithin } from './split-units.ts'

export type Walked = Readonly<{ drafts: readonly OpinionDraft[]; leftOut: readonly LeftOut[] }>

type Context = Readonly<{
  kind: SectionKind | undefined
  path: string
  sharedFrom: readonly Shared[]
}>
type Shared = Readonly<{ fields: readonly Field[]; paragraphs: readonly number[] }>

export function walkSections(outline: Outline): Walked {
  return new SectionWalk(outline).walk()
}

class SectionWalk {
  readonly #outline: Outline
  readonly #drafts: OpinionDraft[] = []
  readonly #leftOut: LeftOut[] = []
  readonly #sectioned: boolean
  readonly #closing: ReadonlySet<number>

  constructor(outline: Outline) {
    this.#outline = outline
    this.#sectioned = outline.nodes.some((node) => {
      const kind = node.children.length > 0 ? sectionKind(node.title) : undefined
      return kind === 'problems' || kind === 'suggestions'
    })
    this.#closing = this.#closingParagraphs()
  }

  walk(): Walked {
    for (const paragraph of this.#closing) this.#leave(paragraph, 'closing')
    for (const node of this.#outline.nodes) {
      if (node.parent === undefined)
        this.#visit(node, { kind: undefined, path: '', sharedFrom: [] })
    }
    return { drafts: this.#drafts, leftOut: this.#leftOut }
  }

  #closingParagraphs(): ReadonlySet<number> {
    const body = this.#outline.nodes.at(-1)?.body ?? []
    const from = body.findIndex((paragraph) => isClosing(this.#textOf(paragraph)))
    return new Set(from < 0 ? [] : body.slice(from))
  }

  #visit(node: OutlineNode, context: Context): void {
    const kind = context.kind ?? sectionKind(node.title)
    const path = context.path + node.label
    if (kind === 'general') return this.#leaveAll(node, 'general-section')
    const roles = this.#rolesOf(node)
    if (roles.every((role) => role !== 'opinion')) return this.#take(node, { ...context, path })
    this.#leave(
      node.paragraph,
      node.title === '' || ownWords(node).length > 60 ? 'lead-in' : 'heading',
    )
    const shared = this.#sharedBy(node, roles)
    const from = this.#drafts.length
    const inside = {
      kind,
      path,
      sharedFrom: shared === undefined ? context.sharedFrom : [...context.sharedFrom, shared],
    }
    for (const [place, child] of this.#childrenOf(node).entries()) {
      if (roles[place] === 'opinion') this.#visit(child, inside)
    }
    shareTrailing(this.#drafts.slice(from), this.#outline)
  }

  /** One opinion: the node with everything under it. */
  #take(node: OutlineNode, { kind, path, sharedFrom }: Context): void {
    const draft = emptyDraft(path, node.title)
    this.#addNode(draft, node, undefined, '')
    for (const shared of sharedFrom.toReversed())
      shareFields(draft, shared.fields, shared.paragraphs)
    if (kind !== undefined) draft.category = kind === 'problems' ? 'problem' : 'suggestion'
    draft.doubts = this.#doubtsOf(node, kind)
    this.#drafts.push(draft)
  }

  #addNode(
    draft: OpinionDraft,
    node: OutlineNode,
    under: FieldKind | undefined,
    label: string,
  ): void {
    addPiece(draft, { paragraph: node.paragraph, label, text: ownWords(node), under })
    for (const paragraph of node.body) {
      if (this.#closing.has(paragraph)) continue
      addPiece(draft, { paragraph, label: '', text: this.#textOf(paragraph), under })
    }
    const inner = under ?? leadingField(node.text)
    for (const child of this.#childrenOf(node)) {
      this.#addNode(draft, child, inner === 'content' ? under : inner, child.label)
    }
  }

  #doubtsOf(node: OutlineNode, kind: SectionKind | undefined): readonly Doubt[] {
    const other: readonly Doubt[] = this.#sectioned && kind === undefined ? ['other-section'] : []
    return [...other, ...node.issues]
  }

  /** What each child is to its parent: an opinion of its own, or a field of the parent's. */
  #rolesOf(node: OutlineNode): readonly ('opinion' | 'field')[] {
    const children = this.#childrenOf(node)
    let measures = [node.paragraph, ...node.body].some((one) =>
      endsInBareMeasure(this.#textOf(one)),
    )
    const kinds = children.map((child) => {
      const first = leadingField(child.text)
      const role = measures ? 'field' : first === undefined ? 'opinion' : first
      if (first === 'measure' && child.children.length === 0 && endsInBareMeasure(child.text))
        measures = true
      return role
    })
    const contents = kinds.filter((kind) => kind === 'content').length
    const single = contents === 1 && !kinds.includes('opinion') && kinds.length > 1
    return kinds.map((kind) =>
      kind === 'opinion' || (kind === 'content' && !single) ? 'opinion' : 'field',
    )
  }

  /** Fields in a section's own words, or in numbered children beside its opinions, hold for all of them. */
  #sharedBy(node: OutlineNode, roles: readonly ('opinion' | 'field')[]): Shared | undefined {
    const fields: Field[] = []
    const paragraphs: number[] = []
    const fieldNodes = this.#childrenOf(node).filter((_, place) => roles[place] === 'field')
    for (const paragraph of [...node.body, ...fieldNodes.flatMap((one) => this.#allOf(one))]) {
      if (this.#closing.has(paragraph)) continue
      const found = fieldsIn(this.#textOf(paragraph)).fields.filter((field) => field.words !== '')
      if (found.length === 0) this.#leave(paragraph, 'lead-in')
      else paragraphs.push(paragraph)
      fields.push(...found)
    }
    fields.push(...fieldsIn(ownWords(node)).fields.filter((field) => field.words !== ''))
    return fields.length === 0 ? undefined : { fields, paragraphs }
  }

  #allOf(node: OutlineNode): readonly number[] {
    return [
      node.paragraph,
      ...node.body,
      ...this.#childrenOf(node).flatMap((child) => this.#allOf(child)),
    ]
  }

  #leaveAll(node: OutlineNode, reason: LeftOutReason): void {
    for (const paragraph of this.#allOf(node)) {
      if (!this.#closing.has(paragraph)) this.#leave(paragraph, reason)
    }
  }

  #leave(paragraph: number, reason: LeftOutReason): void {
    this.#leftOut.push({ paragraph, reason })
  }

  #childrenOf(node: OutlineNode): readonly OutlineNode[] {
    return node.children.flatMap((index) => this.#outline.nodes[index] ?? [])
  }

  #textOf(paragraph: number): string {
    return this.#outline.paragraphs[paragraph]?.text ?? ''
  }
}

/** The words of its own paragraph: those of the paragraphs after it stand on further lines. */
function ownWords(node: OutlineNode): string {
  return node.text.split('\n', 1)[0] ?? ''
}

/** 整改措施： with nothing after it. */
function endsInBareMeasure(text: string): boolean {
  const last = fieldLabelsIn(text).at(-1)
  return last?.kind === 'measure' && text.slice(last.to).trim() === ''
}

/** A field paragraph of its own after the last of several opinions, none of which has any, holds for all. */
function shareTrailing(drafts: readonly OpinionDraft[], outline: Outline): void {
  const last = drafts.at(-1)
  const others = drafts.slice(0, -1)
  if (last === undefined || others.length === 0 || others.some(saysItself)) return
  const own = last.fieldParagraphs.filter(
    (one) => !last.words.some((words) => words.paragraph === one),
  )
  const fields = own.flatMap((one) => fieldsIn(outline.paragraphs[one]?.text ?? '').fields)
  const handed = fields.filter(
    (field) => field.words !== '' && (field.kind === 'unit' || field.kind === 'due'),
  )
  for (const draft of others) shareFields(draft, handed, own)
}

function saysItself(draft: OpinionDraft): boolean {
  if (draft.fields.length > 0) return true
  return draft.words.some(
    ({ text }) => unitsWithin(text).length > 0 || deadlineWithin(text, undefined) !== undefined,
  )
}
