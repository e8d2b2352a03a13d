/**
 * Whether a request is signed as Amazon demands, reckoned from the request alone and independently of the client we
 * use. Source: Amazon S3 API Reference, "Authenticating Requests: Using the Authorization Header (AWS Signature
 * Version 4)"; tried on the example printed there.
 */
import { createHash, createHmac } from 'node:crypto'

export type SignedRequest = Readonly<{
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
}>

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** The signature that this request should bear. Null when it is not signed at all. */
export function expectedSignature(request: SignedRequest, secret: string): string | null {
  const { headers } = request
  const found =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(?<scope>[^,]+), ?SignedHeaders=(?<names>[^,]+), ?Signature=/.exec(
      headers['authorization'] ?? '',
    )?.groups
  const [scope, names] = [found?.['scope'], found?.['names']]
  if (scope === undefined || names === undefined) return null
  const canonical = canonicalRequest(request, names.split(';'))
  const at = headers['x-amz-date'] ?? ''
  const text = ['AWS4-HMAC-SHA256', at, scope, sha(canonical)].join('\n')
  const [date = '', region = '', service = ''] = scope.split('/')
  const dated = hmac(hmac(hmac(`AWS4${secret}`, date), region), service)
  return createHmac('sha256', hmac(dated, 'aws4_request')).update(text).digest('hex')
}

function canonicalRequest({ method, url, headers }: SignedRequest, names: readonly string[]) {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}`)
  return [
    method,
    url.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query,
    ...lines,
    '',
    names.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
}

/** RFC 3986: what encodeURIComponent leaves, Amazon encodes as well. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

export const signatureOf = (headers: Readonly<Record<string, string>>) =>
  /Signature=([0-9a-f]{64})/.exec(headers['authorization'] ?? '')?.[1] ?? null
