import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, type Instant } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { adminModes, adminRoles, standingRoles, type AdminMode } from './admin-separation.ts'
import { dormantAccounts, type UsedAccount } from './dormant-accounts.ts'
import { roles, type Role } from './roles.ts'

const cutoff = instant('2026-08-01T00:00:00.000Z')
const onDay = (n: number): Instant => instant(new Date(Date.UTC(2026, 6, n)).toISOString())
const account = (n: number, held: readonly Role[], day: number): UsedAccount => ({
  account: idOf('account', `account_no${String(n).padStart(4, '0')}`),
  roles: held,
  lastUsed: onDay(day),
})

describe('an account nobody uses', () => {
  it('is suspended; one used on the day of the cutoff is not', () => {
    const all = [account(1, ['admin'], 60), account(2, ['clerk'], 31), account(3, ['member'], 32)]
    expect(dormantAccounts('together', all, cutoff)).toEqual([all[1]?.account])
  })

  it('of the last administrator stays, also where three of them are apart', () => {
    const all = [account(1, ['admin'], 1), account(2, ['admin'], 2), account(3, ['auditAdmin'], 1)]
    expect(dormantAccounts('separate', all, cutoff)).toEqual([all[0]?.account])
    // Together, the administrator who stays reads the audit as well.
    expect(dormantAccounts('together', all, cutoff)).toEqual([all[0]?.account, all[2]?.account])
  })
})

const held = fc.oneof(
  fc.constantFrom<readonly Role[]>(['admin'], ['securityAdmin'], ['auditAdmin']),
  fc.constantFrom(...roles).map((role): readonly Role[] => [role]),
  fc.constant<readonly Role[]>([]),
)
const many = fc.array(fc.tuple(held, fc.nat({ max: 60 })), { maxLength: 12, size: 'max' })

const covered = (mode: AdminMode, some: readonly UsedAccount[]) =>
  adminRoles.filter((role) => some.some((one) => standingRoles(mode, one.roles).includes(role)))

it('whoever is there, nobody awake goes, nobody dormant stays without need, and no administrator’s work is left undone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...adminModes), many, (mode, drawn) => {
      const all = drawn.map(([has, day], n) => account(n, has, day))
      const gone = new Set(dormantAccounts(mode, all, cutoff))
      const left = all.filter((one) => !gone.has(one.account))
      expect(covered(mode, left)).toEqual(covered(mode, all))
      expect(all.filter((one) => one.lastUsed >= cutoff && gone.has(one.account))).toEqual([])
      for (const stays of left.filter((one) => one.lastUsed < cutoff)) {
        const without = left.filter((one) => one !== stays)
        expect(covered(mode, without)).not.toEqual(covered(mode, all))
      }
    }),
  )
})
