import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CongressId } from '@luoshi/domain/kernel/ids'
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
let congress: CongressId

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
  congress = admin.congress
})
afterAll(() => place[Symbol.asyncDispose]())

function signIn(login: string, password: string, address: string, oldToken: string | null = null) {
  return place.identity.signIn({ congress, login, password, from: from(address), oldToken })
}

async function auditOf(login: string) {
  const sql = `select kind, facts from luoshi.security_event where login = $1 or account =
    (select id from luoshi.account where login = $1) order by seq`
  const { rows } = await place.database.owner.query(sql, [login])
  return rows.map(({ kind, facts }) => [kind, facts.why ?? facts.by].filter(Boolean).join(':'))
}

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the login', async () => {
    await person(place, admin, 'anmin')
    const token = tokenOf(await signIn(' AnMin ', goodPassword, '10.2.0.1'))
    expect(await place.identity.principalOf(token)).toMatchObject({ roles: ['clerk'], congress })
    expect(await auditOf('anmin')).toContain('signed-in')
  })

  it('takes full-width letters of an input method for the letters they are', async () => {
    await person(place, admin, 'quanjiao')
    const fullWidth = goodPassword.replace('Oboe', 'Ｏｂｏｅ')
    expect((await signIn('ｑｕａｎjiao', fullWidth, '10.2.0.2')).ok).toBe(true)
  })

  it('opens nothing without the password', async () => {
    await person(place, admin, 'wumi')
    for (const wrong of ['', goodPassword.slice(1)]) {
      const refusal = refusalOf(await signIn('wumi', wrong, '10.2.0.3'))
      expect(refusal.code).toBe('wrong-login-or-password')
    }
    const { rows } = await place.database.owner.query(
      `select from luoshi.session where address = '10.2.0.3'`,
    )
    expect(rows).toHaveLength(0)
  })

  it('opens nothing to an invited account, whatever is typed', async () => {
    const asked = {
      login: 'invitee',
      name: '某人',
      roles: ['clerk'],
      unit: null,
      official: null,
    } as const
    valueOf(await place.identity.invite(admin, asked, from()))
    const refusal = refusalOf(await signIn('invitee', '', '10.2.0.4'))
    expect(refusal.code).toBe('wrong-login-or-password')
  })

  it('gives a new token each time, and ends the session the browser came with', async () => {
    const first = await person(place, admin, 'fixated')
    const token = tokenOf(await signIn('fixated', goodPassword, '10.2.0.5', first.token))
    expect(token).not.toBe(first.token)
    expect(await place.identity.principalOf(first.token)).toBeNull()
    expect(await place.identity.principalOf(token)).not.toBeNull()
  })

  it('never takes a token that a browser proposes', async () => {
    expect(await place.identity.principalOf('A'.repeat(43))).toBeNull()
    expect(await place.identity.principalOf("' or true --")).toBeNull()
  })

  it('keeps no token and no password in the database', async () => {
    const { token } = await person(place, admin, 'hushed')
    const { rows } = await place.database.owner.query(
      `select query_to_xml('select * from luoshi.session', true, false, '')::text
         || query_to_xml('select * from luoshi.account', true, false, '')::text
         || query_to_xml('select * from luoshi.security_event', true, false, '')::text as dump`,
    )
    expect(rows[0].dump).toContain('hushed')
    expect(rows[0].dump).not.toContain(token)
    expect(rows[0].dump).not.toContain(Buffer.from(token).toString('base64'))
    expect(rows[0].dump).not.toContain(goodPassword)
  })
})

describe('locking', () => {
  it('locks an account after 5 failures from 12 different addresses', async () => {
    await person(place, admin, 'besieged')
    const codes: string[] = []
    for (let n = 1; n <= 12; n += 1) {
      codes.push(refusalOf(await signIn('besieged', `wrong-${n}`, `10.3.0.${n}`)).code)
    }
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong-login-or-password'),
      ...Array.from({ length: 7 }, () => 'locked'),
    ])
    const right = refusalOf(await signIn('besieged', goodPassword, '10.3.0.99'))
    expect(right).toMatchObject({ code: 'locked', by: 'login' })
    expect(await auditOf('besieged')).toContain('locked:login')
  })

  it('opens again after 15 minutes, and counts afresh', async () => {
    await person(place, admin, 'patient')
    for (let n = 1; n <= 5; n += 1) await signIn('patient', 'wrong', `10.4.0.${n}`)
    place.tick(14)
    expect((await signIn('patient', goodPassword, '10.4.0.9')).ok).toBe(false)
    place.tick(1)
    expect(refusalOf(await signIn('patient', 'wrong', '10.4.0.9')).code).toBe(
      'wrong-login-or-password',
    )
    expect((await signIn('patient', goodPassword, '10.4.0.9')).ok).toBe(true)
  })

  it('locks an address that tries five logins, but not those logins', async () => {
    await person(place, admin, 'bystander')
    for (let n = 1; n <= 5; n += 1) await signIn(`guess-${n}`, 'wrong', '10.5.0.1')
    const refusal = refusalOf(await signIn('bystander', goodPassword, '10.5.0.1'))
    expect(refusal).toMatchObject({ code: 'locked', by: 'address' })
    expect((await signIn('bystander', goodPassword, '10.5.0.2')).ok).toBe(true)
  })

  it('locks a login that does not exist just the same', async () => {
    const codes: string[] = []
    for (let n = 1; n <= 6; n += 1) {
      codes.push(refusalOf(await signIn('nobody', 'wrong', `10.6.0.${n}`)).code)
    }
    expect(codes.slice(3)).toEqual(['wrong-login-or-password', 'wrong-login-or-password', 'locked'])
  })

  it('lets no more than five of twenty guesses through when they come at once', async () => {
    await person(place, admin, 'stormed')
    const many = Array.from({ length: 20 }, (_, n) => signIn('stormed', 'wrong', `10.7.0.${n}`))
    const codes = (await Promise.all(many)).map((one) => refusalOf(one).code)
    expect(codes.filter((code) => code === 'wrong-login-or-password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'locked')).toHaveLength(15)
  })

  it('forgets the failures of a login when its owner comes in', async () => {
    await person(place, admin, 'clumsy')
    for (let n = 1; n <= 4; n += 1) await signIn('clumsy', 'wrong', `10.8.0.${n}`)
    expect((await signIn('clumsy', goodPassword, '10.8.0.8')).ok).toBe(true)
    for (let n = 1; n <= 4; n += 1) {
      const refusal = refusalOf(await signIn('clumsy', 'wrong', `10.8.1.${n}`))
      expect(refusal.code).toBe('wrong-login-or-password')
    }
  })

  it('is undone by an administrator, on the record', async () => {
    await person(place, admin, 'freed')
    for (let n = 1; n <= 5; n += 1) await signIn('freed', 'wrong', `10.9.0.${n}`)
    const listed = valueOf(await place.identity.accounts(admin)).find((a) => a.login === 'freed')
    expect(listed?.status).toBe('locked')
    if (listed === undefined) return
    const unlocked = valueOf(await place.identity.unlock(admin, listed.id, from()))
    expect(unlocked.status).toBe('active')
    expect((await signIn('freed', goodPassword, '10.9.0.9')).ok).toBe(true)
    expect(await auditOf('freed')).toContain('unlocked')
  })
})
