/** Sensitive acts ask for the second factor anew: over HTTP, with a code of an app, and only of those who have one. */
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from './principal.ts'
import { browser, siteOf } from './testing/browser.ts'
import {
  founded,
  from,
  goodPassword,
  identityPlace,
  person,
  principal,
  valueOf,
  type Place,
} from './testing/identity-place.ts'
import type { LiveSession } from './sessions.ts'

let place: Place
let admin: Principal
let token: string
let secret: Buffer

beforeAll(async () => {
  place = await identityPlace()
  token = (await founded(place)).token
  admin = await principal(place, token)
})
afterAll(() => place[Symbol.asyncDispose]())

async function live(): Promise<LiveSession> {
  const session = await place.identity.sessionOf(token)
  if (session === null) throw new Error('No such session')
  return session
}

function codeNow(stepsOn = 0): string {
  const timestamp = Date.parse(place.identity.now()) + stepsOn * 30_000
  return new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate({
    timestamp,
  })
}

/** As the console sends it. */
async function send(path: string, sent: unknown = {}) {
  const user = browser(siteOf(place.identity))
  user.jar.set('luoshi-8080', token)
  const answer = await user.sendJson(path, sent, { 'x-luoshi-csrf': (await live()).csrf })
  const body: unknown = await answer.json()
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
  return { status: answer.status, code, body }
}

const removing = (account: string) => send(`/api/v1/accounts/${account}/factors/remove`)

describe('a sensitive act', () => {
  it('goes on without more where the person has no second factor', async () => {
    const { account } = await principal(place, (await person(place, admin, 'plain')).token)
    expect((await removing(account)).status).toBe(200)
    expect((await send('/api/v1/step-up/code', { code: '000000' })).code).toBe('factor-missing')
  })

  it('asks for it anew where there is one; the code is taken once and holds for five minutes', async () => {
    secret = valueOf(await place.identity.beginApp(await live(), goodPassword, from()))
    valueOf(await place.identity.finishApp(await live(), codeNow(), from()))
    place.tick(1)
    const { account } = await principal(place, (await person(place, admin, 'lost')).token)
    expect(await removing(account)).toMatchObject({ status: 403, code: 'factor-needed' })
    expect((await send('/api/v1/step-up/code', { code: '000000' })).code).toBe('code-wrong')
    const code = codeNow()
    expect((await send('/api/v1/step-up/code', { code })).body).toMatchObject({ isFresh: true })
    expect((await send('/api/v1/step-up/code', { code })).code).toBe('code-wrong')
    expect((await removing(account)).status).toBe(200)
    place.tick(5)
    expect((await removing(account)).status).toBe(200)
    place.tick(1)
    expect((await removing(account)).code).toBe('factor-needed')
  })

  it('is one only where an administrator’s rights are touched, given or taken', async () => {
    const { account } = await principal(place, (await person(place, admin, 'worker')).token)
    const nowhere = { unit: null, official: null }
    const grant = (roles: readonly string[], held: readonly string[]) => {
      const seen = { roles: held, ...nowhere }
      return send(`/api/v1/accounts/${account}/roles`, { roles, ...nowhere, seen })
    }
    expect((await grant(['team'], ['clerk'])).status).toBe(200)
    expect((await grant(['auditAdmin'], ['team'])).code).toBe('factor-needed')
    await send('/api/v1/step-up/code', { code: codeNow() })
    expect((await grant(['auditAdmin'], ['team'])).status).toBe(200)
    place.tick(6)
    expect((await grant(['team'], ['auditAdmin'])).code).toBe('factor-needed')
    expect((await send(`/api/v1/accounts/${account}/invite`)).code).toBe('factor-needed')
    const asked = { login: 'newadmin', name: '某某', roles: ['admin'], unit: null, official: null }
    expect((await send('/api/v1/accounts', asked)).code).toBe('factor-needed')
    expect((await send('/api/v1/accounts', { ...asked, roles: ['clerk'] })).status).toBe(200)
  })

  it('is not asked of whoever may not do it at all', async () => {
    const mine = token
    token = (await person(place, admin, 'nosy')).token
    expect((await removing(admin.account)).code).toBe('role-forbids')
    token = mine
  })

  it('locks the login after five wrong codes, as wrong passwords do', async () => {
    const codes: unknown[] = []
    for (let n = 0; n < 6; n += 1)
      codes.push((await send('/api/v1/step-up/code', { code: '000000' })).code)
    expect([codes.at(0), codes.at(-1)]).toEqual(['code-wrong', 'locked'])
  })
})

it('a session that began with the second factor has shown it just now', async () => {
  place.tick(20)
  const asked = { congress: admin.congress, login: 'wenren', password: goodPassword }
  const entry = valueOf(
    await place.identity.signIn({ ...asked, from: from('10.2.2.2'), oldToken: null }),
  )
  if (entry.kind !== 'step') throw new Error('No step was asked')
  const step = await place.identity.stepOf(entry.token)
  if (!step) throw new Error('No step')
  const given = { code: codeNow(), from: from('10.2.2.2'), oldToken: null }
  const done = valueOf(await place.identity.passFactor(step, given))
  if (done.kind !== 'session') throw new Error('Not in yet')
  token = done.token
  expect(await place.identity.stepUp(await live())).toMatchObject({ app: true, isFresh: true })
})
