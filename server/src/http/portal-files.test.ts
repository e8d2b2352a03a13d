import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TransportEnv } from '../identity/middleware.ts'
import { portalFiles, portalRoutes } from './portal-files.ts'
import { lookRoutes } from './portal-look.ts'
import { sendPortalPage } from './portal-page.ts'

let folder: string
let app: Hono<TransportEnv>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-portal-'))
  await writeFile(join(folder, 'ballots-AbCdEf12.js'), `${'//'.padEnd(2_000, 'x')}\n`)
  await writeFile(join(folder, 'ballots-Gh_-Ij34.css'), 'main{}')
  await writeFile(join(folder, 'shared-Kl56Mn78.css'), 'b{}')
  await writeFile(join(folder, 'base-Op90Qr12.js'), '')
  const built = {
    'src/base/main.ts': { file: 'base-Op90Qr12.js' },
    'src/ballots/main.ts': {
      file: 'ballots-AbCdEf12.js',
      css: ['ballots-Gh_-Ij34.css'],
      imports: ['_shared.js'],
    },
    '_shared.js': { file: 'shared.js', css: ['shared-Kl56Mn78.css'] },
  }
  await writeFile(join(folder, 'built.json'), JSON.stringify(built))
  const portal = await portalFiles(folder)
  if (!portal) throw new Error('not built')
  app = new Hono<TransportEnv>()
  app.use((c, next) => {
    c.set('transport', { origin: 'http://localhost', secure: false, address: '127.0.0.1' })
    return next()
  })
  portalRoutes(app, portal)
  lookRoutes(app)
  app.get('/page', (c) =>
    sendPortalPage(c, portal, 200, {
      title: '<b>',
      whose: '测试县',
      band: '演练',
      parts: ['ballots'],
      body: html`<h1>正文</h1>`,
      foot: '',
      connect: ['https://box.example'],
    }),
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('the scripts of the public pages', () => {
  it('are kept by the browser for a year, packed, under names that change with what they hold', async () => {
    const asked = { headers: { 'accept-encoding': 'gzip' } }
    const script = await app.request('/portal/ballots-AbCdEf12.js', asked)
    expect(script.status).toBe(200)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('content-encoding')).toBe('gzip')
  })

  it('are only what was built', async () => {
    for (const path of ['built.json', 'none-AbCdEf12.js', '..%2fbuilt.json', ''])
      expect((await app.request(`/portal/${path}`)).status).toBe(404)
  })

  it('are not there when nothing was built', async () => {
    expect(await portalFiles(join(folder, 'nowhere'))).toBeNull()
  })
})

describe('a public page', () => {
  it('names its scripts and styles, and its policy lets nothing else in', async () => {
    const page = await app.request('/page')
    const text = await page.text()
    expect(text).toContain('<script type="module" src="/portal/ballots-AbCdEf12.js"></script>')
    expect(text).toContain('href="/portal/ballots-Gh_-Ij34.css"')
    expect(text).toContain('href="/portal/shared-Kl56Mn78.css"')
    expect(text).toContain('&lt;b&gt; · 落实')
    expect(text).toContain('演练')
    expect(text).not.toMatch(/<script(?![^>]* src=)|style=|\son\w+=/)
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'self' https://box.example;")
    expect(policy).not.toContain('unsafe')
    expect(page.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the size of the type', () => {
  async function choose(look: string, referer?: string) {
    const headers = referer === undefined ? {} : { referer }
    return app.request('/portal/look', { method: 'POST', body: `look=${look}`, headers })
  }

  it('is remembered, and one comes back to the page one was on', async () => {
    const chosen = await choose('elder', 'http://localhost/page?a=1')
    expect(chosen.status).toBe(303)
    expect(chosen.headers.get('location')).toBe('/page?a=1')
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await app.request('/page', { headers: { cookie } })
    const text = await page.text()
    expect(text).toContain('data-look="elder"')
    expect(text).toMatch(/value="elder"[^>]*aria-pressed="true"/)
  })

  it('leads to no page of anybody else, and knows no other size', async () => {
    const away = await choose('huge', 'https://elsewhere.example/x')
    expect(away.headers.get('location')).toBe('/')
    expect(away.headers.get('set-cookie')).toContain('look=usual')
  })
})
