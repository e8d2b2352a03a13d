/** Walks the nodes of an outline and gathers one draft for each leaf that raises something. */
import { childRoles, type ChildRole } from './child-roles.ts'
import { isClosing } from './closing-words.ts'
import { type FieldKind, leadingField } from './field-labels.ts'
import type { LeftOut, LeftOutReason } from './left-out.ts'
import type { Doubt } from './opinion.ts'
import { addPiece, emptyDraft, type OpinionDraft, shareFields } from './opinion-draft.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { bodyOf, childrenOf, ownWords, paragraphsUnder, textOf } from './outline-nodes.ts'
import { paragraphDrafts } from './paragraph-drafts.ts'
import { isSectionTitle, sectionKind, type SectionKind } from './section-kind.ts'
import { type Shared, sharedFields, shareTrailing } from './shared-fields.ts'

export type Walked = Readonly<{ drafts: readonly OpinionDraft[]; leftOut: readonly LeftOut[] }>

type Context = Readonly<{
  kind: SectionKind | undefined
  path: string
  sharedFrom: readonly Shared[]
}>

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
    const from = body.findIndex((paragraph) => isClosing(textOf(this.#outline, paragraph)))
    return new Set(from < 0 ? [] : body.slice(from))
  }

  #visit(node: OutlineNode, context: Context): void {
    const kind = context.kind ?? sectionKind(node.title)
    const path = context.path + node.label
    if (kind === 'general') return this.#leaveAll(node, 'general-section')
    const roles = childRoles(this.#outline, node)
    if (roles.every((role) => role !== 'opinion')) {
      if (this.#isSectionOfPlainWords(node)) return this.#takeBody(node, { ...context, kind, path })
      const own = this.#isTopWithWords(node, context) ? kind : context.kind
      return this.#take(node, { ...context, kind: own, path })
    }
    const children = childrenOf(this.#outline, node)
    if (raisesItself(node, roles, children)) {
      this.#takeAlone(node, { ...context, kind, path })
      for (const child of children) this.#visit(child, { ...context, kind, path })
      return
    }
    this.#leave(
      node.paragraph,
      node.title === '' || ownWords(node).length > 60 ? 'lead-in' : 'heading',
    )
    const beside = children.filter((_, place) => roles[place] === 'field')
    const around = [
      ...bodyOf(this.#outline, node),
      ...beside.flatMap((child) => paragraphsUnder(this.#outline, child)),
    ].filter(({ paragraph }) => !this.#closing.has(paragraph))
    const { shared, leftOut } = sharedFields(node, around)
    this.#leftOut.push(...leftOut)
    const from = this.#drafts.length
    const inside = { kind, path, sharedFrom: [...context.sharedFrom, shared] }
    for (const [place, child] of children.entries()) {
      if (roles[place] === 'opinion') this.#visit(child, inside)
    }
    shareTrailing(this.#drafts.slice(from), this.#outline)
  }

  /** 二、整改重点。一是……二是…… : the section raises them itself. */
  #isTopWithWords(node: OutlineNode, context: Context): boolean {
    return context.kind === undefined && isSectionTitle(node.title) && node.text !== node.title
  }

  /** 二、存在的问题, and below it paragraphs without numbers. */
  #isSectionOfPlainWords(node: OutlineNode): boolean {
    return node.children.length === 0 && node.body.length > 0 && isSectionTitle(ownWords(node))
  }

  #takeBody(node: OutlineNode, context: Context): void {
    this.#leave(node.paragraph, 'heading')
    const body = node.body.filter((one) => !this.#closing.has(one))
    const paragraphs = body.flatMap((one) => this.#outline.paragraphs[one] ?? [])
    const { drafts, leftOut } = paragraphDrafts(paragraphs, context.path)
    for (const draft of drafts) this.#finish(draft, context)
    this.#leftOut.push(...leftOut)
  }

  /** One opinion: the node with everything under it. */
  #take(node: OutlineNode, context: Context): void {
    const draft = emptyDraft(context.path, node.title)
    this.#addNode(draft, node, undefined, '')
    draft.doubts = this.#doubtsOf(node, context.kind)
    this.#finish(draft, context)
  }

  #finish(draft: OpinionDraft, { kind, sharedFrom }: Context): void {
    for (const { fields, paragraphs } of sharedFrom.toReversed())
      shareFields(draft, fields, paragraphs)
    draft.category = categoryOf(kind)
    this.#drafts.push(draft)
  }

  /** One opinion: the node without what is numbered under it. */
  #takeAlone(node: OutlineNode, context: Context): void {
    const draft = emptyDraft(context.path, node.title)
    for (const { paragraph, text } of [
      { paragraph: node.paragraph, text: ownWords(node) },
      ...bodyOf(this.#outline, node),
    ])
      if (!this.#closing.has(paragraph))
        addPiece(draft, { paragraph, label: '', text, under: undefined })
    draft.doubts = this.#doubtsOf(node, context.kind)
    this.#finish(draft, context)
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
      addPiece(draft, { paragraph, label: '', text: textOf(this.#outline, paragraph), under })
    }
    const inner = under ?? leadingField(node.text)
    for (const child of childrenOf(this.#outline, node)) {
      this.#addNode(draft, child, inner === 'content' ? under : inner, child.label)
    }
  }

  #doubtsOf(node: OutlineNode, kind: SectionKind | undefined): readonly Doubt[] {
    const other: readonly Doubt[] = this.#sectioned && kind === undefined ? ['other-section'] : []
    return [...other, ...node.issues]
  }

  #leaveAll(node: OutlineNode, reason: LeftOutReason): void {
    for (const { paragraph } of paragraphsUnder(this.#outline, node)) {
      if (!this.#closing.has(paragraph)) this.#leave(paragraph, reason)
    }
  }

  #leave(paragraph: number, reason: LeftOutReason): void {
    this.#leftOut.push({ paragraph, reason })
  }
}

/**
 * （二）城东片区夜间停水。 with `2.` below it that no `1.` goes before: the number goes on with a list further up, and a
 * whole sentence is no heading of what it does not begin.
 */
function raisesItself(
  node: OutlineNode,
  roles: readonly ChildRole[],
  [first]: readonly OutlineNode[],
): boolean {
  return (
    first !== undefined &&
    first.issues.includes('start-not-1') &&
    roles.every((role) => role === 'opinion') &&
    /(?<!如下)[。；]$/.test(ownWords(node)) &&
    !isSectionTitle(ownWords(node))
  )
}

function categoryOf(kind: SectionKind | undefined): OpinionDraft['category'] {
  if (kind === 'problems') return 'problem'
  return kind === 'suggestions' ? 'suggestion' : undefined
}
