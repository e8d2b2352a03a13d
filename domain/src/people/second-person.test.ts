import { describe, expect, it } from 'vitest'
import { instant } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { may } from './rights.ts'
import { roles } from './roles.ts'
import { guardedActs, secondPersonFault, secondPersons } from './second-person.ts'

const [admin, security] = [idOf('account', 'account_admin'), idOf('account', 'account_security')]
const now = instant('2026-11-02T01:00:00.000Z')
const waiting = { askedBy: admin, endsAt: instant('2026-11-09T01:00:00.000Z'), isOver: false }

describe('an act that takes two', () => {
  it('is approved or refused by another one than who asked, and taken back by nobody else', () => {
    expect(secondPersonFault(waiting, 'approve', security, now)).toBeNull()
    expect(secondPersonFault(waiting, 'refuse', security, now)).toBeNull()
    expect(secondPersonFault(waiting, 'approve', admin, now)?.code).toBe('act-same-person')
    expect(secondPersonFault(waiting, 'withdraw', admin, now)).toBeNull()
    expect(secondPersonFault(waiting, 'withdraw', security, now)?.code).toBe('act-not-yours')
  })

  it('is decided once, within its days', () => {
    const over = { ...waiting, isOver: true }
    expect(secondPersonFault(over, 'approve', security, now)?.code).toBe('act-over')
    expect(secondPersonFault(waiting, 'approve', security, waiting.endsAt)?.code).toBe('act-over')
  })

  it('is never approved by somebody of the trade, nor by the one who only reads the audit', () => {
    for (const act of guardedActs)
      for (const role of roles.filter((one) => one !== 'admin' && one !== 'securityAdmin'))
        expect(may({ roles: [role], unit: null }, secondPersons[act], null), `${act} ${role}`).toBe(
          false,
        )
  })
})
