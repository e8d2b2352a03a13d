/** A signed statement: a text and the signature of exactly that text. Source: ballot.md 3.3. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { bytesOf, fromBase64url, textOf, toBase64url, type Bytes } from '../protocol/bytes.ts'
import { hasFields, isRecord, parsedJson } from '../protocol/json.ts'
import { statementMessage } from '../protocol/messages.ts'
import { isSignedBy, signed, verifyingKey } from '../protocol/p256.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import type { WebKey } from '../protocol/web-key.ts'

export const closeFields = ['kind', 'manifest', 'sealed', 'issued', 'ballots', 'at'] as const
export const paperFields = ['kind', 'manifest', 'contests'] as const

export async function writeStatement(secret: WebKey, content: object): Promise<Bytes> {
  const body = JSON.stringify(content)
  const sig = toBase64url(await signed(secret, statementMessage(body)))
  return bytesOf(JSON.stringify({ body, sig }))
}

/** `pk`: the manifest's key of whoever states; `fields`: what the body says, in this order and no more. */
export async function readStatement(
  bytes: Bytes,
  pk: string,
  file: string,
  fields: readonly string[],
): Promise<Result<Readonly<Record<string, unknown>>, ProtocolRefusal>> {
  const value = parsedJson(() => textOf(bytes))
  if (!isRecord(value) || !hasFields(value, ['body', 'sig']))
    return refuse(refusalOf('BAD_FORMAT', file))
  const { body, sig } = value
  if (typeof body !== 'string' || typeof sig !== 'string')
    return refuse(refusalOf('BAD_FORMAT', file))
  // One writing of one statement: nothing can be changed beside what is signed.
  if (JSON.stringify({ body, sig }) !== textOf(bytes)) return refuse(refusalOf('BAD_FORMAT', file))
  const [point, signature] = [fromBase64url(pk), fromBase64url(sig)]
  const key = point && (await verifyingKey(point))
  const holds = key && signature && (await isSignedBy(key, signature, statementMessage(body)))
  if (!holds) return refuse(refusalOf('BAD_STATEMENT_SIGNATURE', file))
  const said = parsedJson(() => body)
  const isWhole = isRecord(said) && hasFields(said, fields) && JSON.stringify(said) === body
  return isWhole ? accept(said) : refuse(refusalOf('BAD_FORMAT', file))
}
