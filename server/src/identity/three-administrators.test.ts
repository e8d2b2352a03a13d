/** Three administrators in earnest: who opens, who grants, who looks on; and no way for one to become another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import type { Principal } from './principal.ts'
import { atOnce } from './testing/at-once.ts'
import {
  founded,
  from,
  identityPlace,
  person,
  principal,
  refusalOf,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

let place: Place
let admin: Principal
let security: Principal
let audit: Principal

async function comesIn(login: string, role: Role): Promise<Principal> {
  return principal(place, (await person(place, admin, login, role)).token)
}

async function separate(by: Principal) {
  const { rules } = valueOf(await place.identity.rules(by))
  return place.identity.setRules(by, { ...rules, admins: 'separate' }, from())
}

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

describe('three administrators', () => {
  it('are one in a small office: he opens, grants and looks on, but not for himself', async () => {
    const clerk = await comesIn('clerk', 'clerk')
    const granting = {
      account: clerk.account,
      roles: ['team'],
      unit: null,
      official: null,
    } as const
    const row = valueOf(await place.identity.grantRoles(admin, granting, from()))
    expect(row.roles).toEqual(['team'])
    const own = { ...granting, account: admin.account }
    expect(refusalOf(await place.identity.grantRoles(admin, own, from())).code).toBe('not-yourself')
    expect((await place.identity.auditTrail(admin, null, 1)).ok).toBe(true)
  })

  it('cannot be taken apart while a post is vacant or somebody holds two', async () => {
    expect(refusalOf(await separate(admin))).toEqual({
      code: 'nobody-holds',
      roles: ['securityAdmin', 'auditAdmin'],
    })
    security = await comesIn('security', 'securityAdmin')
    audit = await comesIn('audit', 'auditAdmin')
    const both = ['securityAdmin', 'auditAdmin'] as const
    const granting = { account: audit.account, roles: both, unit: null, official: null }
    valueOf(await place.identity.grantRoles(admin, granting, from()))
    expect(refusalOf(await separate(admin))).toEqual({ code: 'holds-several', names: ['巫马宁'] })
    valueOf(await place.identity.grantRoles(admin, { ...granting, roles: ['auditAdmin'] }, from()))
  })

  it('are three people from the moment they are apart, in sessions open before as well', async () => {
    const { token } = await person(place, admin, 'founder', 'admin')
    valueOf(await separate(security))
    expect(await principal(place, token)).toMatchObject({ roles: ['admin'] })
    admin = { ...admin, roles: ['admin'] }
  })

  it('open accounts without roles, which another grants', async () => {
    const asked = { login: 'newcomer', name: '公孙青', unit: null, official: null }
    const withRole = { ...asked, roles: ['clerk'] as const }
    expect(refusalOf(await place.identity.invite(admin, withRole, from())).code).toBe(
      'roles-not-yours',
    )
    const { account } = valueOf(await place.identity.invite(admin, { ...asked, roles: [] }, from()))
    const granting = { account: account.id, roles: ['clerk'], unit: null, official: null } as const
    for (const by of [admin, audit]) {
      expect(refusalOf(await place.identity.grantRoles(by, granting, from())).code).toBe(
        'role-forbids',
      )
    }
    expect(valueOf(await place.identity.grantRoles(security, granting, from())).roles).toEqual([
      'clerk',
    ])
  })

  it('never become two in one account', async () => {
    const two = ['securityAdmin', 'auditAdmin'] as const
    const granting = { account: audit.account, roles: two, unit: null, official: null }
    expect(refusalOf(await place.identity.grantRoles(security, granting, from())).code).toBe(
      'admins-apart',
    )
    const mixed = { ...granting, roles: ['auditAdmin', 'clerk'] as const }
    expect(refusalOf(await place.identity.grantRoles(security, mixed, from())).code).toBe(
      'admin-with-others',
    )
    const forced = place.database.owner.query(
      `update luoshi.account set roles = '{auditAdmin,clerk}' where login = 'audit'`,
    )
    await expect(forced).rejects.toThrow(/account_roles_apart/)
  })

  it('leave the audit to the one who only reads it', async () => {
    for (const by of [admin, security]) {
      expect(refusalOf(await place.identity.auditTrail(by, null, 1)).code).toBe('role-forbids')
    }
    const rows = valueOf(await place.identity.auditTrail(audit, null, 100))
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['roles-granted', 'rules-set']),
    )
    const target = idOf('account', admin.account)
    expect((await place.identity.suspend(audit, target, from())).ok).toBe(false)
  })

  it('do not set rules over somebody else’s change', async () => {
    const { rules } = valueOf(await place.identity.rules(security))
    valueOf(await place.identity.setRules(security, { ...rules, idleMinutes: 20 }, from()))
    const late = await place.identity.setRules(security, { ...rules, idleMinutes: 60 }, from())
    expect(refusalOf(late).code).toBe('version-conflict')
  })

  it('nor grant roles over what another granted, not even in the same moment', async () => {
    const opening = { login: 'twice', name: '公孙白', roles: [], unit: null, official: null }
    const account = valueOf(await place.identity.invite(admin, opening, from())).account.id
    const seen = { roles: [], unit: null, official: null }
    const granting = (role: Role) => () => {
      const asked = { account, roles: [role], unit: null, official: null, seen }
      return place.identity.grantRoles(security, asked, from())
    }
    const done = await atOnce(place.database, 'account', [granting('clerk'), granting('observer')])
    expect(done.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(['version-conflict'])
    expect(refusalOf(await granting('deputy')()).code).toBe('version-conflict')
    const taken = done.flatMap((one) => (one.ok ? one.value.roles : []))
    const { rows } = await place.database.owner.query<{ roles: string[] }>(
      'select roles from luoshi.account where id = $1',
      [account],
    )
    expect(rows).toEqual([{ roles: taken }])
  })

  it('and of two who set them in the same moment one is told', async () => {
    const { rules } = valueOf(await place.identity.rules(security))
    const both = await atOnce(
      place.database,
      'sign_in_rules',
      [25, 35].map((idleMinutes) => () => {
        return place.identity.setRules(security, { ...rules, idleMinutes }, from())
      }),
    )
    const refused = both.flatMap((one) => (one.ok ? [] : [one.refusal.code]))
    expect(refused).toEqual(['version-conflict'])
    const now = valueOf(await place.identity.rules(security)).rules
    const taken = both.flatMap((one) => (one.ok ? [one.value.rules] : []))
    expect(taken).toEqual([now])
    expect(now.version).toBe(rules.version + 1)
  })
})
