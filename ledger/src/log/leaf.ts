/**
 * The bytes of an event that are hashed: the leaf of the Merkle tree and the link of the chain are one hash.
 * Source: RFC 6962 §2.1 (a leaf is hashed with 0x00 before it). luoshi.append_commits writes the same bytes.
 */
import { hash } from 'node:crypto'

/** An event as it is hashed. `facts` is canonical JSON text; hashes are 64 lower-case hex digits. */
export type Leaf = Readonly<{
  congress: string
  seq: number
  stream: string
  version: number
  type: string
  command: string
  actor: string
  at: string
  facts: string
  wordsHash: string | null
  prev: string
}>

/** What comes before the first event. */
export const beginning = '0'.repeat(64)

export function leafText(leaf: Leaf): string {
  const { congress, seq, stream, version, type, command, actor, at, facts, wordsHash, prev } = leaf
  return `luoshi-event/v1\n${congress}\n${seq}\n${stream}\n${version}\n${type}\n${command}\n${actor}\n${at}\n${facts}\n${wordsHash ?? '-'}\n${prev}`
}

/** Hex. U+0000 in UTF-8 is the byte 0x00 that marks a leaf. */
export function leafHash(leaf: Leaf): string {
  return hash('sha256', `\0${leafText(leaf)}`, 'hex')
}

/** Used again for every text: proofs of a million events spend their time here. */
let room = Buffer.alloc(64 * 1024)

/** Hex of SHA-256 over the salt's 32 bytes and the text; empty when the salt is no 32 bytes in hex. */
export function wordsHash(saltHex: string, body: string): string {
  const most = 32 + body.length * 3
  if (room.length < most) room = Buffer.alloc(most)
  if (saltHex.length !== 64 || room.write(saltHex, 'hex') !== 32) return ''
  return hash('sha256', room.subarray(0, 32 + room.write(body, 32, 'utf8')), 'hex')
}
