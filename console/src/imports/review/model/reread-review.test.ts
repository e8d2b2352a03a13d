import { day } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { patchItem, splitItem } from './change-items.ts'
import { movesBetween, rereadReview, sameStretch } from './reread-review.ts'
import type { Review } from './review-shape.ts'
import { startReview } from './start-review.ts'
import { paperOf } from './testing/paper-in.ts'
import { textOf } from './words-of.ts'

const before = paperOf(['意见', '供水不足??h里要重视；管网老化严重失修。', '执法力度不够。'], [0])
const after = paperOf(['意见', '供水不足。县里要重视；管网老化严重失修。', '执法力度不够。'], [0])
const start = startReview(before, [], day('2026-03-28'))

describe('a document read again after repairs', () => {
  it('keeps what was decided on paragraphs whose words stayed', () => {
    const titled = patchItem(start, 'p1', { title: '加强执法', titled: true })
    const item = rereadReview(titled, after, []).items[1]
    expect(item).toEqual(titled.items[1])
  })

  it('takes the mended words and asks for another look', () => {
    const [item] = rereadReview(start, after, []).items
    expect(item?.reread).toBe(true)
    expect(item && textOf(item, after)).toBe('供水不足。县里要重视；管网老化严重失修。')
  })

  it('keeps a division inside a paragraph that was mended', () => {
    const split: Review | null = splitItem(start, 'p0', '供水不足??h里要重视；'.length, before)
    const again = rereadReview(split ?? start, after, [])
    expect(again.items.map((item) => textOf(item, after))).toEqual([
      '供水不足。县里要重视；',
      '管网老化严重失修。',
      '执法力度不够。',
    ])
  })

  it('is called by what stands before the loss: the end of the sentence may be among what was lost', () => {
    expect(start.items.map(({ title }) => title)).toEqual(['供水不足', '执法力度不够'])
  })

  it('changes nothing when the words are the same', () => {
    expect(rereadReview(start, before, [])).toBe(start)
  })

  it('finds equal paragraphs in their order when some are gone', () => {
    expect(movesBetween(['a', 'b', 'c', 'd'], ['a', 'c', 'd'])).toEqual([0, -1, 1, 2])
  })

  it('takes all the new words when the old stretch cannot be found', () => {
    expect(sameStretch('完全不同的话', '新的文字')).toBe('新的文字')
  })
})
