/**
 * The part of Amazon's S3 protocol that a store of files needs, over real HTTP: it checks every signature and the hash
 * of every body, refuses to write over a key (If-None-Match), and lists in pages of five.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../src/evidence/store/s3-store.ts'
import { hashOf, placeOf } from '../src/evidence/store/file-store.ts'
import { expectedSignature, signatureOf } from './s3-signature.ts'

export type S3Server = AsyncDisposable &
  Readonly<{
    settings: S3Settings
    /** Puts other bytes under this name, past the protocol. */
    damage: (sha256: string, bytes: Uint8Array) => Promise<void>
    /** What came in so far: method and headers. */
    asked: readonly Readonly<{ method: string; headers: Readonly<Record<string, string>> }>[]
  }>

const secretAccessKey = 'test/secret+key'
const pageLength = 5

type Objects = Map<string, Uint8Array>
type Answer = Readonly<{
  status: number
  headers?: Readonly<Record<string, string | number>>
  body?: Uint8Array | string
}>

export async function s3Server(): Promise<S3Server> {
  const objects: Objects = new Map()
  const asked: Readonly<{ method: string; headers: Readonly<Record<string, string>> }>[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = plainHeaders(request)
    const method = request.method ?? 'GET'
    const body = await bodyOf(request)
    asked.push({ method, headers })
    const url = new URL(request.url ?? '/', `http://${headers['host'] ?? 'localhost'}`)
    send(response, method, answerTo(objects, { method, url, headers, body }))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const { port }: Pick<AddressInfo, 'port'> =
    address !== null && typeof address === 'object' ? address : { port: 0 }
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'luoshi',
      region: 'cn-county-1',
      prefix: 'evidence/',
      style: 'path',
      accessKeyId: 'TESTKEY',
      secretAccessKey,
    },
    damage: async (sha256, bytes) => {
      objects.set(`evidence/${placeOf(sha256)}`, bytes)
    },
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Asked = Readonly<{
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: Buffer
}>

function answerTo(objects: Objects, asked: Asked): Answer {
  const { method, url, headers, body } = asked
  const wanted = expectedSignature(asked, secretAccessKey)
  if (wanted === null) return refusal(403, 'AccessDenied')
  if (wanted !== signatureOf(headers)) return refusal(403, 'SignatureDoesNotMatch')
  const told = headers['x-amz-content-sha256'] ?? ''
  if (told !== 'UNSIGNED-PAYLOAD' && told !== hashOf(body))
    return refusal(400, 'XAmzContentSHA256Mismatch')
  const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/')
  if (bucket !== 'luoshi') return refusal(404, 'NoSuchBucket')
  const key = rest.join('/')
  if (key === '') return listing(objects, url.searchParams)
  const kept = objects.get(key)
  switch (method) {
    case 'PUT':
      if (kept && headers['if-none-match'] === '*') return refusal(412, 'PreconditionFailed')
      objects.set(key, body)
      return { status: 200 }
    case 'DELETE':
      objects.delete(key)
      return { status: 204 }
    default:
      return kept ? contentOf(kept, headers['range']) : refusal(404, 'NoSuchKey')
  }
}

function contentOf(kept: Uint8Array, range: string | undefined): Answer {
  const asked = /^bytes=(\d+)-(\d+)$/.exec(range ?? '')
  if (asked === null) return { status: 200, body: kept }
  return { status: 206, body: kept.subarray(Number(asked[1]), Number(asked[2]) + 1) }
}

function listing(objects: Objects, query: URLSearchParams): Answer {
  const after = query.get('continuation-token') ?? ''
  const prefix = query.get('prefix') ?? ''
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
  const page = keys.slice(0, pageLength)
  const more = keys.length > page.length
  const contents = page.map((key) => {
    const size = objects.get(key)?.byteLength ?? 0
    return `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`
  })
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  const inside = `<IsTruncated>${more}</IsTruncated>${next}${contents.join('')}`
  return {
    status: 200,
    body: `<?xml version="1.0"?><ListBucketResult>${inside}</ListBucketResult>`,
  }
}

const refusal = (status: number, code: string): Answer => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function plainHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function send(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body ?? [])
  response.writeHead(status, { 'content-length': bytes.byteLength, ...headers })
  response.end(method === 'HEAD' ? undefined : bytes)
}
