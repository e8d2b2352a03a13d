import { createHash } from 'node:crypto'
import { adminRoles } from '@luoshi/domain/people/admin-separation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { accountRow } from '../contract/accounts.ts'
import { congressOfSetup } from './first-setup.ts'
import { keyFingerprint } from './key-fingerprint.ts'
import { browser, publicKey, siteOf, type Site } from './testing/browser.ts'
import {
  from,
  goodPassword,
  identityPlace,
  principal,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

const setup = {
  congress: '清禾县人民代表大会常务委员会',
  county: '清禾县',
  name: '闻人素',
  login: 'WenRen',
  password: goodPassword,
  repeat: goodPassword,
  end: keyFingerprint(publicKey).slice(-9),
}

let place: Place
let site: Site

beforeAll(async () => {
  place = await identityPlace()
  site = siteOf(place.identity)
})
afterAll(() => place[Symbol.asyncDispose]())

async function newSite() {
  const own = await identityPlace()
  const link = await own.identity.makeSetupLink()
  if (link === null) throw new Error('Not fresh')
  return { own, link, user: browser(siteOf(own.identity)) }
}

async function foundedSite() {
  const { own, link, user } = await newSite()
  await user.post('/setup', { ...setup, token: link })
  return { own, user, congress: (await own.identity.congresses())[0]?.id ?? '' }
}

async function sessionIn(user: ReturnType<typeof browser>) {
  const answer = await user.get('/api/v1/session')
  const body: unknown = await answer.json()
  const csrf = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : ''
  return { status: answer.status, body, csrf: String(csrf) }
}

describe('a fresh installation', () => {
  it('has no account and no congress, and says where the setup link is', async () => {
    const { rows } = await place.database.owner.query(
      'select (select count(*)::int from luoshi.account) as accounts, (select count(*)::int from luoshi.congress) as congresses',
    )
    expect(rows[0]).toEqual({ accounts: 0, congresses: 0 })
    const page = await (await browser(site).get('/sign-in')).text()
    expect(page).toContain('尚未完成首次设置')
    expect(page).not.toContain('<form')
  })

  it('shows the setup only to the holder of the link', async () => {
    for (const token of ['', 'x'.repeat(43)]) {
      const answer = await browser(site).get(`/setup?token=${token}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('这个链接已用过、已过期或不完整')
    }
  })

  it('is set up once, by its link, and its administrator is signed in', async () => {
    const { own, link, user } = await newSite()
    await using _ = own
    const page = await (await user.get(`/setup?token=${link}`)).text()
    expect(page).toContain(keyFingerprint(publicKey))
    const done = await user.post('/setup', { ...setup, token: link })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/'])
    const { body } = await sessionIn(user)
    const id = congressOfSetup(link)
    expect(body).toMatchObject({ roles: adminRoles, congress: { id, name: setup.congress } })
    const again = await browser(siteOf(own.identity)).post('/setup', { ...setup, token: link })
    expect(again.status).toBe(404)
    expect(await own.identity.makeSetupLink()).toBeNull()
  })

  it('gives the link to one of two who use it at the same moment', async () => {
    const { own, link, user } = await newSite()
    await using _ = own
    const both = await Promise.all([1, 2].map(() => user.post('/setup', { ...setup, token: link })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 404])
    expect(await own.identity.congresses()).toHaveLength(1)
  })

  it('wants proof that the fingerprint was written down, and keeps what was typed', async () => {
    const { own, link, user } = await newSite()
    await using _ = own
    const answer = await user.post('/setup', { ...setup, token: link, end: '00000000' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('id="end-bad"')
    expect(page).toContain('value="清禾县"')
    expect(page).not.toContain(goodPassword)
    expect((await user.get(`/setup?token=${link}`)).status).toBe(200)
  })

  it('prints a link that dies after a day, and when a newer one is printed', async () => {
    const { own, link } = await newSite()
    await using _ = own
    const newer = await own.identity.makeSetupLink()
    expect(await own.identity.mayBeSetUp(link)).toBe(false)
    expect(await own.identity.mayBeSetUp(newer ?? '')).toBe(true)
    own.tick(24 * 60)
    expect(await own.identity.mayBeSetUp(newer ?? '')).toBe(false)
  })
})

describe('the pages', () => {
  it('are at most 15 kB, with one script of ours at the most, under a policy that names their style', async () => {
    const { own, link, user } = await newSite()
    await using _ = own
    const paths = [`/setup?token=${link}`, `/setup?token=${link}&lang=en`, '/sign-in', '/setup']
    const done = await foundedSite()
    await using __ = done.own
    const answers = [
      ...(await Promise.all(paths.map((path) => user.get(path)))),
      await browser(siteOf(done.own.identity)).get('/sign-in'),
      await done.user.get('/password'),
      await done.user.get('/account'),
    ]
    for (const answer of answers) {
      const text = await answer.text()
      expect(Buffer.byteLength(text)).toBeLessThan(15_000)
      const scripts = text.match(/<script[^>]*>[^<]*/g) ?? []
      for (const script of scripts) expect(script).toBe('<script src="/passkey.js" defer>')
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy.includes("script-src 'self'")).toBe(scripts.length > 0)
      expect(policy).not.toContain('unsafe')
      expect(text).not.toContain(' style=')
      const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('escape what people typed', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    const congress = (await own.identity.congresses())[0]?.id ?? ''
    const login = '"><img src=x>'
    const answer = await browser(siteOf(own.identity)).post('/sign-in', { congress, login })
    expect(await answer.text()).not.toContain('<img')
    expect(user.jar.size).toBe(1)
  })

  it('go on only to a path of our own', async () => {
    const { own, congress } = await foundedSite()
    await using _ = own
    const goOn = async (next: string) => {
      const fields = { congress, login: 'wenren', password: goodPassword, next }
      const answer = await browser(siteOf(own.identity)).post('/sign-in', fields)
      return answer.headers.get('location')
    }
    expect(await goOn('/matters?status=late')).toBe('/matters?status=late')
    for (const away of ['//evil.example', '/\\evil.example', 'https://evil.example', '']) {
      expect(await goOn(away)).toBe('/')
    }
  })

  it('put the error of a wrong password beside the field, in the language asked for', async () => {
    const { own, congress } = await foundedSite()
    await using _ = own
    const fields = { congress, login: 'wenren', password: 'nope', lang: 'en' }
    const answer = await browser(siteOf(own.identity)).post('/sign-in', fields)
    expect(answer.status).toBe(401)
    const page = await answer.text()
    expect(page).toContain('lang="en"')
    expect(page).toMatch(/id="password-bad">\s*The login or the password is wrong/)
    expect(page).toContain('aria-invalid="true"')
  })
})

describe('a session', () => {
  it('ends after 30 idle minutes, and after 12 hours however busy', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    own.tick(29)
    expect((await sessionIn(user)).status).toBe(200)
    own.tick(29)
    expect((await sessionIn(user)).status).toBe(200)
    own.tick(30)
    expect((await sessionIn(user)).status).toBe(401)

    const busy = await foundedSite()
    await using __ = busy.own
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      busy.own.tick(20)
      expect((await sessionIn(busy.user)).status).toBe(200)
    }
    busy.own.tick(20)
    expect((await sessionIn(busy.user)).status).toBe(401)
  })

  it('has a cookie that scripts and plain connections never see', async () => {
    const { own } = await foundedSite()
    await using _ = own
    const congress = (await own.identity.congresses())[0]?.id ?? ''
    const fields = { congress, login: 'wenren', password: goodPassword }
    const local = await browser(siteOf(own.identity)).post('/sign-in', fields)
    const cookie = local.headers.getSetCookie()[0]
    expect(cookie).toMatch(/^luoshi-8080=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)

    const far = siteOf(own.identity, 'https://luoshi.example')
    const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
    const user = browser(far, 'https://luoshi.example', proxied)
    const answer = await user.post('/sign-in', fields, { origin: 'https://luoshi.example' })
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-luoshi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers.get('strict-transport-security')).toContain('max-age')
  })

  it('is gone from the server after signing out, and the browser is told to forget', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    const stolen = new Map(user.jar)
    const { csrf } = await sessionIn(user)
    const answer = await user.post('/sign-out', { csrf })
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(user.jar.size).toBe(0)
    for (const [name, value] of stolen) user.jar.set(name, value)
    expect((await sessionIn(user)).status).toBe(401)
  })
})

describe('a forged request', () => {
  it('is refused without the token, with another session’s token, and from another site', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    const { csrf } = await sessionIn(user)
    const ours = 'http://127.0.0.1:8080'
    const other = Buffer.alloc(32).toString('base64url')
    const tries = [
      { origin: ours },
      { origin: ours, 'x-luoshi-csrf': other },
      { origin: 'http://evil.example', 'x-luoshi-csrf': csrf },
      { origin: 'null', 'x-luoshi-csrf': csrf },
      { 'sec-fetch-site': 'cross-site', 'x-luoshi-csrf': csrf },
    ]
    for (const headers of tries) {
      const answer = await user.post('/api/v1/change', {}, headers)
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ code: 'forged-request' })
    }
    const right = { origin: ours, 'x-luoshi-csrf': csrf }
    expect((await user.post('/api/v1/change', {}, right)).status).toBe(200)
    const { rows } = await own.database.owner.query(
      `select count(*)::int as n from luoshi.security_event where kind = 'forged-request'`,
    )
    expect(rows[0].n).toBe(tries.length)
  })

  it('cannot sign anybody in or out', async () => {
    const { own, user, congress } = await foundedSite()
    await using _ = own
    const fields = { congress, login: 'wenren', password: goodPassword }
    for (const headers of [{ origin: 'http://evil.example' }, {}]) {
      const stranger = browser(siteOf(own.identity))
      expect((await stranger.post('/sign-in', fields, headers)).status).toBe(403)
      expect(stranger.jar.size).toBe(0)
    }
    expect((await user.post('/sign-out', {})).status).toBe(403)
    expect((await sessionIn(user)).status).toBe(200)
  })
})

describe('plain HTTP', () => {
  it('is served on this machine only', async () => {
    const local = browser(site, 'http://localhost:9000')
    expect((await local.get('/sign-in')).status).toBe(200)
    const rebound = browser(site, 'http://evil.example')
    expect((await rebound.get('/sign-in')).status).toBe(403)
  })

  it('is led to the https address where there is one, and never answered otherwise', async () => {
    const far = siteOf(place.identity, 'https://luoshi.example')
    const plain = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.9' }
    const user = browser(far, 'http://luoshi.example', plain)
    const answer = await user.get('/sign-in')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      308,
      'https://luoshi.example/sign-in',
    ])
    const elsewhere = await user.get('//evil.example/x?y=1')
    expect(elsewhere.headers.get('location') ?? '').toMatch(/^https:\/\/luoshi\.example\//)
    expect((await user.post('/sign-in', {})).status).toBe(403)
    expect((await user.get('/api/v1/session')).status).toBe(403)
  })
})

describe('an invitation', () => {
  it('lets a person set their own password, once', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    const admin = await principal(own, [...user.jar.values()][0] ?? '')
    const asked = {
      login: 'chen',
      name: '陈某',
      roles: ['clerk'],
      unit: null,
      official: null,
    } as const
    const { token } = valueOf(await own.identity.invite(admin, asked, from()))
    const guest = browser(siteOf(own.identity))
    const page = await (await guest.get(`/accept-invitation?token=${token}`)).text()
    expect(page).toContain('陈某')
    const weak = { token, password: 'Renda@2026', repeat: 'Renda@2026' }
    const refused = await guest.post('/accept-invitation', weak)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('容易被猜中')
    const good = { token, password: goodPassword, repeat: goodPassword }
    expect((await guest.post('/accept-invitation', good)).status).toBe(303)
    expect((await sessionIn(guest)).body).toMatchObject({ roles: ['clerk'] })
    expect((await guest.post('/accept-invitation', good)).status).toBe(404)
  })
})

describe('the accounts, over the API', () => {
  it('are invited, listed, suspended and reinstated by the administrator', async () => {
    const { own, user } = await foundedSite()
    await using _ = own
    const { csrf } = await sessionIn(user)
    const send = async (path: string, body: unknown) => {
      const answer = await user.sendJson(path, body, { 'x-luoshi-csrf': csrf })
      return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) }
    }
    const asked = { login: 'duan', name: '段某', roles: ['team'], unit: null, official: null }
    const made = await send('/api/v1/accounts', asked)
    expect(made.body).toMatchObject({ account: { login: 'duan', status: 'invited' } })
    expect(made.body['invitation']).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/accept-invitation\?token=/,
    )
    expect(await send('/api/v1/accounts', asked)).toMatchObject({
      status: 409,
      body: { code: 'login-taken', zh: { what: '登录名“duan”已有人使用。' } },
    })
    const listed = z
      .object({ rows: z.array(accountRow) })
      .parse(await (await user.get('/api/v1/accounts')).json())
    expect(listed.rows.map(({ login }) => login)).toEqual(['duan', 'wenren'])
    const duan = listed.rows[0]?.id ?? ''
    const step = (name: string) => send(`/api/v1/accounts/${duan}/${name}`, {})
    expect((await step('suspend')).body).toMatchObject({ status: 'suspended' })
    expect(await step('invite')).toMatchObject({ status: 403, body: { code: 'account-suspended' } })
    expect((await step('unlock')).body).toMatchObject({ status: 'invited' })
    expect((await step('invite')).body).toMatchObject({ account: { login: 'duan' } })
  })
})

describe('a demo', () => {
  it('is entered by links that work once; a real installation has none', async () => {
    await using own = await identityPlace()
    const founding = { name: '云岭县人大常委会', county: '云岭县', demo: true }
    const congress = valueOf(await own.identity.createCongress(founding))
    const asked = {
      login: 'demo.clerk',
      name: '某某',
      roles: ['clerk'],
      unit: null,
      official: null,
    } as const
    const account = valueOf(await own.identity.createAccountDirectly(congress.id, asked))
    const token = valueOf(await own.identity.makeDemoLink(congress.id, account))
    const user = browser(siteOf(own.identity))
    expect((await user.get(`/demo-sign-in?token=${token}`)).status).toBe(303)
    expect((await sessionIn(user)).body).toMatchObject({ roles: ['clerk'] })
    expect((await user.get(`/demo-sign-in?token=${token}`)).status).toBe(404)
    expect(await own.identity.makeSetupLink()).toBeNull()

    const real = await foundedSite()
    await using _ = real.own
    const there = (await real.own.identity.congresses())[0]
    if (there === undefined) throw new Error('Not founded')
    const direct = await real.own.identity.createAccountDirectly(there.id, asked)
    expect(direct).toMatchObject({ ok: false, refusal: { code: 'not-a-demo' } })
    expect(await real.own.identity.createCongress(founding)).toMatchObject({ ok: false })
  })
})
