/** Accounts nobody uses, on a real database: closed by themselves, said so at the door, given back; one administrator stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../execute/context.ts'
import { daysLater, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { createIdentity, type Identity } from './identity.ts'
import type { Principal } from './principal.ts'
import { suspendDormant } from './suspend-dormant.ts'
import { cheap, from, goodPassword, refusalOf, tokenOf, valueOf } from './testing/identity-place.ts'

let county: TestCounty
let identity: Identity
let admin: Principal

beforeAll(async () => {
  county = await testCounty(async (pool, clock) => {
    identity = createIdentity({ pool, clock, cost: cheap })
    const asked = { name: '清禾县人大常委会', county: '清禾县', demo: false }
    return value(await identity.createCongress(asked)).id
  })
  admin = await opened('founder', 'admin')
  await opened('clerk', 'clerk')
  await opened('second', 'admin')
})
afterAll(() => county[Symbol.asyncDispose]())

async function opened(login: string, role: 'admin' | 'clerk'): Promise<Principal> {
  const operator = { ...county.as('admin'), roles: ['admin' as const, 'securityAdmin' as const] }
  const asked = { login, name: `某${login}`, roles: [role], unit: null, official: null }
  const { token } = valueOf(await identity.invite(operator, asked, from()))
  const accepted = await identity.acceptInvitation({ token, password: goodPassword, from: from() })
  const found = await identity.principalOf(tokenOf(accepted))
  if (!found) throw new Error('No session')
  return found
}

const signIn = (login: string) =>
  identity.signIn({
    congress: county.congress,
    login,
    password: goodPassword,
    from: from(),
    oldToken: null,
  })

const daysGoBy = (days: number) => daysLater(county.clock, days)

const run = (world: World = county.world) => suspendDormant(world, county.congress)
const listed = async (search: string) =>
  valueOf(await identity.accountsPage(admin, { search })).rows[0]

const bells = async () =>
  county.world.db.rows<{ account: string; facts: unknown }>(county.congress, {
    text: `select account, facts from luoshi.note where cause = 'accountsDormant'`,
    values: [],
  })

describe('an account that nobody uses', () => {
  it('is warned of in the list two weeks before, and left alone until the day', async () => {
    daysGoBy(80)
    expect((await listed('clerk'))?.dormantOn).toBe('2026-05-31')
    expect(await run()).toBe(0)
    valueOf(await signIn('founder'))
    expect((await listed('founder'))?.dormantOn).toBeNull()
  })

  it('is suspended when the days are over; the administrators are told, the audit has each', async () => {
    daysGoBy(11)
    expect(await run()).toBe(2)
    expect(await run()).toBe(0)
    expect(await bells()).toEqual([{ account: admin.account, facts: { count: 2, days: 90 } }])
    expect(await listed('clerk')).toMatchObject({ status: 'suspended', suspendedWhy: 'dormant' })
    const { rows } = await county.database.owner.query(
      `select kind, facts, actor from luoshi.security_event where kind = 'suspended-unused'`,
    )
    expect(rows).toHaveLength(2)
  })

  it('is told so at the door, only to whoever knows the password, and comes in again when given back', async () => {
    expect(refusalOf(await signIn('clerk')).code).toBe('account-dormant')
    const wrong = { congress: county.congress, login: 'clerk', password: 'x', oldToken: null }
    expect(refusalOf(await identity.signIn({ ...wrong, from: from() })).code).toBe(
      'wrong-login-or-password',
    )
    const row = await listed('clerk')
    if (!row) throw new Error('No account')
    const back = valueOf(await identity.unlock(admin, row.id, from()))
    expect(back).toMatchObject({ status: 'active', suspendedWhy: null, dormantOn: null })
    // It counts from the day it was given back: not closed again the same minute.
    expect(await run()).toBe(0)
    expect((await signIn('clerk')).ok).toBe(true)
  })

  it('of the last administrator stays open, however long he was away', async () => {
    daysGoBy(400)
    expect(await run()).toBe(1)
    expect((await signIn('founder')).ok).toBe(true)
    expect(refusalOf(await signIn('clerk')).code).toBe('account-dormant')
  })

  it('stays open where the office has said never', async () => {
    const { rules } = valueOf(await identity.rules(admin))
    valueOf(await identity.setRules(admin, { ...rules, dormantDays: 0 }, from()))
    const row = await listed('clerk')
    if (!row) throw new Error('No account')
    valueOf(await identity.unlock(admin, row.id, from()))
    daysGoBy(400)
    expect(await run()).toBe(0)
    expect((await signIn('clerk')).ok).toBe(true)
  })
})

describe('the list of accounts', () => {
  it('comes fifty a page in the order of logins, none twice and none left out, with how many there are', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `staff${String(n).padStart(2, '0')}`)
    for (const login of many) {
      const asked = {
        login,
        name: `张${login}`,
        roles: ['clerk' as const],
        unit: null,
        official: null,
      }
      valueOf(await identity.invite(admin, asked, from()))
    }
    const first = valueOf(await identity.accountsPage(admin, {}))
    expect(first.rows).toHaveLength(50)
    expect(first.counts).toEqual({ invited: 60, active: 2, suspended: 1 })
    const second = valueOf(await identity.accountsPage(admin, { after: first.next ?? '' }))
    expect(second.next).toBeNull()
    const logins = [...first.rows, ...second.rows].map(({ login }) => login)
    expect(logins).toEqual([...new Set(logins)].toSorted())
    expect(logins).toHaveLength(63)
  })

  it('is searched by a part of login or name, to the letter, and by how accounts stand', async () => {
    const found = async (search: string) => {
      const { rows } = valueOf(await identity.accountsPage(admin, { search }))
      return rows.map(({ login }) => login)
    }
    expect(await found('FF07')).toEqual(['staff07'])
    expect(await found('某founder')).toEqual(['founder'])
    expect(await found('%')).toEqual([])
    const { rows } = valueOf(await identity.accountsPage(admin, { standing: 'suspended' }))
    expect(rows.map(({ login }) => login)).toEqual(['second'])
  })

  it('is for whoever keeps the accounts', async () => {
    expect(refusalOf(await identity.accountsPage(county.as('clerk'), {})).code).toBe('role-forbids')
  })
})
