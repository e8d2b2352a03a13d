/** As much of a browser as these pages need: a cookie jar, Origin on posts, no scripts. */
import { Hono } from 'hono'
import { accountRoutes } from '../accounts-api.ts'
import type { Identity } from '../identity.ts'
import { guardTransport, requirePrincipal, type PrincipalEnv } from '../middleware.ts'
import { identityRoutes } from '../routes.ts'
import { stepUpRoutes } from '../step-up-api.ts'
import { sessionRoutes } from '../session-api.ts'
import { transportRule } from '../transport.ts'
import { valueOf } from './identity-place.ts'

export const publicKey = 'luoshi.qinghe+1a2b3c4d+AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExample'

/** The pages, and behind the door one question and one change. */
export function siteOf(identity: Identity, publicUrl: string | null = null) {
  const rule = valueOf(transportRule(publicUrl, null))
  const site = new Hono<PrincipalEnv>()
  site.use(guardTransport(rule, () => '127.0.0.1'))
  site.route('/', identityRoutes({ identity, publicKey: () => Promise.resolve(publicKey) }))
  site.use('/api/*', requirePrincipal(identity))
  sessionRoutes(site, { identity, now: identity.now, version: '0' })
  accountRoutes(site, identity)
  stepUpRoutes(site, identity)
  site.post('/api/v1/change', (c) => c.json({ done: c.var.principal.name }))
  return site
}

export type Site = ReturnType<typeof siteOf>

export type Headers = Readonly<Record<string, string>>

export function browser(site: Site, origin = 'http://127.0.0.1:8080', always: Headers = {}) {
  const jar = new Map<string, string>()
  const { host } = new URL(origin)

  async function send(
    path: string,
    init: Readonly<{ method?: string; headers?: Headers; body?: URLSearchParams | string }>,
  ) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host, ...(cookie === '' ? {} : { cookie }), ...always, ...init.headers }
    const answer = await site.request(path, { ...init, headers })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    jar,
    get: (path: string) => send(path, {}),
    sendJson: (path: string, body: unknown, headers: Headers) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { origin, 'content-type': 'application/json', ...headers },
      }),
    post: (path: string, fields: Headers, headers: Headers = { origin }) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  }
}
