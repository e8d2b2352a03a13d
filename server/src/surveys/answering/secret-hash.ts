/**
 * Numbers of 53 bits that stand for texts in the memory of this process, by a secret of its own. For tables only: it keeps
 * people from choosing texts that meet, and it is no signature. Never 0.
 */
import { randomBytes } from 'node:crypto'

/** @param begin what the hash goes on from: another one, or 0. */
export type SecretHash = (begin: number, said: string | Buffer) => number

export function secretHash(): SecretHash {
  const chance = randomBytes(16)
  const [a, b] = [chance.readInt32LE(0), chance.readInt32LE(4)]
  const [x, y] = [chance.readInt32LE(8) | 1, chance.readInt32LE(12) | 1]
  return (begin, said) => {
    let [one, other] = [a ^ (begin | 0), b ^ Math.floor(begin / 0x100000000)]
    const { length } = said
    const isText = typeof said === 'string'
    for (let at = 0; at < length; at += 1) {
      const unit = isText ? said.charCodeAt(at) : (said[at] ?? 0)
      one = Math.imul(one ^ unit, x)
      one ^= one >>> 15
      other = Math.imul(other ^ unit, y)
      other ^= other >>> 13
    }
    one = Math.imul(one ^ length, y)
    other = Math.imul(other ^ one, x)
    one ^= other >>> 16
    return (other >>> 11) * 0x100000000 + (one >>> 0) + 1
  }
}
