/** Every form of the pages around signing in: of our own page and with its token, or nothing is done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser, siteOf, type Site } from './testing/browser.ts'
import { goodPassword, identityPlace, type Place } from './testing/identity-place.ts'
import { keyFingerprint } from './key-fingerprint.ts'
import { delegationSection, type DelegationSection } from './pages/delegation-section.ts'
import { publicKey } from './testing/browser.ts'

let place: Place
let site: Site
let user: ReturnType<typeof browser>

const forms = [
  '/account/app/begin',
  '/account/app/finish',
  '/account/app/remove',
  '/account/codes',
  '/account/passkeys/name',
  '/account/passkeys/remove',
  '/account/sessions/end',
  '/account/sessions/end-others',
  '/account/delegations',
  '/account/delegations/end',
]
const asked = ['/account/passkeys/options', '/account/passkeys']

beforeAll(async () => {
  place = await identityPlace()
  site = siteOf(place.identity)
  user = browser(site)
  await user.post('/setup', {
    token: (await place.identity.makeSetupLink()) ?? '',
    congress: '清禾县人民代表大会常务委员会',
    county: '清禾县',
    name: '闻人素',
    login: 'wenren',
    password: goodPassword,
    repeat: goodPassword,
    end: keyFingerprint(publicKey).slice(-9),
  })
})
afterAll(() => place[Symbol.asyncDispose]())

async function csrf(): Promise<string> {
  const text = await (await user.get('/account')).text()
  return /name="csrf"\s+value="([^"]+)"/.exec(text)?.[1] ?? ''
}

async function forgeries(): Promise<number> {
  const { rows } = await place.database.owner.query(
    `select count(*)::int as n from luoshi.security_event where kind = 'forged-request'`,
  )
  return rows[0].n
}

describe('the forms of one’s own account', () => {
  it.each(forms)('%s does nothing without the token, or from another site', async (path) => {
    const before = await forgeries()
    const token = await csrf()
    expect(token).not.toBe('')
    expect((await user.post(path, { present: goodPassword })).status).toBe(403)
    const foreign = await user.post(path, { csrf: token }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    const other = await user.post(path, { csrf: 'A'.repeat(43) })
    expect(other.status).toBe(403)
    expect(await forgeries()).toBe(before + 3)
    const stranger = await browser(site).post(path, { csrf: token })
    expect(stranger.headers.get('location')).toBe('/sign-in?next=/account')
  })

  it.each(asked)('%s does nothing without the token either', async (path) => {
    expect((await user.sendJson(path, { present: goodPassword }, {})).status).toBe(403)
    const token = await csrf()
    const foreign = await user.sendJson(path, { csrf: token }, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    expect((await browser(site).sendJson(path, { csrf: token }, {})).status).toBe(401)
  })

  it('ask for the password before they change how one comes in', async () => {
    const token = await csrf()
    const begun = await user.post('/account/app/begin', { csrf: token, present: 'wrong' })
    expect(begun.status).toBe(401)
    expect(await begun.text()).not.toContain('class="secret"')
    const right = await user.post('/account/app/begin', { csrf: token, present: goodPassword })
    expect(right.status).toBe(200)
    const text = await right.text()
    expect(text).toContain('class="secret"')
    expect(text).toContain('<svg')
    expect(right.headers.get('cache-control')).toBe('no-store')
  })

  it('keep what was typed when a deputy cannot be named', async () => {
    const typed = { deputy: 'nobody', from: '2026-03-02', until: '2026-03-06', reason: '年休假' }
    const delegations = { given: [], received: [] }
    const asked = {
      language: 'zh',
      csrf: 'c',
      held: ['clerk'],
      today: '2026-03-01',
      delegations,
    } as const
    const shown = async (what: DelegationSection['typed']) =>
      new Response(await delegationSection({ ...asked, typed: what })).text()
    const text = await shown({ ...typed, roles: ['clerk'] })
    for (const value of Object.values(typed)) expect(text).toContain(`value="${value}"`)
    expect(text).toMatch(/<details\s+open/)
    expect(await shown(null)).not.toMatch(/<details\s+open/)
  })
})

describe('the steps of signing in', () => {
  it.each(['code', 'enrol', 'renew'])(
    '/sign-in/%s is nowhere without a password before',
    async (path) => {
      for (const answer of [
        await browser(site).get(`/sign-in/${path}`),
        await browser(site).post(`/sign-in/${path}`, { code: '000000' }),
      ]) {
        expect(answer.status).toBe(303)
        expect(answer.headers.get('location')).toBe('/sign-in')
      }
    },
  )

  it('answer a passkey’s question to our own page only, and once', async () => {
    const fresh = browser(site)
    const foreign = await fresh.sendJson(
      '/sign-in/passkey/options',
      {},
      { origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
    const options = await fresh.sendJson('/sign-in/passkey/options', {}, {})
    expect(await options.json()).toMatchObject({ userVerification: 'required' })
    for (const body of [{}, { response: { id: 'x' }, next: '//evil.example', lang: 'zh' }]) {
      const answer = await fresh.sendJson('/sign-in/passkey', body, {})
      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({ code: 'passkey-failed' })
    }
  })
})
