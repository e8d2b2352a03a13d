/** What each numbered child is to the node above it: an opinion of its own, or a field of that node's. */
import { fieldLabelsIn, leadingField } from './field-labels.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { bodyOf, childrenOf, ownWords } from './outline-nodes.ts'

export type ChildRole = 'opinion' | 'field'

export function childRoles(outline: Outline, node: OutlineNode): readonly ChildRole[] {
  const own = [ownWords(node), ...bodyOf(outline, node).map(({ text }) => text)]
  let measures = own.some(endsInBareMeasure)
  const kinds = childrenOf(outline, node).map((child) => {
    const first = leadingField(child.text)
    const kind = measures ? 'field' : (first ?? 'opinion')
    measures ||= first === 'measure' && child.children.length === 0 && endsInBareMeasure(child.text)
    return kind
  })
  const contents = kinds.filter((kind) => kind === 'content').length
  const isOneOpinion = contents === 1 && !kinds.includes('opinion') && kinds.length > 1
  return kinds.map((kind) =>
    kind === 'opinion' || (kind === 'content' && !isOneOpinion) ? 'opinion' : 'field',
  )
}

/** 整改措施： with nothing after it: the numbers that follow are measures. */
function endsInBareMeasure(text: string): boolean {
  const last = fieldLabelsIn(text).at(-1)
  return last?.kind === 'measure' && text.slice(last.to).trim() === ''
}
