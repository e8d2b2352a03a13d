import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { Principal } from './principal.ts'
import { securityEventKinds } from '../contract/security-event-labels.ts'
import {
  founded,
  from,
  goodPassword,
  identityPlace,
  person,
  principal,
  tokenOf,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

let place: Place
let admin: Principal

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

describe('the audit', () => {
  it('has a row for everything that happens to accounts, with when, who, whence and request', async () => {
    const { identity } = place
    const { congress } = admin
    const { token } = await person(place, admin, 'busybody')
    const session = await identity.sessionOf(token)
    if (session === null) throw new Error('Signed out')
    const { account } = session.principal
    const address = from('10.20.0.1')
    await identity.changePassword(session, { present: 'no', wanted: 'no', from: address })
    const change = { present: goodPassword, wanted: '另一把-Lute-竹林-41', from: address }
    const renewed = await identity.sessionOf(
      valueOf(await identity.changePassword(session, change)),
    )
    if (renewed === null) throw new Error('Signed out')
    await identity.record(address, {
      kind: 'forged-request',
      outcome: 'refused',
      congress,
      account,
    })
    await identity.signOut(renewed, address)
    for (let n = 0; n < 5; n += 1) {
      const wrong = { congress, login: 'busybody', password: 'no', oldToken: null }
      await identity.signIn({ ...wrong, from: from(`10.20.1.${n}`) })
    }
    await identity.unlock(admin, account, address)
    await identity.suspend(admin, account, address)
    await identity.unlock(admin, account, address)

    const rows = valueOf(await identity.auditTrail(admin, null, 100))
    const seen = new Set(rows.map(({ kind }) => kind))
    // The two that happen where there is no congress, or only in a demo, are read below and in routes.test.ts.
    // Second factors, passkeys, unified identity and deputies have their own tests.
    const elsewhere =
      /^(file-released|file-discarded|file-erased|demo-link-made|setup-link-made|suspended-unused|act-|factor|recovery|passkey|oidc|delegat|acting|roles|rules|session|audit|words|password-expired)/
    const here = securityEventKinds.filter((one) => !elsewhere.test(one))
    expect([...seen].toSorted()).toEqual(here.toSorted())
    for (const row of rows) {
      expect(row.address).not.toBe('')
      expect(row.request).not.toBe('')
      expect(row.at).toMatch(/^2026-11-02T/)
      if (row.outcome === 'done' && row.kind !== 'congress-created' && row.kind !== 'locked') {
        expect(row.actor).not.toBeNull()
      }
    }
    const made = await place.database.owner.query(
      `select congress, address from luoshi.security_event where kind = 'setup-link-made'`,
    )
    expect(made.rows).toEqual([{ congress: null, address: 'console' }])
  })

  it('keeps what strangers typed as plain short text', async () => {
    const login = `\u0000evil\n${'x'.repeat(5000)}`
    const asked = { congress: admin.congress, login, password: '\u0000', oldToken: null }
    await place.identity.signIn({ ...asked, from: from('10.21.0.1') })
    const [row] = valueOf(await place.identity.auditTrail(admin, null, 1))
    expect(row?.login).toMatch(/^evilx+$/)
    expect(row?.login).toHaveLength(100)
  })
})

describe('the way back for a lone administrator', () => {
  it('is a link from the server’s own console, on the record', async () => {
    const { identity } = place
    const token = valueOf(await identity.recover(admin.congress, 'WenRen'))
    expect(await identity.readInvitation(token)).toMatchObject({ login: 'wenren' })
    const password = '新的一把-Gong-溪水-52'
    const again = tokenOf(await identity.acceptInvitation({ token, password, from: from() }))
    const [, , row] = valueOf(await identity.auditTrail(await principal(place, again), null, 3))
    expect(row).toMatchObject({ kind: 'invited', actor: null, address: 'console' })
    const none = await identity.recover(admin.congress, 'nobody')
    expect(none).toMatchObject({ ok: false, refusal: { code: 'account-unknown' } })
    const elsewhere = await identity.recover(idOf('congress', 'congress_other'), 'wenren')
    expect(elsewhere.ok).toBe(false)
  })
})
