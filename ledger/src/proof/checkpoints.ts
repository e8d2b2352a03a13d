/** Making checkpoints: the congress signs how many events it has and their root, and can never take that back. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Pool, PoolClient } from 'pg'
import { withCongress } from '../log/tenant.ts'
import { rangeRoot } from '../merkle/proofs.ts'
import { extendTiles, HoleInTheLog, storedSubtree } from '../merkle/stored-tree.ts'
import { checkpointText, originOf } from './checkpoint-text.ts'
import { signNote } from './signed-note.ts'
import type { SigningKey } from './signing-key.ts'

export type Checkpoint = Readonly<{ size: number; root: Buffer; note: string }>

/** The log does not continue what was signed before, so nothing more is signed: run `luoshi verify`. */
export type HistoryChanged = Readonly<{ code: 'history-changed'; signedSize: number; size: number }>

/** Signs the log as it stands; the last checkpoint when nothing was added since, null on an empty log. */
export async function makeCheckpoint(
  pool: Pool,
  congress: string,
  key: SigningKey,
  at: Instant,
): Promise<Result<Checkpoint | null, HistoryChanged>> {
  return withCongress(pool, congress, async (client) => {
    const size = await headOf(client, congress)
    const last = (await checkpointsOf(client, congress, 1))[0]
    if (last && last.size === size) return accept(last)
    if (size === 0 && !last) return accept(null)
    const root = await continuedRoot(client, congress, size, last)
    if (!root) return refuse({ code: 'history-changed', signedSize: last?.size ?? 0, size })
    const origin = originOf(congress)
    const note = signNote(
      checkpointText({ origin, size, root }),
      origin,
      key.privateKey,
      key.publicKey,
    )
    await client.query('select luoshi.put_checkpoint($1, $2, $3, $4, $5)', [
      congress,
      size,
      root,
      note,
      at,
    ])
    return accept({ size, root, note })
  })
}

/** The root at `size`, or null when the tree at the last checkpoint's size no longer has the root that was signed. */
async function continuedRoot(
  client: PoolClient,
  congress: string,
  size: number,
  last: Checkpoint | undefined,
): Promise<Buffer | null> {
  if (last && last.size > size) return null
  try {
    await extendTiles(client, congress, size)
    const subtree = storedSubtree(client, congress)
    if (last && !(await rangeRoot(subtree, 0, last.size)).equals(last.root)) return null
    return await rangeRoot(subtree, 0, size)
  } catch (error) {
    if (error instanceof HoleInTheLog) return null
    throw error
  }
}

/** Newest first. */
export async function readCheckpoints(
  pool: Pool,
  congress: string,
  limit: number,
): Promise<readonly Checkpoint[]> {
  return withCongress(pool, congress, (client) => checkpointsOf(client, congress, limit))
}

async function checkpointsOf(
  client: PoolClient,
  congress: string,
  limit: number,
): Promise<readonly Checkpoint[]> {
  const text =
    'select size, root, note from luoshi.checkpoint where congress = $1 order by size desc limit $2'
  const { rows } = await client.query<{ size: string; root: Buffer; note: string }>(text, [
    congress,
    limit,
  ])
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

async function headOf(client: PoolClient, congress: string): Promise<number> {
  const text = 'select seq from luoshi.ledger_head where congress = $1'
  const { rows } = await client.query<{ seq: string }>(text, [congress])
  return Number(rows[0]?.seq ?? 0)
}
