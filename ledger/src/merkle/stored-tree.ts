/**
 * The tree of a congress as it lies in the database: leaves are the events' hashes, and the roots of full subtrees of
 * 256, 65,536 … leaves are kept as tiles, so that a root over a million events reads a few hundred rows.
 */
import type { PoolClient } from 'pg'
import { foldPerfect } from './memory-subtree.ts'
import type { Subtree } from './proofs.ts'

/** A tile stands for 2^8 hashes of the level below. */
const tileHeight = 8
const tileSize = 256

/** Tiles must have been brought up to the size that is asked about: see {@link extendTiles}. */
export function storedSubtree(client: PoolClient, congress: string): Subtree {
  return async (height, index) => {
    const level = Math.floor(height / tileHeight)
    const width = 2 ** (height % tileHeight)
    return foldPerfect(await hashesAt(client, congress, level, index * width, width))
  }
}

/** Writes the tiles that became full up to `size`. Each is computed once in the life of the log. */
export async function extendTiles(
  client: PoolClient,
  congress: string,
  size: number,
): Promise<void> {
  let full = Math.floor(size / tileSize)
  for (let level = 1; full > 0; level += 1) {
    for (let idx = await tilesAt(client, congress, level); idx < full; idx += tileSize) {
      const end = Math.min(full, idx + tileSize)
      await writeTiles(client, congress, level, idx, end)
    }
    full = Math.floor(full / tileSize)
  }
}

async function tilesAt(client: PoolClient, congress: string, level: number): Promise<number> {
  const text =
    'select coalesce(max(idx) + 1, 0) as n from luoshi.merkle_tile where congress = $1 and level = $2'
  const { rows } = await client.query<{ n: string }>(text, [congress, level])
  return Number(rows[0]?.n ?? 0)
}

async function writeTiles(
  client: PoolClient,
  congress: string,
  level: number,
  from: number,
  to: number,
): Promise<void> {
  const below = await hashesAt(client, congress, level - 1, from * tileSize, (to - from) * tileSize)
  const tiles = Array.from({ length: to - from }, (_, place) => {
    const hash = foldPerfect(below.slice(place * tileSize, (place + 1) * tileSize)).toString('hex')
    return { level, idx: from + place, hash }
  })
  await client.query('select luoshi.put_tiles($1, $2::jsonb)', [congress, JSON.stringify(tiles)])
}

/** @throws when one is missing: a tree with holes has no root. */
async function hashesAt(
  client: PoolClient,
  congress: string,
  level: number,
  from: number,
  count: number,
): Promise<readonly Buffer[]> {
  const text =
    level === 0
      ? 'select hash from luoshi.event where congress = $1 and seq > $2 and seq <= $2 + $3 order by seq'
      : 'select hash from luoshi.merkle_tile where congress = $1 and idx >= $2 and idx < $2 + $3 and level = $4 order by idx'
  const values = level === 0 ? [congress, from, count] : [congress, from, count, level]
  const { rows } = await client.query<{ hash: Buffer }>(text, values)
  if (rows.length !== count) throw new HoleInTheLog(level, from, count, rows.length)
  return rows.map((row) => row.hash)
}

export class HoleInTheLog extends Error {
  constructor(level: number, from: number, wanted: number, found: number) {
    super(`The log has a hole: ${found} of ${wanted} hashes at level ${level} from ${from}`)
    this.name = 'HoleInTheLog'
  }
}
