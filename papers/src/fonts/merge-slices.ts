/**
 * A web font comes in a hundred slices, each with some of its characters; here they become one face again. Only what a
 * page needs is kept: outlines, widths, the map of characters.
 * Source: OpenType specification 1.9, glyf (composite glyphs), loca, hmtx, maxp.
 */
import { characterMap, writeCharacterMap } from './character-map.ts'
import { readSfnt, viewOf, writeSfnt } from './sfnt.ts'

type Glyph = { outline: Uint8Array; advance: number; bearing: number }

/** @throws when a slice lacks a table that every TrueType face has. */
export function mergeSlices(slices: readonly Uint8Array[]): Uint8Array {
  const glyphs: Glyph[] = []
  const map = new Map<number, number>()
  for (const slice of slices) {
    const { tables } = readSfnt(slice)
    const table = (tag: string): Uint8Array => {
      const found = tables.get(tag)
      if (found === undefined) throw new Error(`a slice without ${tag}`)
      return found
    }
    const shift = glyphs.length
    for (const glyph of glyphsOf(table)) {
      renumber(glyph.outline, shift)
      glyphs.push(glyph)
    }
    for (const [code, glyph] of characterMap(table('cmap')))
      if (!map.has(code)) map.set(code, shift + glyph)
  }
  const [first] = slices
  if (first === undefined || glyphs.length > 0xffff)
    throw new Error('no slices, or too many glyphs')
  const { flavor, tables } = readSfnt(first)
  const merged = new Map<string, Uint8Array>()
  for (const tag of ['head', 'hhea', 'maxp', 'OS/2', 'name', 'post']) {
    const table = tables.get(tag)
    if (table !== undefined) merged.set(tag, table.slice())
  }
  merged.set('cmap', writeCharacterMap(map))
  for (const [tag, table] of outlineTables(glyphs)) merged.set(tag, table)
  set16(merged, 'head', 50, 1)
  set16(merged, 'hhea', 34, glyphs.length)
  set16(merged, 'maxp', 4, glyphs.length)
  return writeSfnt({ flavor, tables: merged })
}

function set16(
  tables: ReadonlyMap<string, Uint8Array>,
  tag: string,
  at: number,
  value: number,
): void {
  const table = tables.get(tag)
  if (table !== undefined) viewOf(table).setUint16(at, value)
}

function glyphsOf(table: (tag: string) => Uint8Array): readonly Glyph[] {
  const long = viewOf(table('head')).getUint16(50) === 1
  const loca = viewOf(table('loca'))
  const place = (at: number) => (long ? loca.getUint32(4 * at) : 2 * loca.getUint16(2 * at))
  const widths = viewOf(table('hmtx'))
  const measured = viewOf(table('hhea')).getUint16(34)
  return Array.from({ length: viewOf(table('maxp')).getUint16(4) }, (_, at) => {
    const own = Math.min(at, measured - 1)
    return {
      outline: table('glyf').slice(place(at), place(at + 1)),
      advance: widths.getUint16(4 * own),
      bearing: widths.getInt16(at < measured ? 4 * at + 2 : 4 * measured + 2 * (at - measured)),
    }
  })
}

/** A composite glyph names its parts by number, and the numbers have moved. */
function renumber(outline: Uint8Array, shift: number): void {
  if (outline.byteLength < 10 || shift === 0) return
  const view = viewOf(outline)
  if (view.getInt16(0) >= 0) return
  let at = 10
  for (let more = true; more;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, view.getUint16(at + 2) + shift)
    at += 4 + ((flags & 0x1) === 0 ? 2 : 4)
    at += (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0
    more = (flags & 0x20) !== 0
  }
}

function outlineTables(glyphs: readonly Glyph[]): readonly (readonly [string, Uint8Array])[] {
  const size = glyphs.reduce((sum, { outline }) => sum + even(outline.byteLength), 0)
  const glyf = new Uint8Array(size)
  const loca = new Uint8Array(4 * (glyphs.length + 1))
  const hmtx = new Uint8Array(4 * glyphs.length)
  let at = 0
  for (const [index, { outline, advance, bearing }] of glyphs.entries()) {
    glyf.set(outline, at)
    viewOf(loca).setUint32(4 * index, at)
    viewOf(hmtx).setUint16(4 * index, advance)
    viewOf(hmtx).setInt16(4 * index + 2, bearing)
    at += even(outline.byteLength)
  }
  viewOf(loca).setUint32(4 * glyphs.length, at)
  return [
    ['glyf', glyf],
    ['loca', loca],
    ['hmtx', hmtx],
  ]
}

function even(length: number): number {
  return (length + 1) & ~1
}
