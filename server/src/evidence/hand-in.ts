/** A file comes in: kept by its content, once for all, and noted as this congress's own. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../execute/context.ts'

export async function handIn(
  { db, files }: Pick<World, 'db' | 'files'>,
  congress: CongressId,
  bytes: Uint8Array,
): Promise<Readonly<{ sha256: string; size: number }>> {
  const kept = await files.keep(bytes)
  await db.rows(congress, {
    name: 'hand-in',
    text: 'insert into luoshi.handed_in values ($1, $2) on conflict do nothing',
    values: [congress, kept.sha256],
  })
  return kept
}
