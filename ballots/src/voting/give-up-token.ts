/** The voter's device gives up a token it has not used. Source: ballot.md §5; test 30. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, toBase64url } from '../protocol/bytes.ts'
import type { FrozenManifest } from '../protocol/manifest.ts'
import { surrenderMessage } from '../protocol/messages.ts'
import { secretFrom, signed } from '../protocol/p256.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import type { Surrender } from '../protocol/surrender.ts'
import type { Token } from './take-token.ts'

export async function giveUpToken(
  { mh }: Pick<FrozenManifest, 'mh'>,
  { c, secret, pk, pre, tok }: Token,
): Promise<Result<Surrender, ProtocolRefusal>> {
  const [point, kept] = [fromBase64url(pk), fromBase64url(secret)]
  if (!point || !kept) return refuse(refusalOf('BAD_ENCODING'))
  const sig = await signed(await secretFrom(kept), surrenderMessage(mh, c, point))
  return accept({ c, pk, pre, tok, sig: toBase64url(sig) })
}
