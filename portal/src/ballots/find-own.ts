/**
 * After the close every device looks for its own ballots in the published file. It always takes the whole file, after a
 * wait drawn by chance: asking for one ballot would tell which is whose. The file counts only when it is the one that the
 * signed statement names. Source: ballot.md 3.5, 4 no. 2–3, 6 no. 11; tests 31, 32, 53.
 */
import { closeFields, readStatement } from '@luoshi/ballots/bulletin/statement'
import { sha256Hex, textOf } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Bytes } from '@luoshi/ballots/protocol/bytes'
import type { Booth } from './booth.ts'
import type { Asked } from './hall.ts'
import { goneOf, withGone, type Gone } from './kept.ts'

/** Of ballots that have been sent; what the box refused has been told already. */
export function toBeFound(gone: readonly Gone[]): readonly Gone[] {
  return gone.filter(({ at }) => at === 'sent' || at === 'received')
}

export async function findOwn(booth: Booth): Promise<Asked<true>> {
  const [close, sealed] = await Promise.all([
    booth.hall.published('close.json'),
    booth.hall.published('sealed.jsonl'),
  ])
  if (!close.ok) return close
  if (!sealed.ok) return sealed
  const lines = await statedLines(booth.frozen, close.value, sealed.value)
  if (!lines.ok) return lines
  const published = new Set(lines.value)
  for (const gone of toBeFound(goneOf(booth.kept()))) {
    const { c, id, text } = gone
    const receipt = gone.at === 'received' ? gone.receipt : null
    const step: Gone = isIn(published, text)
      ? { at: 'found', c, id, text, receipt }
      : { at: 'missing', c, id, text, receipt, objected: false }
    await booth.change((kept) => withGone(kept, step))
  }
  return { ok: true, value: true }
}

/** The ballots of the file without their signatures, once the statement stands behind the file. */
export async function statedLines(
  { hash, manifest }: FrozenManifest,
  close: Bytes,
  sealed: Bytes,
): Promise<Asked<readonly string[]>> {
  const stated = await readStatement(close, manifest.serverPk, 'close.json', closeFields)
  if (!stated.ok) return { ok: false, code: stated.refusal.code }
  const { kind, manifest: mh, sealed: sum } = stated.value
  if (kind !== 'close' || mh !== hash) return { ok: false, code: 'WRONG_MANIFEST' }
  if (sum !== (await sha256Hex(sealed))) return { ok: false, code: 'SEALED_FILE_CHANGED' }
  return { ok: true, value: textOf(sealed).split('\n').map(withoutSignature) }
}

/** `lines`: of the file, as `statedLines` gives them. */
export function isIn(lines: ReadonlySet<string>, ballot: string): boolean {
  return lines.has(withoutSignature(ballot))
}

/** A signature has a twin (r, n−s) that anybody can make; the rest of a ballot has none. */
function withoutSignature(ballot: string): string {
  return ballot.replace(/"sig":"[\w-]*"\}$/, '')
}
