import { addDays, day, type Day } from '@luoshi/domain/kernel/day'
import { awaitsSession } from '@luoshi/domain/matters/limit'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { describe, expect, it } from 'vitest'
import { dueOf } from './due.ts'

const today = day('2026-03-16')
const inDays = (days: number): Day => addDays(today, days)

describe('the due light', () => {
  it('is red the day after, amber on the day and within seven, green later', () => {
    const light = (days: number) =>
      dueOf({ status: 'inProgress', due: inDays(days), planDue: null }, today).light
    expect([-1, 0, 7, 8].map(light)).toEqual(['red', 'amber', 'amber', 'green'])
  })

  it('asks for the plan until it is in, then for the result', () => {
    const days = { due: inDays(30), planDue: inDays(2) }
    expect(dueOf({ status: 'received', ...days }, today)).toMatchObject({ what: 'plan', left: 2 })
    expect(dueOf({ status: 'misassigned', ...days }, today)).toMatchObject({ what: 'plan' })
    expect(dueOf({ status: 'inProgress', ...days }, today)).toMatchObject({ left: 30 })
  })

  it('asks for the result in a round whose plan stands', () => {
    const matter = { status: 'received', due: inDays(9), planDue: null } as const
    expect(dueOf(matter, today)).toMatchObject({ what: 'result', left: 9 })
  })

  it('is off, and says 待定, while the limit waits for a session without a day', () => {
    const open = { due: awaitsSession, planDue: awaitsSession } as const
    expect(dueOf({ status: 'received', ...open }, today)).toEqual({
      light: 'none',
      left: null,
      on: null,
      what: 'plan',
      isOpen: true,
    })
    expect(dueOf({ status: 'submitted', ...open }, today).isOpen).toBe(false)
  })

  it('is off when the unit owes nothing', () => {
    const silent = matterStatuses.filter(
      (status) => dueOf({ status, due: inDays(-5), planDue: inDays(-9) }, today).left === null,
    )
    expect(silent).toEqual([
      'drafted',
      'approved',
      'planned',
      'submitted',
      'verified',
      'satisfied',
      'closed',
      'merged',
      'exited',
    ])
  })
})
