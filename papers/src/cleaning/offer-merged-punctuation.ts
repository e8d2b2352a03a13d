/** Offers to take merged punctuation apart, and does so where a person has accepted it. */
import { inputPosition } from './input-position.ts'
import { type Manuscript, remark, rewrite } from './manuscript.ts'
import { mergedPunctuation } from './merged-punctuation.ts'
import { MOST_REPAIRS } from './repair-damage.ts'

export function offerMergedPunctuation(
  paper: Manuscript,
  accepted: ReadonlySet<string>,
): Manuscript {
  const room = Math.max(0, MOST_REPAIRS - paper.offers.length)
  const found = mergedPunctuation(paper.text)
    .filter((one) => !paper.untouched.some((span) => span.start < one.end && one.start < span.end))
    .slice(0, room)
    .map((one) => ({ ...one, id: `merged-punctuation@${inputPosition(paper, one.start)}` }))
  const open = found.filter((one) => !accepted.has(one.id))
  const marked = remark(
    {
      ...paper,
      offers: [
        ...paper.offers,
        ...open.map(({ id, start, end, shown, after, evidence }) => ({
          id,
          rule: 'merged-punctuation' as const,
          ...shown,
          inner: { start, end },
          after,
          evidence,
          certain: false,
        })),
      ],
    },
    open.map(({ start, end }) => ({ kind: 'merged-punctuation', start, end })),
  )
  const agreed = found.filter((one) => accepted.has(one.id))
  return rewrite(
    marked,
    'merged-punctuation',
    agreed.map(({ start, end, after }) => ({ at: start, length: end - start, after })),
  )
}
