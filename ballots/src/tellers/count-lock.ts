/**
 * A lock of the box: a count key split among three tellers, any two of whom open it. The joining of shares never fails by
 * itself, so the joined key is held against the manifest. Source: ballot.md 0 no. 7, 3.3 no. 9; tests 41, 44.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { combine, split } from 'shamir-secret-sharing'
import { fromBase64url, toBase64url } from '../protocol/bytes.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { countKeyFrom, newCountKey, type CountKey } from '../protocol/sealed-box.ts'

const tellers = 3
const needed = 2

/** The key itself is nowhere but in the shares. */
export type CountLock = Readonly<{ pk: string; shares: readonly string[] }>

export async function newLock(): Promise<CountLock> {
  const { scalar, point } = await newCountKey()
  const shares = await split(scalar, tellers, needed)
  scalar.fill(0)
  return { pk: toBase64url(point), shares: shares.map(toBase64url) }
}

/** `pk`: of the manifest. */
export async function joinShares(
  pk: string,
  shares: readonly string[],
): Promise<Result<CountKey, ProtocolRefusal>> {
  const point = fromBase64url(pk)
  const parts = shares.flatMap((share) => fromBase64url(share.trim()) ?? [])
  const bad = refuse(refusalOf('BAD_SHARES'))
  if (!point || parts.length !== shares.length || parts.length < needed) return bad
  if (parts.some((part) => part.length !== 33)) return bad
  try {
    const key = await countKeyFrom(Uint8Array.from(await combine(parts)), point)
    return key ? accept(key) : bad
  } catch {
    return bad
  }
}
