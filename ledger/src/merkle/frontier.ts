/** The root of a tree that grows leaf by leaf, in memory for one hash per level. Source: RFC 6962 §2.1. */
import { hash } from 'node:crypto'
import { emptyRoot } from './node-hash.ts'

export type Frontier = Readonly<{
  /** @param from - Where the 32 bytes of the leaf's hash begin. */
  add: (leaves: Uint8Array, from?: number) => void
  root: () => Buffer
  size: () => number
}>

const bytes = 32
/** More leaves than are counted exactly. */
const levels = 53

export function openFrontier(): Frontier {
  /** Roots of perfect subtrees by their height; there is one for each 1 in the binary size. All in one place: a proof of
   * a million events would otherwise leave as many small buffers behind. */
  const peaks = Buffer.alloc(levels * bytes)
  /** 0x01, the left hash and the right one: what a node hashes. */
  const room = Buffer.alloc(1 + 2 * bytes)
  room[0] = 1
  let size = 0

  /** Hashes what is in the room; its right half is then the new hash. */
  function joinWith(level: number): void {
    peaks.copy(room, 1, level * bytes, (level + 1) * bytes)
    // By way of a string: asked for a Buffer, Node takes three times as long.
    room.write(hash('sha256', room, 'binary'), 1 + bytes, 'latin1')
  }

  return {
    add(leaves, from = 0) {
      room.set(leaves.subarray(from, from + bytes), 1 + bytes)
      let level = 0
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
        joinWith(level)
        level += 1
      }
      room.copy(peaks, level * bytes, 1 + bytes)
      size += 1
    },
    root() {
      if (size === 0) return Buffer.from(emptyRoot)
      let begun = false
      for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / 2)) {
        if (rest % 2 === 0) continue
        if (begun) joinWith(level)
        else peaks.copy(room, 1 + bytes, level * bytes, (level + 1) * bytes)
        begun = true
      }
      return Buffer.from(room.subarray(1 + bytes))
    },
    size: () => size,
  }
}
