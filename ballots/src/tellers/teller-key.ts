/**
 * The tellers' signing key: made in their browser, kept on the chief teller's slip, and used once to sign the paper counts.
 * It is written like a share, with a zero byte before its 32. Source: ballot.md 3.1 (tellers sign paper counts), 3.5.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'
import { statementMessage } from '../protocol/messages.ts'
import { isSignedBy, keptSecret, newSigningPair, signed, verifyingKey } from '../protocol/p256.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** `secret`: 33 bytes, base64url; `writeShare` puts it on a slip. */
export type TellerKey = Readonly<{ pk: string; secret: string }>

export async function newTellerKey(): Promise<TellerKey> {
  const { secret, point } = await newSigningPair(true)
  const kept = await crypto.subtle.importKey('pkcs8', await keptSecret(secret), curve, true, [
    'sign',
  ])
  const { d = '' } = await crypto.subtle.exportKey('jwk', kept)
  const scalar = fromBase64url(d) ?? new Uint8Array()
  return { pk: toBase64url(point), secret: toBase64url(joined(Uint8Array.of(0), scalar)) }
}

/** Signs the text of the paper counts; `pk`: of the manifest. */
export async function signPaperCounts(
  { pk, secret }: TellerKey,
  body: string,
): Promise<Result<string, ProtocolRefusal>> {
  const [point, scalar] = [fromBase64url(pk), fromBase64url(secret)?.slice(1)]
  if (point?.length !== 65 || scalar?.length !== 32) return refuse(refusalOf('BAD_SHARES'))
  const [x, y] = [toBase64url(point.slice(1, 33)), toBase64url(point.slice(33))]
  try {
    const jwk = { kty: 'EC', crv: 'P-256', d: toBase64url(scalar), x, y, ext: false }
    const key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['sign'])
    const signature = await signed(key, statementMessage(body))
    const known = await verifyingKey(point)
    const holds = known && (await isSignedBy(known, signature, statementMessage(body)))
    return holds ? accept(toBase64url(signature)) : refuse(refusalOf('BAD_SHARES'))
  } catch {
    return refuse(refusalOf('BAD_SHARES'))
  }
}
