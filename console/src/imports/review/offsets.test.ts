import { describe, expect, it } from 'vitest'
import { lastAtOrBefore, offsetsOf } from './offsets.ts'

describe('rows of different heights', () => {
  const offsets = offsetsOf(4, (row) => [10, 30, 5, 20][row] ?? 0)

  it('begin where the rows before them end', () => {
    expect([...offsets]).toEqual([0, 10, 40, 45, 65])
  })

  it('are found by a place in the list', () => {
    expect([0, 9, 10, 44, 46, 999].map((place) => lastAtOrBefore(offsets, place))).toEqual([
      0, 0, 1, 2, 3, 3,
    ])
  })

  it('an empty list has no rows and no height', () => {
    expect([...offsetsOf(0, () => 1)]).toEqual([0])
    expect(
      lastAtOrBefore(
        offsetsOf(0, () => 1),
        50,
      ),
    ).toBe(0)
  })
})
