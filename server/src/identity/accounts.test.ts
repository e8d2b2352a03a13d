import { isAdminRole } from '@luoshi/domain/people/admin-separation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '@luoshi/domain/kernel/ids'
import { roles } from '@luoshi/domain/people/roles'
import type { Principal } from './principal.ts'
import {
  founded,
  from,
  goodPassword,
  identityPlace,
  person,
  principal,
  refusalOf,
  tokenOf,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

let place: Place
let admin: Principal

beforeAll(async () => {
  const unitName = () => Promise.resolve('柳湾镇政府')
  place = await identityPlace({ unitName })
  admin = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

const unit = idOf('unit', 'unit_liuwan')
const official = idOf('official', 'official_liuwan')
const plain = { login: 'somebody', name: '某某', unit: null, official: null }

async function sql(text: string, ...values: unknown[]) {
  return (await place.database.owner.query(text, values)).rows
}

describe('an account', () => {
  it.each([
    [{ ...plain, roles: ['admin', 'clerk'] as const }, 'admin-with-others'],
    [{ ...plain, roles: [] }, 'roles-missing'],
    [{ ...plain, roles: ['unitStaff'] as const }, 'unit-missing'],
    [{ ...plain, roles: ['official'] as const, unit }, 'official-missing'],
    [{ ...plain, roles: ['clerk'] as const, official }, 'official-missing'],
    [{ ...plain, roles: ['clerk'] as const, login: '两个字' }, 'login-unfit'],
    [{ ...plain, roles: ['clerk'] as const, name: ' ' }, 'name-unfit'],
    [{ ...plain, roles: ['clerk'] as const, login: 'WENREN' }, 'login-taken'],
  ])('is not made of %j: %s', async (asked, code) => {
    expect(refusalOf(await place.identity.invite(admin, asked, from())).code).toBe(code)
  })

  it('may not take the name of its unit for a password', async () => {
    const asked = { ...plain, login: 'liuwan', roles: ['official'] as const, unit, official }
    const { token } = valueOf(await place.identity.invite(admin, asked, from()))
    const password = '柳湾镇政府-Kx9-vRq'
    const refusal = refusalOf(
      await place.identity.acceptInvitation({ token, password, from: from() }),
    )
    expect(refusal).toMatchObject({ code: 'password-unfit', faults: [{ code: 'about-owner' }] })
  })

  it('is managed by administrators alone', async () => {
    for (const role of roles.filter((one) => !isAdminRole(one))) {
      const by: Principal = { ...admin, account: idOf('account', 'account_other'), roles: [role] }
      const tries = [
        place.identity.accounts(by),
        place.identity.invite(by, { ...plain, roles: ['clerk'] }, from()),
        place.identity.inviteAgain(by, admin.account, from()),
        place.identity.suspend(by, admin.account, from()),
        place.identity.unlock(by, admin.account, from()),
        place.identity.auditTrail(by, null, 10),
      ]
      for (const answer of await Promise.all(tries)) {
        expect(refusalOf(answer).code).toBe('role-forbids')
      }
    }
  })

  it('is never suspended or invited by itself', async () => {
    const { identity } = place
    expect(refusalOf(await identity.suspend(admin, admin.account, from())).code).toBe(
      'not-yourself',
    )
    expect(refusalOf(await identity.inviteAgain(admin, admin.account, from())).code).toBe(
      'not-yourself',
    )
  })

  it('loses its sessions and links when suspended, and gets in again when reinstated', async () => {
    const { identity } = place
    const { token, congress } = await person(place, admin, 'leaver')
    const { account } = await principal(place, token)
    const again = valueOf(await identity.inviteAgain(admin, account, from()))
    expect(valueOf(await identity.suspend(admin, account, from())).status).toBe('suspended')
    expect(await identity.principalOf(token)).toBeNull()
    expect(await identity.readInvitation(again.token)).toBeNull()
    const asked = {
      congress,
      login: 'leaver',
      password: goodPassword,
      from: from(),
      oldToken: null,
    }
    expect(refusalOf(await identity.signIn(asked)).code).toBe('account-suspended')
    const wrong = await identity.signIn({ ...asked, password: 'wrong' })
    expect(refusalOf(wrong).code).toBe('wrong-login-or-password')
    expect(valueOf(await identity.unlock(admin, account, from())).status).toBe('active')
    expect((await identity.signIn(asked)).ok).toBe(true)
    const kinds = await sql('select kind from luoshi.security_event where account = $1', account)
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['suspended', 'reinstated']),
    )
  })

  it('has one invitation at a time, which ends after three days', async () => {
    const { identity } = place
    const asked = { ...plain, login: 'slow', roles: ['clerk'] as const }
    const first = valueOf(await identity.invite(admin, asked, from()))
    const second = valueOf(await identity.inviteAgain(admin, first.account.id, from()))
    expect(await identity.readInvitation(first.token)).toBeNull()
    expect(await identity.readInvitation(second.token)).toMatchObject({ login: 'slow' })
    place.tick(72 * 60)
    expect(await identity.readInvitation(second.token)).toBeNull()
    admin = await principal(place, await adminToken())
  })
})

async function adminToken(): Promise<string> {
  const asked = { congress: admin.congress, login: 'wenren', password: goodPassword }
  return tokenOf(await place.identity.signIn({ ...asked, from: from('10.9.9.9'), oldToken: null }))
}

describe('changing a password', () => {
  const nth = (n: number) => `第${n}把-Harp-松针-8${n}`

  it('refuses the last five, and takes the sixth', async () => {
    let { token } = await person(place, admin, 'changer')
    const change = async (present: string, wanted: string) => {
      const session = await place.identity.sessionOf(token)
      if (session === null) throw new Error('Signed out')
      return place.identity.changePassword(session, { present, wanted, from: from('10.9.1.1') })
    }
    let present = goodPassword
    for (let n = 1; n <= 5; n += 1) {
      const reused = refusalOf(await change(present, goodPassword))
      expect(reused).toMatchObject({ faults: [{ code: 'used-before' }] })
      token = valueOf(await change(present, nth(n)))
      place.tick(1)
      present = nth(n)
    }
    token = valueOf(await change(present, goodPassword))
    const { account } = await principal(place, token)
    const kept = await sql('select from luoshi.former_password where account = $1', account)
    expect(kept).toHaveLength(4)
  })

  it('ends every other session, and gives this one a new token', async () => {
    const { token, congress } = await person(place, admin, 'elsewhere')
    const asked = { congress, login: 'elsewhere', password: goodPassword, from: from('10.9.2.1') }
    const other = tokenOf(await place.identity.signIn({ ...asked, oldToken: null }))
    const session = await place.identity.sessionOf(token)
    if (session === null) throw new Error('Signed out')
    const change = { present: goodPassword, wanted: nth(9), from: from('10.9.2.1') }
    const renewed = valueOf(await place.identity.changePassword(session, change))
    expect(await place.identity.principalOf(token)).toBeNull()
    expect(await place.identity.principalOf(other)).toBeNull()
    expect(await place.identity.principalOf(renewed)).not.toBeNull()
  })

  it('may not be guessed at from a stolen session', async () => {
    const { token } = await person(place, admin, 'stolen')
    const session = await place.identity.sessionOf(token)
    if (session === null) throw new Error('Signed out')
    const codes: string[] = []
    for (let n = 1; n <= 6; n += 1) {
      const change = { present: `wrong ${n}`, wanted: nth(1), from: from(`10.9.3.${n}`) }
      codes.push(refusalOf(await place.identity.changePassword(session, change)).code)
    }
    expect(codes.at(4)).toBe('wrong-password')
    expect(codes.at(5)).toBe('locked')
  })
})

describe('the database itself', () => {
  it('lets the application neither change nor delete the audit, nor look into another congress', async () => {
    const { pool } = place.database
    await expect(pool.query('update luoshi.security_event set kind = kind')).rejects.toThrow(
      'permission denied',
    )
    await expect(pool.query('delete from luoshi.security_event')).rejects.toThrow(
      'permission denied',
    )
    await expect(pool.query('truncate luoshi.security_event')).rejects.toThrow('permission denied')
    await expect(pool.query('update luoshi.account set login = id')).rejects.toThrow(
      'permission denied',
    )
    await expect(pool.query('delete from luoshi.account')).rejects.toThrow('permission denied')
    for (const table of ['account', 'security_event', 'former_password']) {
      const { rows } = await pool.query(`select * from luoshi.${table}`)
      expect(rows).toHaveLength(0)
    }
    const foreign = `select set_config('luoshi.congress', 'congress_other', false)`
    const client = await pool.connect()
    try {
      await client.query(foreign)
      const { rows } = await client.query('select * from luoshi.account')
      expect(rows).toHaveLength(0)
    } finally {
      client.release(true)
    }
  })

  it('does not let even its owner rewrite the audit in passing', async () => {
    await expect(sql('delete from luoshi.security_event')).rejects.toThrow('append-only')
  })

  it('gives the administrator the audit, newest first, by pages', async () => {
    const first = valueOf(await place.identity.auditTrail(admin, null, 3))
    const [, , last] = first
    if (last === undefined) throw new Error('Too few')
    const second = valueOf(await place.identity.auditTrail(admin, last.seq, 3))
    const seqs = [...first, ...second].map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a))
    expect(first[0]).toMatchObject({ address: expect.any(String), request: 'test' })
  })
})
