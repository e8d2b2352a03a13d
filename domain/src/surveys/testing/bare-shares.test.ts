import { expect, it } from 'vitest'
import { effectOf } from '../statistics/effect.ts'
import { effectWords, shareWords } from '../statistics/share-words.ts'
import { simpleShare } from '../statistics/wilson.ts'
import { bareSharesIn } from './bare-shares.ts'

function share(hits: number, n: number, size: number | null = null) {
  const found = simpleShare(hits, n, size)
  if (!found) throw new Error('Nobody was asked')
  return found
}

it('finds nothing in what the rules say, of samples, of whole populations, of whoever came', () => {
  const pairs = [
    [share(48, 80), share(56, 70)],
    [share(10, 10), share(9, 10)],
    [share(48, 80, 80), share(56, 80, 80)],
  ] as const
  for (const [before, after] of pairs)
    for (const stands of [true, false]) {
      const { zh, en } = effectWords(effectOf(before, after, stands), stands)
      expect([bareSharesIn(zh), bareSharesIn(en)]).toEqual([[], []])
    }
  expect(bareSharesIn('占比（95%置信区间）')).toEqual([])
})

it.each([
  '满意率85%',
  '满意率 85.5 ％',
  '群众满意度达到百分之九十二',
  '满意的占92%（n=240）',
  '满意的占92%（95%置信区间 88.0%至95.0%）',
  '92.0%（n=240，95%置信区间 88.0%）',
  'satisfied: 92 per cent',
])('finds a percentage told by itself or by halves: %s', (text) => {
  expect(bareSharesIn(text).length).toBeGreaterThan(0)
})

it('finds one among many that are told as they should be', () => {
  const { zh } = shareWords(share(48, 80))
  expect(bareSharesIn(`${zh}；${zh}；其中城区71.0%；${zh}`)).toEqual([
    expect.stringContaining('71.0%'),
  ])
})
