/** What the quick door reads, node's own parser reads in the same way, to the last byte; in doubt the door reads nothing. */
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRequest } from './read-request.ts'

const body = '{"id":"x"}'
const plain = [
  'POST /s/survey_abcd1/answers HTTP/1.1',
  'Host: example.org',
  'Origin: https://example.org',
  'X-Forwarded-Proto: https',
  'X-Forwarded-For: 203.0.113.7, 10.0.0.1',
  'Content-Type: application/json',
  `Content-Length: ${body.length}`,
]

function bytesOf(lines: readonly string[], rest = body): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${rest}`, 'latin1')
}

type Seen = Readonly<{ url: string; headers: Readonly<Record<string, unknown>>; body: string }>

let server: Server
let seen: Seen[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.setEncoding('latin1').on('data', (part: string) => (text += part))
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body: text })
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

async function asNodeReads(bytes: Buffer): Promise<readonly Seen[]> {
  seen = []
  const { port }: AddressInfo = Object.assign(
    { port: 0, address: '', family: '' },
    server.address(),
  )
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined).resume()
  socket.end(bytes)
  await once(socket, 'close')
  return seen
}

describe('a request as the page sends it', () => {
  it('is read with its fields, its body and its end', () => {
    const bytes = Buffer.concat([bytesOf(plain), Buffer.from('POST')])
    expect(readRequest(bytes)).toEqual({
      survey: 'survey_abcd1',
      what: 'answers',
      english: false,
      host: 'example.org',
      origin: 'https://example.org',
      fetchSite: undefined,
      forwardedProto: 'https',
      forwardedFor: '203.0.113.7, 10.0.0.1',
      isLast: false,
      bodyFrom: bytes.indexOf('{'),
      end: bytes.length - 4,
    })
  })

  it('ends the connection where the other side says so, as older proxies do', () => {
    expect(readRequest(bytesOf([...plain, 'Connection: close']))?.isLast).toBe(true)
    const [, ...fields] = plain
    const old = ['POST /s/survey_abcd1/answers?lang=en HTTP/1.0', ...fields]
    expect(readRequest(bytesOf(old))).toMatchObject({ isLast: true, english: true })
  })
})

describe('what is not plain', () => {
  const without = (name: string) => plain.filter((line) => !line.startsWith(name))
  const [first = '', ...fields] = plain
  const odd: Readonly<Record<string, Buffer>> = {
    'half of the body': bytesOf(plain).subarray(0, -1),
    'half of the head': bytesOf(plain).subarray(0, 90),
    'another method': bytesOf([first.replace('POST', 'GET'), ...fields]),
    'another address': bytesOf([first.replace('answers', 'tokens'), ...fields]),
    'an encoded address': bytesOf([first.replace('_abcd1', '%5fabcd1'), ...fields]),
    'two lengths': bytesOf([...plain, 'Content-Length: 9']),
    'a length that is no number': bytesOf([...without('Content-Length'), 'Content-Length: +10']),
    'no length': bytesOf(without('Content-Length')),
    'a transfer coding': bytesOf([...plain, 'Transfer-Encoding: chunked']),
    'a coding of the content': bytesOf([...plain, 'Content-Encoding: gzip']),
    'a question before the body': bytesOf([...plain, 'Expect: 100-continue']),
    'an upgrade': bytesOf([...plain, 'Connection: upgrade', 'Upgrade: websocket']),
    'a blank before the colon': bytesOf([...plain, 'Content-Length : 3']),
    'a folded line': bytesOf([...plain, 'X-A: b', ' Content-Length: 3']),
    'a lone line feed': bytesOf([...plain, 'X-A: b\nContent-Length: 3']),
    'a lone carriage return': bytesOf([...plain, 'X-A: b\rContent-Length: 3']),
    'a NUL': bytesOf([...plain, 'X-A: \u0000']),
    'letters beyond ASCII': bytesOf([...plain, 'X-A: \u00e9']),
    'two hosts': bytesOf([...plain, 'Host: evil.example']),
    'two senders': bytesOf([...plain, 'X-Forwarded-For: 1.2.3.4']),
    'no host': bytesOf(without('Host')),
    'a form': bytesOf([...without('Content-Type'), 'Content-Type: text/plain']),
  }
  it.each(Object.keys(odd))('is left to node: %s', (name) => {
    expect(readRequest(odd[name] ?? bytesOf(plain))).toBeNull()
  })
})

it('whatever is read is read alike by node', async () => {
  const junk = fc.constantFrom(
    ...' \t\r\n:,0x\u0000\u00e9',
    '',
    '\r\n',
    'chunked',
    'Content-Length: 3\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Connection: close\r\n',
  )
  const whole = bytesOf([...plain, 'X-Other: a b']).toString('latin1')
  const changed = fc
    .tuple(fc.nat(whole.length), fc.nat(3), junk)
    .map(([at, gone, put]) =>
      Buffer.from(whole.slice(0, at) + put + whole.slice(at + gone), 'latin1'),
    )
  await fc.assert(
    fc.asyncProperty(changed, async (bytes) => {
      const read = readRequest(bytes)
      if (!read) return
      const [one] = await asNodeReads(bytes.subarray(0, read.end))
      expect(one?.url.startsWith(`/s/${read.survey}/${read.what}`)).toBe(true)
      expect(one?.body).toBe(bytes.toString('latin1', read.bodyFrom, read.end))
      const {
        host,
        origin,
        'x-forwarded-for': from,
        'x-forwarded-proto': proto,
      } = one?.headers ?? {}
      expect({ host, origin, from, proto }).toEqual({
        host: read.host,
        origin: read.origin,
        from: read.forwardedFor ?? undefined,
        proto: read.forwardedProto ?? undefined,
      })
    }),
    { numRuns: 1_000 },
  )
})
