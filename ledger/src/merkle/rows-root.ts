/**
 * One hash for the rows of a batch that lie outside the log: whoever has the rows and the event that holds the root sees
 * that none was added, changed or taken out. Hashed as the log itself is. Source: RFC 9162 §2.1.1.
 */
import { hash } from 'node:crypto'
import { setImmediate as afterOthers } from 'node:timers/promises'
import { emptyRoot, nodeHash } from './node-hash.ts'
import { foldPerfect } from './memory-subtree.ts'

/** So many rows at a time, so that whoever else is served need not wait for a large batch. */
const atOnce = 1024

/** `rows`: each as its canonical text, in the order of the batch. In hex. */
export function rowsRoot(rows: readonly string[]): Promise<string> {
  return rowsRootOf(rows.length, (at) => rows[at] ?? '')
}

/** `rowAt` is asked for each row once, in order: a large batch need not lie about in texts. */
export async function rowsRootOf(count: number, rowAt: (at: number) => string): Promise<string> {
  const perfect: Buffer[] = []
  for (let from = 0; from < count; from += atOnce) {
    if (from > 0) await afterOthers()
    const leaves: Buffer[] = []
    for (let at = from; at < Math.min(from + atOnce, count); at += 1) leaves.push(leafOf(rowAt(at)))
    perfect.push(rootOf(leaves))
  }
  return rootOf(perfect).toString('hex')
}

/** Zero and the row, used again for each. */
let room = Buffer.alloc(1024)

function leafOf(row: string): Buffer {
  const most = row.length * 3 + 1
  if (most > room.length) room = Buffer.alloc(most * 2)
  const end = 1 + room.write(row, 1)
  return Buffer.from(hash('sha256', room.subarray(0, end), 'binary'), 'binary')
}

/** Over whole subtrees of equal height, but for the last: split at the largest power of two, as the tree is defined. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  const size = 2 ** Math.floor(Math.log2(hashes.length))
  const left = foldPerfect(hashes.slice(0, size))
  return size === hashes.length ? left : nodeHash(left, rootOf(hashes.slice(size)))
}
