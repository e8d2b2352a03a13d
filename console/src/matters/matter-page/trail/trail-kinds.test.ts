import { day } from '@luoshi/domain/kernel/day'
import { erasedText } from '@luoshi/domain/kernel/words'
import { describe, expect, it } from 'vitest'
import { kindOf, saidIn } from './trail-kinds.ts'

const on = day('2026-03-05')

describe('an entry of the trail', () => {
  it('gives the words that were said with it', () => {
    const event = {
      type: 'PlanReturned',
      round: 1,
      on,
      words: { comments: '措施没有落到人' },
    } as const
    expect(kindOf(event)).toBe('work')
    expect(saidIn(event)).toBe('措施没有落到人')
  })

  it('says so where words were erased by law', () => {
    expect(saidIn({ type: 'MatterChased', level: 'reminder', on, words: null })).toBe(erasedText)
  })

  it('has none where nothing was said', () => {
    const approval = { body: 'chairs', on, reference: '第12次主任会议' } as const
    expect(saidIn({ type: 'MatterClosed', round: 1, on, approval })).toBeNull()
    const stored = { type: 'MatterClosed', round: 1, on, approval, words: null } as const
    expect(saidIn(stored)).toBeNull()
  })
})
