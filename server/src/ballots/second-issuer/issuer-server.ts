/**
 * The tellers' own issuer on a port: `POST /tokens` with a slip's code and the blinded requests. It signs only for the
 * manifest it was shown, keeps no log and knows no session.
 * Source: ballot.md §3.3 no. 2–3, §3.1.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { issueToken, type TokenRequest } from '@luoshi/ballots/issuing/issuer'
import { isRecord } from '@luoshi/ballots/protocol/json'
import { fingerprintOf, readManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import { refusalOf, type ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { openIssuer, type OpenIssuer } from './issuer-folder.ts'

export type SecondIssuerSettings = Readonly<{
  folder: string
  manifest: Uint8Array
  host: string
  port: number
  /** A certificate of its own, as a page over https asks for; none on this machine only. */
  tls: Readonly<{ cert: Buffer; key: Buffer }> | null
}>

export type SecondIssuer = Readonly<{
  url: string
  fingerprint: string
  /** How many slips have taken something. */
  issued: () => number
  close: () => Promise<void>
}>

/** Much more than requests for six hundred contests. */
const mostBytes = 512 * 1024

export async function startSecondIssuer({
  folder,
  manifest,
  host,
  port,
  tls,
}: SecondIssuerSettings): Promise<Result<SecondIssuer, ProtocolRefusal>> {
  const read = await readManifest(new Uint8Array(manifest))
  if (!read.ok) return read
  const issuer = await openIssuer(folder)
  if (!isOurs(read.value, issuer)) return refuse(refusalOf('WRONG_MANIFEST', 'manifest.json'))
  const fingerprint = fingerprintOf(read.value)
  const issued = () => new Set(issuer.issued().map(({ voter }) => voter)).size
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    respond(issuer, request)
      .catch(() => ({ status: 503, said: { code: 'TRY_AGAIN' } }))
      .then(({ status, said }) => answer(response, status, said))
      .catch(() => response.destroy())
  }
  const server = tls ? createTlsServer(tls, handle) : createServer(handle)
  server.requestTimeout = 30_000
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const scheme = tls ? 'https' : 'http'
  return accept({
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    fingerprint,
    issued,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  })
}

/** Each contest names a key of ours in the second place; otherwise no token of ours would fit. */
function isOurs({ manifest }: FrozenManifest, { keys }: OpenIssuer): boolean {
  return (
    manifest.contests.length === keys.length &&
    manifest.contests.every(({ issuers }, at) => {
      const [named, ours] = [issuers[1], keys[at]?.issuer]
      return named !== undefined && named.n === ours?.n && named.e === ours.e
    })
  )
}

type Answer = Readonly<{ status: number; said: object }>

async function respond(issuer: OpenIssuer, request: IncomingMessage): Promise<Answer> {
  if (request.method === 'OPTIONS') return { status: 200, said: {} }
  if (request.method !== 'POST' || request.url !== '/tokens')
    return { status: 404, said: { code: 'NOT_FOUND' } }
  const asked = readAsked(await textOf(request))
  if (!asked) return refused(refusalOf('BAD_FORMAT'))
  const slip = issuer.slipOf(asked.slip)
  if (slip === undefined) return refused(refusalOf('NOT_ELIGIBLE'))
  const { keys, register, labels } = issuer
  const issuing = { open: true, rolls: keys.map(() => labels), keys, register }
  const signatures: string[] = []
  for (const one of asked.requests) {
    const token = await issueToken(issuing, slip, one)
    if (!token.ok) return refused(token.refusal)
    signatures.push(token.value)
  }
  return { status: 200, said: { signatures } }
}

function refused({ code, about }: ProtocolRefusal): Answer {
  return { status: 409, said: { code, about, ...refusalWords(code) } }
}

type Asked = Readonly<{ slip: string; requests: readonly TokenRequest[] }>

function readAsked(text: string | undefined): Asked | undefined {
  if (text === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const { slip, requests } = isRecord(value) ? value : {}
  if (typeof slip !== 'string' || slip.length > 60 || !Array.isArray(requests)) return undefined
  const read = requests.flatMap((one: unknown): readonly TokenRequest[] => {
    const { c, z } = isRecord(one) ? one : {}
    return typeof c === 'number' && typeof z === 'string' ? [{ c, z }] : []
  })
  return read.length === requests.length && read.length > 0 ? { slip, requests: read } : undefined
}

async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return undefined
    length += part.length
    if (length > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function answer(response: ServerResponse, status: number, said: object): void {
  response.sendDate = false
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(JSON.stringify(said))
}
