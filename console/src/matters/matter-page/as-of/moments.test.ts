import { instant } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { momentsOf, stopAt } from './moments.ts'

const [first, second, third] = [
  instant('2026-03-01T01:00:00.000Z'),
  instant('2026-03-05T01:00:00.000Z'),
  instant('2026-03-09T01:00:00.000Z'),
]

describe('the stops of the slider', () => {
  it('are the moments of change in order, each once', () => {
    expect(momentsOf([{ at: third }, { at: first }, { at: third }, { at: second }])).toEqual([
      first,
      second,
      third,
    ])
  })

  it('stand at the last change not after the moment looked at', () => {
    const moments = [first, second, third]
    expect(stopAt(moments, null)).toBe(2)
    expect(stopAt(moments, second)).toBe(1)
    expect(stopAt(moments, instant('2026-03-08T15:59:59.999Z'))).toBe(1)
    expect(stopAt(moments, instant('2026-02-01T00:00:00.000Z'))).toBe(-1)
  })
})
