import { describe, expect, it } from 'vitest'
import { deadlineWithin, readDeadline } from './deadline.ts'

describe('a labelled deadline', () => {
  it.each([
    ['2026年10月31日前', 'date', '2026-10-31'],
    ['2026-10-31', 'date', '2026-10-31'],
    ['2026.10.31', 'date', '2026-10-31'],
    ['2026/1/5', 'date', '2026-01-05'],
    ['10月31日前', 'date', '2026-10-31'],
    ['2026年3月1日至6月30日', 'date', '2026-06-30'],
    ['2027年底前', 'period', '2027-12-31'],
    ['2027年2月底前', 'period', '2027-02-28'],
    ['10月底前', 'period', '2026-10-31'],
    ['2027年上半年', 'period', '2027-06-30'],
    ['第三季度', 'period', '2026-09-30'],
    ['收到之日起三个月内', 'relative', undefined],
    ['收到评议意见书之日起10个工作日内', 'relative', undefined],
    ['15个工作日内', 'relative', undefined],
    ['立行立改', 'immediate', undefined],
    ['长期坚持', 'ongoing', undefined],
    ['待定', 'words', undefined],
    ['2026年2月30日', 'words', undefined],
  ])('%s', (words, kind, day) => {
    const deadline = readDeadline(words, 2026)
    expect([deadline.kind, deadline.day, deadline.words]).toEqual([kind, day, words])
  })

  it('takes the year of the document, and says so', () => {
    expect(readDeadline('10月31日前', 2026).yearInferred).toBe(true)
    expect(readDeadline('2026年10月31日前', 2026).yearInferred).toBeUndefined()
  })

  it('gives no day without a year', () => {
    expect(readDeadline('10月31日前', undefined)).toEqual({ kind: 'words', words: '10月31日前' })
  })
})

describe('a deadline in running words', () => {
  it.each([
    ['应于2026年10月底前完成改造。', '2026年10月底前'],
    ['请在10个工作日内答复。', '10个工作日内'],
    ['自收到本意见之日起三个月内报告。', '自收到本意见之日起三个月内'],
  ])('%s', (text, words) => {
    expect(deadlineWithin(text, 2026)?.words).toBe(words)
  })

  it.each([
    '集中整治阶段（6月15日—6月30日）',
    '8月上旬开展自查',
    '坚持立行立改',
    '近三个月内连续停水',
    '2025年以来',
  ])('%s is none', (text) => {
    expect(deadlineWithin(text, 2026)).toBeUndefined()
  })
})
