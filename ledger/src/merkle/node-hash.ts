/** How a Merkle tree over the log is hashed. Source: RFC 6962 §2.1, RFC 9162 §2.1.1. */
import { hash } from 'node:crypto'

/** Room for 0x01 and two hashes, used again for every node: hashing is what a proof of a million events waits for. */
const room = Buffer.alloc(65)
room[0] = 1

/** MTH({}) */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer')

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(room, 1)
  right.copy(room, 33)
  // By way of a string: asked for a Buffer, Node takes three times as long.
  return Buffer.from(hash('sha256', room, 'binary'), 'binary')
}

/** For data that is not an event: an event's leaf hash comes from `log/leaf.ts`. */
export function dataHash(data: Buffer): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(0), data]), 'buffer')
}
