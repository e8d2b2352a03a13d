/** The account of a manuscript: one edit for each change that shows, in order. */
import type { Edit } from './cleaned.ts'
import type { Manuscript } from './manuscript.ts'

export function editsOf({ input, changes }: Manuscript): readonly Edit[] {
  const edits: Edit[] = []
  for (const { from, to, at, after, rules } of changes) {
    const before = input.slice(from, to)
    if (before !== after) edits.push({ rule: rules.join('+'), before, after, at })
  }
  return edits
}
