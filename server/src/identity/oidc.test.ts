/** A province's unified identity, against a real provider: who gets in, who does not, and what attackers try. */
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { isIssuer } from './oidc-settings.ts'
import { isSecretPlace, oidcSecretsIn } from './oidc-secrets.ts'
import type { Principal } from './principal.ts'
import { atOnce } from './testing/at-once.ts'
import { browser, siteOf, type Site } from './testing/browser.ts'
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
import { province, type Province } from './testing/province.ts'

const origin = 'http://127.0.0.1:8080'
const back = `${origin}/sign-in/oidc/back`
const secret = 'a-secret-of-the-province'
const logins = new Map<string, string>()

let place: Place
let admin: Principal
let site: Site
let there: Province
let congress: CongressId

beforeAll(async () => {
  const places: Record<string, string> = { 'env:LUOSHI_OIDC_SECRET': secret }
  place = await identityPlace({ oidcSecrets: (at) => Promise.resolve(places[at] ?? null) })
  admin = await principal(place, (await founded(place)).token)
  congress = admin.congress
  site = siteOf(place.identity)
  there = await province({ id: 'luoshi', secret, redirect: back }, logins)
  valueOf(await place.identity.setOidc(admin, settings(), from()))
})
afterAll(async () => {
  await there[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
})

function settings(change: Readonly<Record<string, unknown>> = {}) {
  return {
    label: '省统一身份认证',
    issuer: there.issuer,
    clientId: 'luoshi',
    secretFrom: 'env:LUOSHI_OIDC_SECRET',
    loginClaim: 'preferred_username',
    enabled: true,
    version: 0,
    ...change,
  }
}

async function begin(user: ReturnType<typeof browser>, next = '/matters') {
  const query = new URLSearchParams({ congress, next, lang: 'zh' })
  const answer = await user.get(`/sign-in/oidc?${query.toString()}`)
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('location') ?? '')
}

/** There and back; answers what our own page said in the end. */
async function comeBy(subject: string, user = browser(site), next?: string) {
  const returned = await there.signInAs(await begin(user, next), subject)
  return { user, returned, answer: await user.get(returned.pathname + returned.search) }
}

describe('unified identity', () => {
  it('is offered on the sign-in page, and lets in whoever has an account here', async () => {
    await person(place, admin, 'ouyang')
    logins.set('province-1', 'OuYang')
    expect(await (await browser(site).get('/sign-in')).text()).toContain('省统一身份认证')
    const { user, answer } = await comeBy('province-1')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/matters')
    expect((await user.get('/api/v1/session')).status).toBe(200)
  })

  it('asks with PKCE, state and nonce, new each time', async () => {
    const [one, two] = [await begin(browser(site)), await begin(browser(site))]
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name))
    }
    expect(one.searchParams.get('code_challenge_method')).toBe('S256')
    expect(one.href).not.toContain(secret)
  })

  it('makes no account and gives no rights to whoever has none', async () => {
    const { answer, user } = await comeBy('province-unknown')
    expect(answer.status).toBe(403)
    expect(user.jar.has('luoshi-8080')).toBe(false)
    const accounts = valueOf(await place.identity.accounts(admin))
    expect(accounts.map(({ login }) => login)).not.toContain('province-unknown')
  })

  it('stays bound to the first who came: another subject with the same name gets nothing', async () => {
    await person(place, admin, 'shangguan')
    logins.set('province-2', 'shangguan').set('province-3', 'shangguan')
    expect((await comeBy('province-2')).answer.status).toBe(303)
    expect((await comeBy('province-3')).answer.status).toBe(403)
    logins.set('province-2', 'renamed')
    expect((await comeBy('province-2')).answer.status).toBe(303)
  })

  it('does not let in a suspended account, nor skip a second factor', async () => {
    const { token } = await person(place, admin, 'dongfang')
    logins.set('province-4', 'dongfang')
    const { rules } = valueOf(await place.identity.rules(admin))
    const forced = { ...rules, forcedRoles: ['clerk'] as const }
    valueOf(await place.identity.setRules(admin, forced, from()))
    const { answer, user } = await comeBy('province-4')
    expect(answer.headers.get('location')).toContain('/sign-in/enrol')
    expect(user.jar.has('luoshi-8080')).toBe(false)
    const again = { ...forced, forcedRoles: [], version: forced.version + 1 }
    valueOf(await place.identity.setRules(admin, again, from()))
    const { account } = await principal(place, token)
    valueOf(await place.identity.suspend(admin, account, from()))
    expect((await comeBy('province-4')).answer.status).toBe(403)
  })
})

