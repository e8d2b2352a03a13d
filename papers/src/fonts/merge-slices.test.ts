import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { decompress } from 'wawoff2'
import { characterMap } from './character-map.ts'
import { mergeSlices } from './merge-slices.ts'
import { readSfnt, viewOf } from './sfnt.ts'

const folder = join(
  dirname(createRequire(import.meta.url).resolve('noto-serif-sc/package.json')),
  'noto_serif_sc_regular',
)

/** Of every character: its outline and its width. Glyphs made of others name them by number, so they are left out. */
function drawn(font: Uint8Array): ReadonlyMap<number, string> {
  const { tables } = readSfnt(font)
  const table = (tag: string) => tables.get(tag) ?? new Uint8Array()
  const long = viewOf(table('head')).getUint16(50) === 1
  const loca = viewOf(table('loca'))
  const place = (at: number) => (long ? loca.getUint32(4 * at) : 2 * loca.getUint16(2 * at))
  const measured = viewOf(table('hhea')).getUint16(34)
  const all = new Map<number, string>()
  for (const [code, glyph] of characterMap(table('cmap'))) {
    const outline = table('glyf').subarray(place(glyph), place(glyph + 1))
    const width = viewOf(table('hmtx')).getUint16(4 * Math.min(glyph, measured - 1))
    const isComposite = outline.byteLength > 0 && viewOf(outline).getInt16(0) < 0
    if (!isComposite) {
      // A glyph of odd length is filled up with a nought.
      const whole = Buffer.concat([outline, new Uint8Array(outline.byteLength % 2)])
      all.set(code, `${width} ${whole.toString('base64')}`)
    }
  }
  return all
}

describe('a face put together from slices', () => {
  const slices: Uint8Array[] = []
  beforeAll(async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'))
    // One after the other: the unpacker has one memory for all.
    for (const name of files.slice(0, 12))
      slices.push(new Uint8Array(await decompress(readFileSync(join(folder, name)))))
  })

  it('draws every character as its slice did, and as wide', () => {
    const merged = drawn(mergeSlices(slices))
    const seen = new Set<number>()
    for (const slice of slices)
      for (const [code, look] of drawn(slice)) {
        if (!seen.has(code)) expect(merged.get(code)).toBe(look)
        seen.add(code)
      }
    expect(seen.size).toBeGreaterThan(500)
    expect(merged.size).toBe(seen.size)
  })

  it('is not made of nothing', () => {
    expect(() => mergeSlices([])).toThrow('no slices')
  })
})
