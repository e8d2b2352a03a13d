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
export async function rowsRoot(rows: readonly string[]): Promise<string> {
  const perfect: Buffer[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    if (from > 0) await afterOthers()
    perfect.push(rootOf(rows.slice(from, from + atOnce).map(leafOf)))
  }
  return rootOf(perfect).toString('hex')
}

function leafOf(row: string): Buffer {
  return Buffer.from(hash('sha256', Buffer.concat([zero, Buffer.from(row)]), 'binary'), 'binary')
}

const zero = Buffer.of(0)

/** Over whole subtrees of equal height, but for the last: split at the largest power of two, as the tree is defined. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot
  const size = 2 ** Math.floor(Math.log2(hashes.length))
  const left = foldPerfect(hashes.slice(0, size))
  return size === hashes.length ? left : nodeHash(left, rootOf(hashes.slice(size)))
}
