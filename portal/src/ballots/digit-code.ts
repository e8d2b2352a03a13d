/**
 * Bytes as decimal digits. A QR code packs digits almost without loss, and a scanner that types them is understood under any
 * input method, where letters would be taken for pinyin. The first five digits say how many follow.
 * Source: ISO/IEC 18004 (numeric mode: three digits in ten bits).
 */
import { fromHex, toHex, type Bytes } from '@luoshi/ballots/protocol/bytes'

const countDigits = 5
/** Shorter runs of digits are of something else: a date, a seat. */
const shortest = 200

export function toDigits(bytes: Uint8Array): string {
  // A one before everything keeps zeros at the beginning.
  const digits = BigInt(`0x01${toHex(bytes)}`).toString()
  return String(digits.length).padStart(countDigits, '0') + digits
}

/** All codes in a text, in their order, scanned with or without anything between; nothing in the place of one that is cut. */
export function fromDigits(text: string): readonly (Bytes | undefined)[] {
  const found: (Bytes | undefined)[] = []
  for (const [run] of text.matchAll(/\d+/g)) {
    let at = 0
    while (run.length - at >= shortest) {
      const end = at + countDigits + Number(run.slice(at, at + countDigits))
      found.push(end > run.length ? undefined : bytesIn(run.slice(at + countDigits, end)))
      at = Math.max(end, at + shortest)
    }
  }
  return found
}

function bytesIn(digits: string): Bytes | undefined {
  const hex = BigInt(digits).toString(16)
  return hex.length % 2 === 1 && hex.startsWith('1') ? fromHex(hex.slice(1)) : undefined
}
