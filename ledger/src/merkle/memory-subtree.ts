/** Perfect subtrees over leaves that are all in memory, computed as they are asked for. */
import { nodeHash } from './node-hash.ts'
import type { Subtree } from './proofs.ts'

export function memorySubtree(leaves: readonly Buffer[]): Subtree {
  return async (height, index) =>
    foldPerfect(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height))
}

/** The root of a perfect tree over these hashes; their number is a power of two. */
export function foldPerfect(hashes: readonly Buffer[]): Buffer {
  let row = hashes
  while (row.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at + 1 < row.length; at += 2)
      above.push(nodeHash(row[at] ?? none(), row[at + 1] ?? none()))
    row = above
  }
  return row[0] ?? none()
}

function none(): never {
  throw new Error('A subtree has no leaves')
}
