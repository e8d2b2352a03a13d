import { day } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { dayText, fullDayText, momentText } from './day-text.ts'

const today = day('2026-03-16')

describe('days in words', () => {
  it('leaves the year out within the current year', () => {
    expect(dayText(day('2026-03-01'), today, 'zh')).toBe('3月1日')
    expect(dayText(day('2025-12-31'), today, 'zh')).toBe('2025年12月31日')
    expect(dayText(day('2026-03-01'), today, 'en')).toBe('1 Mar')
  })

  it('writes the whole day without leading zeros', () => {
    expect(fullDayText(day('2026-03-01'), 'zh')).toBe('2026年3月1日')
  })

  it('shows a moment in Chinese time, over midnight too', () => {
    expect(momentText('2026-03-15T17:05:09.120Z', today, 'zh')).toBe('3月16日 01:05')
  })

  it('shows what is no moment as it came', () => {
    expect(momentText('soon', today, 'zh')).toBe('soon')
  })
})
