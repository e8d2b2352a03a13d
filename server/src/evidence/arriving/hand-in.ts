/** A file comes in: kept by its content, once for all, and noted as this congress's own. */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import type { Arrived, KeptFile } from '../store/file-store.ts'

type Hands = Pick<World, 'db' | 'files' | 'now' | 'scanner'>
type Known = Readonly<{ mediaType?: string; account?: AccountId }>

export async function handIn(
  hands: Hands,
  congress: CongressId,
  bytes: Uint8Array,
  known: Known = {},
): Promise<KeptFile> {
  const kept = await hands.files.keep(bytes)
  await note(hands, congress, kept, known)
  return kept
}

export async function handInArrived(
  hands: Hands,
  congress: CongressId,
  file: Arrived,
  known: Known = {},
): Promise<void> {
  await hands.files.keepArrived(file)
  await note(hands, congress, file, known)
}

/**
 * Handed in again, it counts from now: what nobody relies on is cleared away some days after it came last. What was
 * decided about it stays decided; where a scanner is set up, it waits for that first.
 */
async function note(
  { db, now, scanner }: Hands,
  congress: CongressId,
  { sha256, size }: KeptFile,
  { mediaType, account }: Known,
): Promise<void> {
  await db.rows(congress, {
    name: 'hand-in',
    text: `insert into luoshi.handed_in (congress, sha256, at, account, size, media_type, state)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (congress, sha256) do update
      set at = excluded.at, size = excluded.size,
        media_type = coalesce(excluded.media_type, handed_in.media_type),
        state = case when handed_in.state in ('discarded', 'erased') then excluded.state
          else handed_in.state end`,
    values: [
      congress,
      sha256,
      now(),
      account ?? null,
      size,
      mediaType ?? null,
      scanner === undefined ? 'open' : 'waiting',
    ],
  })
}
