/** The audit read by the one who may: filtered, page by page, taken away as a file; and what administrators do to others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '@luoshi/domain/kernel/day'
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
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
  for (const login of ['ahead', 'behind']) {
    await person(place, admin, login)
    for (let n = 0; n < 3; n += 1) {
      const wrong = { congress: admin.congress, login, password: 'no', oldToken: null }
      await place.identity.signIn({ ...wrong, from: from(`10.50.0.${n}`) })
    }
  }
})
afterAll(() => place[Symbol.asyncDispose]())

const read = async (
  asked: Parameters<Place['identity']['audit']>[1],
  before: number | null = null,
  limit = 100,
) => valueOf(await place.identity.audit(admin, asked, before, limit))

describe('the audit', () => {
  it('is filtered by person, kind, address and day, and each filter leaves the others out', async () => {
    const failed = await read({ kind: 'sign-in-failed' })
    expect(failed.rows).toHaveLength(6)
    expect((await read({ kind: 'sign-in-failed', person: 'ahead' })).rows).toHaveLength(3)
    expect((await read({ person: '10.50.0.1' })).rows).toHaveLength(2)
    expect((await read({ person: 'nobody here' })).rows).toHaveLength(0)
    expect((await read({ person: '闻人' })).rows.length).toBeGreaterThan(2)
    const today = day('2026-11-02')
    expect((await read({ kind: 'sign-in-failed', from: today, until: today })).rows).toHaveLength(6)
    expect((await read({ until: day('2026-11-01') })).rows).toHaveLength(0)
    expect((await read({ from: day('2026-11-03') })).rows).toHaveLength(0)
  })

  it('comes page by page by the last row’s number, none twice and none left out', async () => {
    const all = await read({})
    const seen: number[] = []
    let before: number | null = null
    do {
      const sheet = await read({}, before, 4)
      seen.push(...sheet.rows.map(({ seq }) => seq))
      before = sheet.next
    } while (before !== null)
    expect(seen).toEqual(all.rows.map(({ seq }) => seq))
  })

  it('names people, and is taken away whole and on the record', async () => {
    const taken = valueOf(await place.identity.exportAudit(admin, { kind: 'invited' }, from()))
    const rows = []
    for await (const sheet of taken) rows.push(...sheet)
    expect(rows.map(({ account }) => account)).toEqual(['巫马宁（behind）', '巫马宁（ahead）'])
    const [latest] = (await read({}, null, 1)).rows
    expect(latest).toMatchObject({ kind: 'audit-exported', facts: { kind: 'invited' } })
  })

  it('is nobody else’s', async () => {
    const clerk = await principal(place, (await person(place, admin, 'curious')).token)
    expect(refusalOf(await place.identity.audit(clerk, {}, null, 1)).code).toBe('role-forbids')
    expect(refusalOf(await place.identity.exportAudit(clerk, {}, from())).code).toBe('role-forbids')
  })
})

describe('the security administrator', () => {
  it('sees where somebody is signed in and ends it, on the record', async () => {
    const { token } = await person(place, admin, 'abroad')
    const { account } = await principal(place, token)
    const lines = valueOf(await place.identity.sessionsOfAccount(admin, account))
    expect(lines).toHaveLength(1)
    valueOf(await place.identity.endSessionsOfAccount(admin, account, from()))
    expect(await place.identity.principalOf(token)).toBeNull()
    expect((await read({ person: 'abroad', kind: 'session-ended' })).rows).toHaveLength(1)
    const clerk = await principal(place, (await person(place, admin, 'meddler')).token)
    for (const done of [
      await place.identity.sessionsOfAccount(clerk, account),
      await place.identity.endSessionsOfAccount(clerk, account, from()),
      await place.identity.removeFactors(clerk, account, from()),
    ]) {
      expect(refusalOf(done).code).toBe('role-forbids')
    }
  })

  it('removes the second factor of somebody who lost it, and never their own', async () => {
    const { token } = await person(place, admin, 'loser')
    const session = await place.identity.sessionOf(token)
    if (session === null) throw new Error('No session')
    valueOf(await place.identity.newRecoveryCodes(session, goodPassword, from('10.51.0.1')))
    valueOf(await place.identity.removeFactors(admin, session.own.account, from()))
    expect(await place.identity.sessionOf(token)).toBeNull()
    const asked = { congress: admin.congress, login: 'loser', password: goodPassword }
    const again = await place.identity.signIn({ ...asked, oldToken: null, from: from('10.51.0.2') })
    expect(await place.identity.sessionOf(tokenOf(again))).not.toBeNull()
    const own = await place.identity.removeFactors(admin, admin.account, from())
    expect(refusalOf(own).code).toBe('not-yourself')
  })
})
