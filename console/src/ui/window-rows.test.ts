import { describe, expect, it } from 'vitest'
import { rowWindow, scrollToShow } from './window-rows.ts'

describe('the rows in sight', () => {
  it('keeps the whole height whatever is shown', () => {
    for (const scrolled of [0, 333, 40_000, 3_999_999]) {
      const { first, end, above, below } = rowWindow(100_000, 40, scrolled, 800)
      expect(above + (end - first) * 40 + below).toBe(4_000_000)
      expect(end - first).toBeLessThan(50)
    }
  })

  it('shows every row of a short list', () => {
    expect(rowWindow(3, 40, 0, 800)).toEqual({ first: 0, end: 3, above: 0, below: 0 })
  })

  it('shows nothing of an empty list, even when scrolled before', () => {
    expect(rowWindow(0, 40, 5000, 800)).toEqual({ first: 0, end: 0, above: 0, below: 0 })
  })

  it('covers all that is in sight', () => {
    const { first, end } = rowWindow(1000, 40, 10_000, 800)
    expect(first * 40).toBeLessThanOrEqual(10_000)
    expect(end * 40).toBeGreaterThanOrEqual(10_800)
  })
})

describe('bringing a row into sight', () => {
  it('does not move when the row is in sight', () => {
    expect(scrollToShow(5, 40, 100, 400)).toBeNull()
  })
  it('scrolls up to a row above', () => {
    expect(scrollToShow(1, 40, 100, 400)).toBe(40)
  })
  it('scrolls down just far enough for a row below', () => {
    expect(scrollToShow(20, 40, 100, 400)).toBe(440)
  })
})
