import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import {
  adminModes,
  adminRoles,
  isAdminRole,
  rolesFault,
  separationRefusal,
  standingRoles,
} from './admin-separation.ts'
import { may } from './rights.ts'
import { roles, type Role } from './roles.ts'

const holder = (name: string, ...held: readonly Role[]) => ({
  account: idOf('account', 'account_someone'),
  name,
  roles: held,
})
const three = [holder('甲', 'admin'), holder('乙', 'securityAdmin'), holder('丙', 'auditAdmin')]

describe('three administrators', () => {
  it('are one person in a small office', () => {
    expect(standingRoles('together', ['admin'])).toEqual(adminRoles)
    expect(standingRoles('together', ['auditAdmin'])).toEqual(['auditAdmin'])
    expect(standingRoles('together', ['clerk'])).toEqual(['clerk'])
  })

  it('are three people once they are apart, and none of them can grant and hide', () => {
    for (const role of adminRoles) {
      const actor = { roles: standingRoles('separate', [role]), unit: null }
      const can = (['InviteAccount', 'GrantRoles', 'ReadAudit'] as const).filter((command) =>
        may(actor, command, null),
      )
      expect(can).toHaveLength(1)
    }
  })

  it('never handle matters, in whichever way they are kept', () => {
    const held = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...adminModes), held, (mode, some) => {
        fc.pre(rolesFault(mode, some) === null && some.some(isAdminRole))
        const actor = { roles: standingRoles(mode, some), unit: null }
        expect(may(actor, 'OpenMatter', null) || may(actor, 'JudgeMatter', null)).toBe(false)
      }),
    )
  })

  it('are not taken apart while one holds two, and he is named', () => {
    const refusal = separationRefusal([...three, holder('闻人素', 'admin', 'auditAdmin')])
    expect(refusal).toEqual({ code: 'holds-several', names: ['闻人素'] })
  })

  it('are not taken apart while a post is vacant', () => {
    expect(separationRefusal(three.slice(0, 2))).toEqual({
      code: 'nobody-holds',
      roles: ['auditAdmin'],
    })
    expect(separationRefusal(three)).toBeNull()
  })
})
