/**
 * What can be told of a PDF before it is opened: that it is whole, that nothing else is hidden in it, and that none of
 * its streams unpacks without end. The library unpacks as much as a stream holds, so a bomb must not reach it.
 */
import { inflateSync, constants } from 'node:zlib'
import { readingLimits } from '../../reading-limits.ts'
import type { ReaderRefusalCode } from '../refusals.ts'
import { nestsTooDeep } from './pdf-nesting.ts'
import { mapsTooMuch, widthsTooFar } from './pdf-ranges.ts'

export function unsafePdf(bytes: Uint8Array): ReaderRefusalCode | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (endsAsZip(file)) return 'polyglot'
  if (!file.subarray(-2048).includes('%%EOF')) return 'damaged-file'
  if (widthsTooFar(file)) return 'damaged-file'
  return inStreams(file)
}

/** A zip's end record whose own comment reaches to the very end of the file. */
function endsAsZip(file: Buffer): boolean {
  const from = Math.max(0, file.length - 66_000)
  for (
    let at = file.lastIndexOf('PK\u0005\u0006');
    at >= from;
    at = at === 0 ? -1 : file.lastIndexOf('PK\u0005\u0006', at - 1)
  ) {
    if (at + 22 <= file.length && at + 22 + file.readUInt16LE(at + 20) === file.length) return true
  }
  return false
}

/** Pictures are never unpacked, however large they are. */
function inStreams(file: Buffer): ReaderRefusalCode | undefined {
  let total = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const head = file.subarray(Math.max(0, at - 600), at).toString('latin1')
    const about = head.slice(head.lastIndexOf('obj') + 1)
    if (/\/Subtype\s*\/Image\b/.test(about)) continue
    const isReturn = file[at + 6] === 13
    const isLineEnd = file[at + 6] === 10 || file[at + 7] === 10
    const begin = at + 6 + (isReturn ? 1 : 0) + (isLineEnd ? 1 : 0)
    const end = file.indexOf('endstream', begin)
    const plain = unpacked(file.subarray(begin, end < 0 ? undefined : end))
    if (plain === null) return 'inflates-too-much'
    total += plain.length
    if (total > readingLimits.totalBytes) return 'inflates-too-much'
    if (mapsTooMuch(plain)) return 'damaged-file'
    if (nestsTooDeep(plain)) return 'nested-too-deep'
  }
  return undefined
}

/** Null for what is larger than a stream may be; packed twice, it is unpacked twice. */
function unpacked(packed: Buffer, layers = 3): Buffer | null {
  if (!isDeflated(packed)) return packed
  try {
    const plain = inflateSync(packed, {
      maxOutputLength: readingLimits.pdfStreamBytes,
      finishFlush: constants.Z_SYNC_FLUSH,
    })
    return layers > 0 ? unpacked(plain, layers - 1) : plain
  } catch (error) {
    return error instanceof RangeError ? null : packed
  }
}

/** RFC 1950: method 8, and the two bytes together a multiple of 31. */
function isDeflated(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
