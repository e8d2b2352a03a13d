/** Ways around the nodes of an outline. */
import type { Outline, OutlineNode } from './outline.ts'

export function childrenOf(outline: Outline, node: OutlineNode): readonly OutlineNode[] {
  return node.children.flatMap((index) => outline.nodes[index] ?? [])
}

export function textOf(outline: Outline, paragraph: number): string {
  return outline.paragraphs[paragraph]?.text ?? ''
}

/** The words of its own paragraph: those of the paragraphs after it stand on further lines. */
export function ownWords(node: OutlineNode): string {
  return node.text.split('\n', 1)[0] ?? ''
}

export type Placed = Readonly<{ paragraph: number; text: string }>

/** All paragraphs of a node and of what stands under it, without their labels. */
export function paragraphsUnder(outline: Outline, node: OutlineNode): readonly Placed[] {
  return [
    { paragraph: node.paragraph, text: ownWords(node) },
    ...bodyOf(outline, node),
    ...childrenOf(outline, node).flatMap((child) => paragraphsUnder(outline, child)),
  ]
}

export function bodyOf(outline: Outline, node: OutlineNode): readonly Placed[] {
  return node.body.map((paragraph) => ({ paragraph, text: textOf(outline, paragraph) }))
}
