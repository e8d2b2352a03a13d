import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import {
  adminModes,
  adminRoles,
  isAdminRole,
  mayGrantOneself,
  modeRefusal,
  rolesFault,
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

  it('are the clerk as well in an office of one, and nothing else of the trade', () => {
    expect(rolesFault('alone', ['admin', 'clerk'])).toBeNull()
    expect(standingRoles('alone', ['admin', 'clerk'])).toEqual([
      'admin',
      'clerk',
      ...adminRoles.slice(1),
    ])
    for (const mode of ['together', 'separate'] as const)
      expect(rolesFault(mode, ['admin', 'clerk'])).toBe('admin-with-others')
    for (const role of roles.filter((one) => !isAdminRole(one) && one !== 'clerk'))
      expect(rolesFault('alone', ['admin', 'clerk', role])).toBe('admin-with-others')
  })

  it('grant nothing to themselves, but the clerk’s work in an office of one', () => {
    expect(mayGrantOneself('alone', ['admin'], ['admin', 'clerk'])).toBe(true)
    expect(mayGrantOneself('alone', ['admin', 'clerk'], ['admin'])).toBe(true)
    expect(mayGrantOneself('alone', ['admin'], ['clerk'])).toBe(false)
    expect(mayGrantOneself('alone', ['admin'], ['admin', 'auditAdmin'])).toBe(false)
    expect(mayGrantOneself('alone', ['clerk'], ['clerk', 'admin'])).toBe(false)
    expect(mayGrantOneself('alone', ['admin'], ['admin', 'member'])).toBe(false)
    for (const mode of ['together', 'separate'] as const)
      expect(mayGrantOneself(mode, ['admin'], ['admin', 'clerk'])).toBe(false)
  })

  it('never handle matters, but where the office is one person', () => {
    const held = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.constantFrom(...adminModes.filter((one) => one !== 'alone')),
        held,
        (mode, some) => {
          fc.pre(rolesFault(mode, some) === null && some.some(isAdminRole))
          const actor = { roles: standingRoles(mode, some), unit: null }
          expect(may(actor, 'OpenMatter', null) || may(actor, 'JudgeMatter', null)).toBe(false)
        },
      ),
    )
  })

  it('are not taken apart while one holds two, and he is named', () => {
    const all = [...three, holder('闻人素', 'admin', 'auditAdmin')]
    const refusal = modeRefusal('separate', all, all)
    expect(refusal).toEqual({ code: 'holds-several', names: ['闻人素'] })
  })

  it('are not taken apart while a post is vacant', () => {
    expect(modeRefusal('separate', three, three.slice(0, 2))).toEqual({
      code: 'nobody-holds',
      roles: ['auditAdmin'],
    })
    expect(modeRefusal('separate', three, three)).toBeNull()
  })

  it('are no office of one any more only when nobody is clerk and administrator still', () => {
    const both = holder('秦小满', 'admin', 'clerk')
    for (const mode of ['together', 'separate'] as const)
      expect(modeRefusal(mode, [both], [])).toMatchObject({ code: 'holds-several' })
    expect(modeRefusal('alone', [both], [])).toBeNull()
    expect(modeRefusal('together', three, [])).toBeNull()
  })
})
