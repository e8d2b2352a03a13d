/** Which characters a face has, and where. Source: OpenType specification 1.9, cmap formats 4 and 12. */
import { viewOf } from './sfnt.ts'

/** Character → glyph. */
export function characterMap(cmap: Uint8Array): ReadonlyMap<number, number> {
  const view = viewOf(cmap)
  const found = new Map<number, number>()
  const count = view.getUint16(2)
  for (let at = 0; at < count; at++) {
    const offset = view.getUint32(8 + 8 * at)
    const format = view.getUint16(offset)
    if (format === 12) readSegmented(view, offset, found)
    if (format === 4) readSegments(view, offset, found)
  }
  return found
}

function readSegmented(view: DataView, offset: number, found: Map<number, number>): void {
  const groups = view.getUint32(offset + 12)
  for (let group = 0; group < groups; group++) {
    const at = offset + 16 + 12 * group
    const first = view.getUint32(at)
    const last = Math.min(view.getUint32(at + 4), 0x10ffff)
    const glyph = view.getUint32(at + 8)
    for (let code = first; code <= last; code++) found.set(code, glyph + code - first)
  }
}

function readSegments(view: DataView, offset: number, found: Map<number, number>): void {
  const doubled = view.getUint16(offset + 6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(offset + 14 + segment)
    const start = view.getUint16(offset + 16 + doubled + segment)
    const delta = view.getUint16(offset + 16 + 2 * doubled + segment)
    const rangeAt = offset + 16 + 3 * doubled + segment
    const range = view.getUint16(rangeAt)
    for (let code = start; code <= last && code < 0xffff; code++) {
      const at = rangeAt + range + 2 * (code - start)
      const stored = range === 0 ? code : at + 2 <= view.byteLength ? view.getUint16(at) : 0
      const glyph = stored === 0 ? 0 : (stored + delta) & 0xffff
      if (glyph !== 0) found.set(code, glyph)
    }
  }
}

/** A cmap of format 12. */
export function writeCharacterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...glyphs].toSorted(([a], [b]) => a - b)
  const table = new Uint8Array(12 + 16 + 12 * sorted.length)
  const view = viewOf(table)
  view.setUint16(2, 1)
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, 16 + 12 * sorted.length)
  view.setUint32(24, sorted.length)
  for (const [index, [code, glyph]] of sorted.entries()) {
    const at = 28 + 12 * index
    view.setUint32(at, code)
    view.setUint32(at + 4, code)
    view.setUint32(at + 8, glyph)
  }
  return table
}
