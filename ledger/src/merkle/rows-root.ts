/**
 * One hash for the rows of a batch that lie outside the log: whoever has the rows and the event that holds the root sees
 * that none was added, changed or taken out. Hashed as the log itself is. Source: RFC 9162 §2.1.1.
 */
import { hash } from 'node:crypto'
import { setImmediate as afterOthers } from 'node:timers/promises'
import { openFrontier } from './frontier.ts'

/** So many rows at a time, so that whoever else is served need not wait for a large batch. */
const atOnce = 1024

/** `rows`: each as its canonical text, in the order of the batch. In hex. */
export function rowsRoot(rows: readonly string[]): Promise<string> {
  return rowsRootOf(rows.length, (at) => rows[at] ?? '')
}

/** `rowAt` is asked for each row once, in order: a large batch need not lie about in texts, nor its hashes in memory. */
export async function rowsRootOf(count: number, rowAt: (at: number) => string): Promise<string> {
  const tree = openFrontier()
  for (let from = 0; from < count; from += atOnce) {
    if (from > 0) await afterOthers()
    for (let at = from; at < Math.min(from + atOnce, count); at += 1) tree.add(leafOf(rowAt(at)))
  }
  return tree.root().toString('hex')
}

/** Zero and the row, and its hash; used again for each. */
let room = Buffer.alloc(1024)
const leaf = Buffer.alloc(32)

/** To be looked at before the next one is made. */
function leafOf(row: string): Buffer {
  const most = row.length * 3 + 1
  if (most > room.length) room = Buffer.alloc(most * 2)
  const end = 1 + room.write(row, 1)
  leaf.write(hash('sha256', room.subarray(0, end), 'binary'), 'latin1')
  return leaf
}
