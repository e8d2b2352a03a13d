/** Asks a server over HTTP as a program or an attacker would: the path goes out as written, nothing is tidied up. */
import { request } from 'node:http'
import { Readable } from 'node:stream'

export type Answer = Readonly<{
  status: number
  type: string
  headers: Readonly<Record<string, string | readonly string[] | undefined>>
  text: string
  /** From the first byte sent to the last byte received. */
  milliseconds: number
}>

export type Asking = Readonly<{
  method?: string
  headers?: Readonly<Record<string, string>>
  /** Piece by piece, where a line is slow; its length is then a header. */
  body?: Uint8Array | string | AsyncIterable<Uint8Array>
}>

/** A server that answers before it has read everything may close early; then the answer counts, not the broken pipe. */
export function ask(url: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { hostname, port } = new URL(url)
  const { method = 'GET', headers = {}, body } = asking
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          headers: answer.headers,
          text: Buffer.concat(parts).toString(),
          milliseconds: performance.now() - began,
        }),
      )
    })
    call.once('error', reject)
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) call.end(body)
    else Readable.from(body).once('error', reject).pipe(call)
  })
}

export type Caller = Readonly<{
  cookie: string
  csrf: string
  get: (path: string) => Promise<Answer>
  /** With the token of the session and a JSON body, unless told otherwise. */
  send: (method: 'POST' | 'PUT', path: string, asking?: Asking) => Promise<Answer>
}>

/** Signs in by a link, as a browser does, and keeps the cookie and the token. */
export async function callerBy(url: string, link: string): Promise<Caller> {
  const { pathname, search } = new URL(link)
  const signedIn = await ask(url, pathname + search)
  const [first = ''] = [signedIn.headers['set-cookie'] ?? []].flat()
  return callerWith(url, first.split(';')[0] ?? '')
}

export async function callerWith(url: string, cookie: string): Promise<Caller> {
  const session: unknown = JSON.parse(
    (await ask(url, '/api/v1/session', { headers: { cookie } })).text,
  )
  const csrf =
    typeof session === 'object' && session !== null && 'csrf' in session ? String(session.csrf) : ''
  if (csrf === '') throw new Error(`nobody is signed in: ${JSON.stringify(session)}`)
  return {
    cookie,
    csrf,
    get: (path) => ask(url, path, { headers: { cookie } }),
    send: (method, path, { headers, body } = {}) =>
      ask(url, path, {
        method,
        headers: { cookie, 'x-luoshi-csrf': csrf, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  }
}
