/**
 * What was sealed, a second time, among the properties of a Word file: LibreOffice drops the part it has of its own when it
 * saves the file anew, and keeps the properties. Packed, in pieces, because an editor may cut a property at 255 characters.
 */
import { inflateRawSync } from 'node:zlib'
import { deflateSync } from 'fflate'

const word = 'luoshi-paper-text-'
const pieceLength = 240
/** More than any paper says; what unpacks to more is none of ours. */
const mostBytes = 8_000_000

export function truthProperties(truth: string): readonly (readonly [name: string, text: string])[] {
  const packed = Buffer.from(deflateSync(new TextEncoder().encode(truth))).toString('base64')
  const pieces = packed.match(new RegExp(`.{1,${pieceLength}}`, 'g')) ?? []
  return pieces.map((text, at) => [`${word}${at + 1}`, text])
}

/** Null: no such properties, or not all of them. */
export function truthInProperties(properties: ReadonlyMap<string, string>): string | null {
  const pieces: string[] = []
  for (let at = 1; ; at += 1) {
    const piece = properties.get(`${word}${at}`)
    if (piece === undefined) break
    pieces.push(piece.trim())
  }
  if (pieces.length === 0) return null
  try {
    const bytes = inflateRawSync(Buffer.from(pieces.join(''), 'base64'), {
      maxOutputLength: mostBytes,
    })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Somebody's file: what cannot be unpacked was never sealed by us.
    return null
  }
}
