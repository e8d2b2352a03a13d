/** A person at a browser of their own over real HTTP: keeps the cookies, posts the forms, calls the typed API. */
import { createClient, type Client } from '../src/contract/client.ts'
import { getSession, type Session } from '../src/contract/session.ts'

export type HttpPerson = Readonly<{
  call: Client['call']
  session: () => Promise<Session>
  /** The page at an address of the server, as text. */
  page: (path: string) => Promise<string>
  /** A file of the server, as bytes. */
  download: (path: string) => Promise<Uint8Array>
  /** Sends a form of a page that works without scripts; signs in with the session it answers. */
  submit: (path: string, fields: Readonly<Record<string, string>>) => Promise<void>
}>

export function personAt(url: string): HttpPerson {
  const jar = new Map<string, string>()
  let csrf = ''

  const send: typeof fetch = async (address, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('origin', url)
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const { call } = createClient({ csrf: () => csrf, base: url, fetch: send })
  const session = async () => {
    const now = await call(getSession, {})
    csrf = now.csrf
    return now
  }
  const reach = async (path: string) => {
    const answer = await send(url + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    call,
    session,
    page: async (path) => (await reach(path)).text(),
    download: async (path) => new Uint8Array(await (await reach(path)).arrayBuffer()),
    submit: async (path, fields) => {
      const answer = await send(url + path, { method: 'POST', body: new URLSearchParams(fields) })
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      await session()
    },
  }
}
