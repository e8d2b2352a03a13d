import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chineseNumber, inChinese } from './chinese-number.ts'

it.each([
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['一百零五', 105],
  ['两千', 2000],
  ['二〇二六', 2026],
])('%s is %i', (words, value) => {
  expect(chineseNumber(words)).toBe(value)
})

it('reads what it writes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      (value) => chineseNumber(inChinese(value)) === value,
    ),
  )
})

it('knows no number in other words', () => {
  expect(chineseNumber('三人')).toBeUndefined()
  expect(chineseNumber('')).toBeUndefined()
})
