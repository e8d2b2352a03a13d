/**
 * Font files as tables: TrueType, OpenType and collections of them are taken apart and put together again.
 * Source: OpenType specification 1.9, "OpenType font file", cmap formats 4 and 12, name.
 */

export type Sfnt = Readonly<{ flavor: number; tables: ReadonlyMap<string, Uint8Array> }>

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const collection = 0x74746366
const flavors = new Set([0x00010000, 0x4f54544f, 0x74727565])

/** Where each face of a file begins; none when it is no font. */
export function faceOffsets(bytes: Uint8Array): readonly number[] {
  if (bytes.byteLength < 12) return []
  const view = viewOf(bytes)
  const magic = view.getUint32(0)
  if (flavors.has(magic)) return [0]
  if (magic !== collection) return []
  const count = Math.min(view.getUint32(8), 64)
  return Array.from({ length: count }, (_, at) => view.getUint32(12 + 4 * at))
}

/** @throws RangeError when the file ends before its tables do. */
export function readSfnt(bytes: Uint8Array, offset = 0): Sfnt {
  const view = viewOf(bytes)
  const tables = new Map<string, Uint8Array>()
  const count = view.getUint16(offset + 4)
  for (let at = 0; at < count; at++) {
    const record = offset + 12 + 16 * at
    const start = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    if (start + length > bytes.byteLength) throw new RangeError('a table beyond the file')
    tables.set(tagAt(view, record), bytes.subarray(start, start + length))
  }
  return { flavor: view.getUint32(offset), tables }
}

export function writeSfnt({ flavor, tables }: Sfnt): Uint8Array {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const start = 12 + 16 * sorted.length
  const size = sorted.reduce((sum, [, { byteLength }]) => sum + padded(byteLength), start)
  const bytes = new Uint8Array(size)
  const view = viewOf(bytes)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, flavor)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 2 ** power * 16)
  view.setUint16(8, power)
  view.setUint16(10, sorted.length * 16 - 2 ** power * 16)
  let at = start
  for (const [index, [tag, table]] of sorted.entries()) {
    const record = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++)
      view.setUint8(record + letter, tag.charCodeAt(letter))
    bytes.set(table, at)
    view.setUint32(record + 4, checksum(view, at, padded(table.byteLength)))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, table.byteLength)
    at += padded(table.byteLength)
  }
  return bytes
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)))
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
