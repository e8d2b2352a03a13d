import { day } from '@luoshi/domain/kernel/day'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountOf } from './account.ts'
import {
  giveParagraph,
  itemOfParagraph,
  leaveOut,
  mergeWithNext,
  releaseParagraphs,
  splitItem,
} from './change-items.ts'
import type { Review } from './review-shape.ts'
import { readReview } from './review-shape.ts'
import { startReview } from './start-review.ts'
import { paperOf } from './testing/paper-in.ts'
import { textOf } from './words-of.ts'

const today = day('2026-03-28')
const paper = paperOf(
  ['评议意见', '水质检测频次不够；管网老化。', '执法力度不够。', '落款'],
  [0, 3],
)
const start = startReview(paper, [], today)
const words = (review: Review) => review.items.map((item) => textOf(item, paper))

function must(review: Review | null): Review {
  if (review === null) throw new Error('Nothing changed')
  return review
}

describe('dividing and joining items', () => {
  it('splits at the cursor without losing a letter', () => {
    const split = must(splitItem(start, 'p0', 9, paper))
    expect(words(split)).toEqual(['水质检测频次不够；', '管网老化。', '执法力度不够。'])
    expect(split.items.map(({ paragraphs }) => paragraphs)).toEqual([[1], [1], [2]])
    expect(split.items[1]?.title).toBe('管网老化')
  })

  it('refuses to split at an end', () => {
    expect(splitItem(start, 'p0', 0, paper)).toBeNull()
    expect(splitItem(start, 'p0', 99, paper)).toBeNull()
  })

  it('merging what was split gives the words as raised again', () => {
    const split = must(splitItem(start, 'p0', 9, paper))
    expect(words(must(mergeWithNext(split, 'p0', paper)))).toEqual(words(start))
  })

  it('merges neighbours paragraph below paragraph', () => {
    const merged = must(mergeWithNext(start, 'p0', paper))
    expect(words(merged)).toEqual(['水质检测频次不够；管网老化。\n执法力度不够。'])
    expect(mergeWithNext(merged, 'p0', paper)).toBeNull()
  })

  it('a paragraph left out by the reader becomes an item in its place', () => {
    expect(words(itemOfParagraph(start, 0, paper))[0]).toBe('评议意见')
  })

  it('a paragraph given to a neighbour leaves no empty item behind', () => {
    const given = giveParagraph(start, 2, { to: 'p0', paper })
    expect(given.items).toHaveLength(1)
    expect(accountOf(given, paper).open).toEqual([])
  })

  it('a paragraph taken from its item is open until somebody decides', () => {
    const freed = releaseParagraphs(start, [2], paper)
    expect(accountOf(freed, paper).open).toEqual([2])
    const left = leaveOut(freed, [2], { reason: '重复', paper })
    expect(accountOf(left, paper)).toMatchObject({ taken: 1, left: 3, open: [] })
  })

  it('is read back from what was saved as it was', () => {
    const split = must(splitItem(start, 'p0', 9, paper))
    expect(readReview(JSON.parse(JSON.stringify(split)))).toEqual(split)
    expect(readReview({ format: 0 })).toBeNull()
  })
})

describe('the count of paragraphs', () => {
  const step = fc.record({
    kind: fc.constantFrom('split', 'merge', 'item', 'give', 'leave', 'release'),
    at: fc.nat({ max: 7 }),
    letter: fc.nat({ max: 12 }),
  })

  it('comes out after any sequence of steps: total = taken + left out + open', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const long = paperOf(['一、问题', '甲乙丙丁戊己', '子丑寅卯辰巳', '天地玄黄', '日月'], [0])
        let review = startReview(long, [], today)
        for (const { kind, at, letter } of steps) {
          const paragraph = at % 5
          const id = review.items[at % Math.max(1, review.items.length)]?.id ?? ''
          const next = {
            split: () => splitItem(review, id, letter, long),
            merge: () => mergeWithNext(review, id, long),
            item: () => itemOfParagraph(review, paragraph, long),
            give: () => giveParagraph(review, paragraph, { to: id, paper: long }),
            leave: () => leaveOut(review, [paragraph], { reason: '重复', paper: long }),
            release: () => releaseParagraphs(review, [paragraph], long),
          }[kind]()
          review = next ?? review
        }
        const { total, taken, left, open } = accountOf(review, long)
        expect(total).toBe(taken + left + open.length)
        expect(new Set(review.items.map(({ id }) => id)).size).toBe(review.items.length)
        for (const item of review.items) {
          expect(textOf(item, long)).not.toBe('')
          expect(item.paragraphs.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 200 },
    )
  })
})
