/**
 * Chance in small pieces: asking the system costs the same for thirty bytes as for thousands, and every event, id and
 * request asks. Given once, a piece is wiped where it came from.
 */
import { randomFillSync } from 'node:crypto'

const kept = Buffer.alloc(4096)
let used = kept.length

export function chance(bytes: number): Buffer {
  if (bytes > kept.length) return randomFillSync(Buffer.alloc(bytes))
  if (used + bytes > kept.length) {
    randomFillSync(kept)
    used = 0
  }
  const piece = Buffer.from(kept.subarray(used, used + bytes))
  kept.fill(0, used, used + bytes)
  used += bytes
  return piece
}
