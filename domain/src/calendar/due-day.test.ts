import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { latestDayBefore } from './before-meeting.ts'
import { chinaCalendar as calendar } from './china-holidays.ts'
import { deadlineText, isDeadline, type Deadline } from './deadline.ts'
import { dueDay } from './due-day.ts'

function due(
  start: string,
  count: number,
  unit: Deadline['unit'],
  sessions: readonly string[] = [],
) {
  const rule = { count, unit, from: 'receipt' } as const
  return dueDay({ start: day(start), rule, calendar, sessions: sessions.map(day) })
}

describe('a time limit', () => {
  it('does not count its first day', () => {
    expect(due('2026-03-02', 15, 'day').due).toBe('2026-03-17')
  })

  it.each([
    ['2026-03-02', 1, '2026-04-02'],
    ['2026-07-31', 2, '2026-09-30'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-05-20', 3, '2026-08-20'],
  ])(
    'of months from %s, %i of them, ends on the corresponding date or month end',
    (from, n, to) => {
      expect(due(from, n, 'month').due).toBe(to)
    },
  )

  it('moves on from a weekend', () => {
    expect(due('2026-03-06', 15, 'day').due).toBe('2026-03-23')
  })

  it('moves on over a whole holiday', () => {
    expect(due('2026-09-20', 12, 'day').due).toBe('2026-10-08')
    expect(due('2026-01-16', 1, 'month').due).toBe('2026-02-24')
  })

  it('ends on a Saturday that is worked', () => {
    expect(due('2026-02-13', 15, 'day').due).toBe('2026-02-28')
    expect(due('2026-04-29', 10, 'day').due).toBe('2026-05-09')
  })

  it('of working days leaves out weekends and holidays and counts make-up days', () => {
    expect(due('2026-09-18', 1, 'workday').due).toBe('2026-09-20')
    expect(due('2026-09-30', 2, 'workday').due).toBe('2026-10-09')
    expect(due('2026-09-30', 3, 'workday').due).toBe('2026-10-10')
    expect(due('2025-01-24', 3, 'workday').due).toBe('2025-02-05')
  })

  it('falls on a fixed session where one is fixed', () => {
    const sessions = ['2026-06-26', '2026-04-28', '2026-03-02']
    expect(due('2026-03-02', 1, 'session', sessions)).toMatchObject({
      due: '2026-04-28',
      provisional: false,
    })
    expect(due('2026-03-02', 2, 'session', sessions).due).toBe('2026-06-26')
  })

  it('leaves the day open for a session nobody has fixed, and says so', () => {
    const next = due('2026-03-02', 2, 'session', ['2026-04-28'])
    expect(next).toMatchObject({ due: '2026-06-29', provisional: true })
    expect(next.words.zh).toContain('会议日期尚未确定，期限待定')
  })

  it('is provisional where the year is not announced, and only there', () => {
    expect(due('2026-12-01', 15, 'day').provisional).toBe(false)
    const open = due('2026-12-25', 10, 'workday')
    expect(open.provisional).toBe(true)
    expect(open.words.zh).toContain('暂按周末推算')
    expect(due('2026-12-25', 1, 'month').provisional).toBe(true)
    expect(due('2024-12-20', 1, 'month').provisional).toBe(false)
    expect(due('2024-12-20', 20, 'workday').provisional).toBe(true)
  })

  it('shows the rule, the end and the move', () => {
    expect(due('2026-03-06', 15, 'day').words).toEqual({
      zh: '自收到之日起15日内：自2026年3月6日（收到之日）的次日起算，期满之日为2026年3月21日。该日为休息日（周六），顺延至2026年3月23日。',
      en: '15 days from receipt: counted from the day after 2026-03-06, ending on 2026-03-21. That is a rest day, so it moves to 2026-03-23.',
    })
  })
})

describe('the words of a time limit', () => {
  it.each([
    [{ count: 3, unit: 'month', from: 'handOver' }, '自交办之日起3个月内'],
    [{ count: 10, unit: 'workday', from: 'receipt' }, '自收到之日起10个工作日内'],
    [{ count: 1, unit: 'session', from: 'verdict' }, '自测评之日起，在下一次常委会会议上'],
  ] as const)('%j reads %s', (rule, text) => {
    expect(deadlineText(rule).zh).toBe(text)
  })

  it.each([
    { count: 0, unit: 'day', from: 'receipt' },
    { count: 1.5, unit: 'day', from: 'receipt' },
    { count: 9999, unit: 'day', from: 'receipt' },
    { count: 1, unit: 'year', from: 'receipt' },
    { count: 1, unit: 'day', from: 'birth' },
    { unit: 'day', from: 'receipt' },
    null,
    'soon',
  ])('%j is no time limit', (raw) => {
    expect(isDeadline(raw)).toBe(false)
  })
})

describe('before a meeting', () => {
  it('counts back, and never lands on a rest day or too late', () => {
    const meeting = day('2026-10-28')
    const latest = (count: number, unit: 'day' | 'month') =>
      latestDayBefore(meeting, { count, unit }, calendar).latest
    expect([latest(7, 'day'), latest(10, 'day'), latest(20, 'day'), latest(2, 'month')]).toEqual([
      '2026-10-21',
      '2026-10-16',
      '2026-10-08',
      '2026-08-28',
    ])
  })
})
