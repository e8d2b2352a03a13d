/**
 * Why another unit was not agreed to, as it stands below the line in the console. It is read from the record each time and
 * copied nowhere: it goes when its words are erased, and no message outside carries it.
 */
import { idOf, type CongressId, type MatterId } from '@luoshi/domain/kernel/ids'
import { readStream } from '@luoshi/ledger/log/read'
import type { World } from '../execute/context.ts'

/** @param things - Streams of matters. Only what was said last counts: of one matter it is refused once. */
export async function refusalReasons(
  db: World['db'],
  congress: CongressId,
  things: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const matters = [...new Set(things)].map((one) => idOf('matter', one))
  const found = await Promise.all(matters.map((one) => reasonOf(db, congress, one)))
  return new Map(found.flatMap((one) => (one === null ? [] : [one])))
}

async function reasonOf(
  db: World['db'],
  congress: CongressId,
  matter: MatterId,
): Promise<readonly [string, string] | null> {
  const stored = await readStream(db.pool, congress, matter)
  const refusal = stored.findLast(({ type }) => type === 'ReassignmentRefused')
  const reason = refusal?.words?.['reason']
  return typeof reason === 'string' ? [matter, reason] : null
}
