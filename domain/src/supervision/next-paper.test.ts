import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { chaseLevels } from './chase.ts'
import { nextPaper, type Chased } from './next-paper.ts'
import { occasionOf } from './occasion.ts'

const today = day('2026-05-20')
const late: Chased = { daysLate: 5, silentDays: 0, lastActed: day('2026-04-01'), lastChase: null }
const chased = (level: (typeof chaseLevels)[number], daysAgo: number): Chased => {
  return { ...late, lastChase: { on: addDays(today, -daysAgo), level } }
}

describe('the next paper of the ladder', () => {
  it('is none while nothing is late or silent', () => {
    expect(nextPaper({ ...late, daysLate: 0 }, 7, today)).toBeNull()
  })

  it('begins with 催办 and goes up one rung when the last one had its days', () => {
    expect(nextPaper(late, 7, today)).toBe('reminder')
    expect(nextPaper(chased('reminder', 6), 7, today)).toBeNull()
    expect(nextPaper(chased('reminder', 7), 7, today)).toBe('notice')
    expect(nextPaper(chased('notice', 7), 7, today)).toBe('listed')
    expect(nextPaper(chased('listed', 7), 7, today)).toBe('chairs')
  })

  it('ends at the chairs: what is above is theirs to decide', () => {
    expect(nextPaper(chased('chairs', 30), 7, today)).toBeNull()
  })

  it('begins anew when the unit has done something since', () => {
    expect(nextPaper({ ...chased('notice', 20), lastActed: addDays(today, -1) }, 7, today)).toBe(
      'reminder',
    )
  })
})

it('an occasion has one name however many days it lasts', () => {
  expect([7, 4, 2].map((days) => occasionOf('due', days))).toEqual(['soon', 'soon', 'soon'])
  expect(occasionOf('due', 1)).toBe('last')
  expect([1, 7, 8].map((days) => occasionOf('late', days))).toEqual(['late0', 'late0', 'late1'])
  expect([31, 59, 60].map((days) => occasionOf('silent', days))).toEqual([
    'silent1',
    'silent1',
    'silent2',
  ])
})