describe('an attacker', () => {
  it('cannot use an answer twice, in another browser, or with another state', async () => {
    await person(place, admin, 'victim')
    logins.set('province-5', 'victim')
    const { user, returned } = await comeBy('province-5')
    expect((await user.get(returned.pathname + returned.search)).status).toBe(401)

    // Somebody else's answer slipped under a victim's browser, which began nothing or began another.
    const attacker = browser(site)
    const stolen = await there.signInAs(await begin(attacker), 'province-5')
    const victim = browser(site)
    expect((await victim.get(stolen.pathname + stolen.search)).status).toBe(401)
    await begin(victim)
    expect((await victim.get(stolen.pathname + stolen.search)).status).toBe(401)
    expect(victim.jar.has('luoshi-8080')).toBe(false)

    const twisted = browser(site)
    const own = await there.signInAs(await begin(twisted), 'province-5')
    own.searchParams.set('state', 'A'.repeat(43))
    expect((await twisted.get(own.pathname + own.search)).status).toBe(401)
  })

  it('cannot mix up providers: an answer that names another issuer is none', async () => {
    const user = browser(site)
    const own = await there.signInAs(await begin(user), 'province-5')
    expect(own.searchParams.get('iss')).toBe(there.issuer)
    own.searchParams.set('iss', 'https://evil.example')
    expect((await user.get(own.pathname + own.search)).status).toBe(401)
    const bare = browser(site)
    const other = await there.signInAs(await begin(bare), 'province-5')
    other.searchParams.delete('iss')
    expect((await bare.get(other.pathname + other.search)).status).toBe(401)
  })

  it('cannot send anybody on to another site', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const { answer } = await comeBy('province-5', browser(site), next)
      expect(answer.headers.get('location')).toBe('/')
    }
  })

  it('leaves a trace when an answer is refused', async () => {
    const rows = valueOf(await place.identity.auditTrail(admin, null, 200))
    const kinds = rows.map(({ kind }) => kind)
    expect(kinds).toContain('oidc-failed')
    expect(kinds).toContain('oidc-linked')
    expect(kinds).toContain('oidc-set')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('the settings', () => {
  it('are the security administrator’s, and never show or hold the secret', async () => {
    const clerk = await principal(place, (await person(place, admin, 'nosy')).token)
    expect(refusalOf(await place.identity.oidc(clerk)).code).toBe('role-forbids')
    expect(refusalOf(await place.identity.setOidc(clerk, settings(), from())).code).toBe(
      'role-forbids',
    )
    const shown = valueOf(await place.identity.oidc(admin))
    expect(shown.secretThere).toBe(true)
    expect(JSON.stringify(shown)).not.toContain(secret)
    const { rows } = await place.database.owner.query(
      `select query_to_xml('select * from luoshi.oidc_provider', true, false, '')::text as dump`,
    )
    expect(rows[0].dump).not.toContain(secret)
  })

  it('name only a secret that may be named', async () => {
    for (const from of [
      'env:PATH',
      'env:DATABASE_URL',
      'file:../keys/checkpoint.pem',
      'file:/etc/passwd',
    ])
      expect(isSecretPlace(from)).toBe(false)
    const read = oidcSecretsIn('/nowhere', { PATH: 'x', LUOSHI_OIDC_A: ' hushed ' })
    expect(await read('env:PATH')).toBeNull()
    expect(await read('file:../../etc/hostname')).toBeNull()
    expect(await read('env:LUOSHI_OIDC_A')).toBe('hushed')
    const missing = settings({ secretFrom: 'env:LUOSHI_OIDC_NOT_THERE', version: 1 })
    expect(refusalOf(await place.identity.setOidc(admin, missing, from())).code).toBe(
      'oidc-secret-missing',
    )
  })

  it('take an encrypted issuer only, or one on this machine', () => {
    const good = [
      'https://id.example.gov.cn',
      'https://id.example.gov.cn/realms/county',
      'http://127.0.0.1:9000',
    ]
    const bad = [
      'http://id.example.gov.cn',
      'https://user:pw@id.example',
      'https://id.example/?x=1',
      'file:///etc/passwd',
      'http://169.254.169.254/',
      'gopher://x.example',
    ]
    expect(good.filter((one) => !isIssuer(one))).toEqual([])
    expect(bad.filter(isIssuer)).toEqual([])
  })

  it('lead the server to the issuer’s own address only, whatever its description says', async () => {
    const asked: string[] = []
    const listen = (server: Server) =>
      new Promise<string>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const at = server.address()
          resolve(`http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`)
        })
      })
    const inside = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{}')
    })
    const target = await listen(inside)
    const liar = createServer((request, response) => {
      const here = `http://${request.headers.host}`
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({
          issuer: here,
          authorization_endpoint: `${here}/authorize`,
          token_endpoint: `${target}/internal`,
          jwks_uri: `${target}/internal`,
        }),
      )
    })
    const issuer = await listen(liar)
    valueOf(await place.identity.setOidc(admin, settings({ issuer, version: 1 }), from()))
    const user = browser(site)
    const { searchParams } = await begin(user)
    const answer = `/sign-in/oidc/back?code=x&state=${searchParams.get('state') ?? ''}`
    expect((await user.get(answer)).status).toBe(401)
    expect(asked).toEqual([])
    inside.close()
    liar.close()
  })

  it('are not written over what somebody else saved, not even in the same moment', async () => {
    const { provider } = valueOf(await place.identity.oidc(admin))
    const version = provider?.version ?? 0
    const set = (label: string) => () => {
      return place.identity.setOidc(admin, settings({ label, version }), from())
    }
    const both = await atOnce(place.database, 'oidc_provider', [set('省门户'), set('市门户')])
    expect(both.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(['version-conflict'])
    const taken = both.flatMap((one) => (one.ok ? [one.value.provider?.label] : []))
    const now = valueOf(await place.identity.oidc(admin)).provider
    expect(taken).toEqual([now?.label])
    expect(now?.version).toBe(version + 1)
    expect(refusalOf(await set('县门户')()).code).toBe('version-conflict')
  })

  it('can be switched off: then the way is closed', async () => {
    valueOf(await place.identity.setOidc(admin, settings({ enabled: false, version: 3 }), from()))
    expect(await (await browser(site).get('/sign-in')).text()).not.toContain('省统一身份认证')
    expect((await browser(site).get(`/sign-in/oidc?congress=${congress}`)).status).toBe(404)
  })
})
