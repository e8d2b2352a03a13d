/** A published folder in the hands of somebody who has the server's key and signs the close again over what he changed. */
import type { Bulletin, BulletinFile } from '@luoshi/ballots/bulletin/bulletin'
import { writeStatement } from '@luoshi/ballots/bulletin/statement'
import { bytesOf, sha256Hex, textOf } from '@luoshi/ballots/protocol/bytes'
import type { WebKey } from '@luoshi/ballots/protocol/web-key'

export function linesIn(folder: Bulletin, name: BulletinFile): readonly string[] {
  const text = textOf(folder[name] ?? new Uint8Array())
  return text.split('\n').filter((line) => line !== '')
}

export const fileOf = (lines: readonly string[]) =>
  bytesOf(lines.map((line) => `${line}\n`).join(''))

export async function signedOver(
  secret: WebKey,
  folder: Bulletin,
  change: Readonly<{ sealed?: readonly string[]; issued?: readonly string[] }>,
): Promise<Bulletin> {
  const sealed = change.sealed ?? linesIn(folder, 'sealed.jsonl')
  const files = {
    'sealed.jsonl': fileOf(sealed),
    'issued.jsonl': fileOf(change.issued ?? linesIn(folder, 'issued.jsonl')),
  }
  const { body } = JSON.parse(textOf(folder['close.json'] ?? new Uint8Array()))
  const stated = {
    ...JSON.parse(body),
    sealed: await sha256Hex(files['sealed.jsonl']),
    issued: await sha256Hex(files['issued.jsonl']),
    ballots: sealed.length,
  }
  return { ...folder, ...files, 'close.json': await writeStatement(secret, stated) }
}
