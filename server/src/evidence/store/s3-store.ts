/**
 * Files in an S3-compatible store, by signed requests from this server only: no link is ever handed out and no object
 * is ever made public. The content's hash is what S3 itself checks on arrival (x-amz-content-sha256), and a key that is
 * there already is not written again. Source: Amazon S3 API Reference, "Signature Version 4", "PutObject".
 */
import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import {
  hashOf,
  headBytes,
  placeOf,
  sound,
  StoreUnavailable,
  type FileStore,
  type KeptFile,
} from './file-store.ts'
import { listedKeys } from './s3-listing.ts'

export type S3Settings = Readonly<{
  /** Its origin; the bucket goes into the path, or before the host. */
  endpoint: string
  bucket: string
  region: string
  /** Before every key: '' or ending in a slash. */
  prefix: string
  style: 'path' | 'host'
  accessKeyId: string
  secretAccessKey: string
}>

type Ask = (
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE',
  key: string,
  more?: Readonly<{ headers?: Readonly<Record<string, string>>; body?: Blob; query?: string }>,
) => Promise<Response>

/** Two minutes: the largest film over a slow line. */
const patience = 120_000

export function s3Store(settings: S3Settings): FileStore {
  const ask = asker(settings)
  const has = async (sha256: string) => (await found(ask, 'HEAD', sha256)) !== null
  const put = async (sha256: string, body: Blob) => {
    if (await has(sha256)) return
    const headers = {
      'x-amz-content-sha256': sha256,
      'content-type': 'application/octet-stream',
      'if-none-match': '*',
    }
    const answer = await ask('PUT', placeOf(sha256), { headers, body })
    // 412, 409: another was faster with the same content.
    if (answer.status !== 412 && answer.status !== 409) await mustBeOk(answer)
  }
  return {
    kind: 's3',
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      await put(sha256, new Blob([Uint8Array.from(bytes)]))
      return { sha256, size: bytes.byteLength }
    },
    keepArrived: async ({ path, sha256 }) => put(sha256, await openAsBlob(path)),
    has,
    head: async (sha256) => {
      const answer = await found(ask, 'GET', sha256, { range: `bytes=0-${headBytes - 1}` })
      return answer && (await bytesOf(answer)).subarray(0, headBytes)
    },
    read: async (sha256) => {
      const answer = await found(ask, 'GET', sha256)
      return answer && sound(sha256, await bytesOf(answer))
    },
    stream: async (sha256) => {
      const answer = await found(ask, 'GET', sha256)
      if (answer === null) return null
      return { size: Number(answer.headers.get('content-length')), body: bodyOf(answer) }
    },
    discard: async (sha256) => {
      if (!(await has(sha256))) return false
      await mustBeOk(await ask('DELETE', placeOf(sha256)))
      return true
    },
    list: () => listed(ask, settings.prefix),
  }
}

function asker({ endpoint, bucket, prefix, style, ...signer }: S3Settings): Ask {
  const client = new AwsClient({ ...signer, service: 's3', retries: 3 })
  const base = new URL(endpoint)
  if (style === 'host') base.hostname = `${bucket}.${base.hostname}`
  const folder = `${base.origin}/${style === 'path' ? `${bucket}/` : ''}`
  return async (method, key, { headers = {}, body, query } = {}) => {
    const url = query === undefined ? `${folder}${prefix}${key}` : `${folder}?${query}`
    const signal = AbortSignal.timeout(patience)
    const init = { method, headers, signal, ...(body === undefined ? {} : { body }) }
    try {
      return await client.fetch(url, init)
    } catch (failure) {
      // The address may be told, the signed request with its headers may not.
      const why = failure instanceof Error ? failure.name : 'failed'
      throw new StoreUnavailable(`${method} at ${base.host}: ${why}`)
    }
  }
}

/** Null for what is not there. Without listing rights some stores say 403 for it: then it is a fault, and said so. */
async function found(
  ask: Ask,
  method: 'GET' | 'HEAD',
  sha256: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | null> {
  const answer = await ask(method, placeOf(sha256), { headers })
  if (answer.status === 404) return null
  return mustBeOk(answer)
}

/** @throws StoreUnavailable with the store's own code, never with what was sent. */
async function mustBeOk(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const code = /<Code>(\w{1,60})<\/Code>/.exec(await answer.text().catch(() => ''))?.[1]
  throw new StoreUnavailable(`${answer.status} ${code ?? ''}`.trim())
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

function bodyOf({ body }: Response): Readable {
  return body === null ? Readable.from([]) : Readable.fromWeb(nodeStream(body))
}

/** The same stream, as Node's own types name it. */
function nodeStream(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return body
}

async function* listed(ask: Ask, prefix: string): AsyncGenerator<KeptFile> {
  let token: string | null = null
  do {
    const asked = new URLSearchParams({ 'list-type': '2', prefix })
    if (token !== null) asked.set('continuation-token', token)
    const answer: Response = await mustBeOk(await ask('GET', '', { query: asked.toString() }))
    const page = listedKeys(await answer.text(), prefix)
    yield* page.files
    token = page.next
  } while (token !== null)
}
