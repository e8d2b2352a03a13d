import { describe, expect, it } from 'vitest'
import { chineseNumber } from './chinese-number.ts'
import { sessionTitle } from './session.ts'

describe('numbers of terms and sessions', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [18, '十八'],
    [20, '二十'],
    [31, '三十一'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [118, '一百一十八'],
    [199, '一百九十九'],
  ])('%i is written %s', (number, written) => {
    expect(chineseNumber(number)).toBe(written)
  })

  it('are written as papers cite a session', () => {
    expect(sessionTitle({ termNumber: 18, number: 31 })).toBe('第十八届人大常委会第三十一次会议')
  })
})
