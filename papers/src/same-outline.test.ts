import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asHtml } from '../testing/as-html.ts'
import { minimalDocx, paragraph, relationships } from '../testing/minimal-docx.ts'
import { hasOffice, resaved } from '../testing/resaved.ts'
import { writeDocx } from './docx/write-docx.ts'
import { paperOf } from './official/paper.ts'
import { findMarkers } from './outline/find-marker.ts'
import type { MarkerStyle } from './outline/marker.ts'
import { type Parsed, parseDocument } from './parse.ts'
import { PdfWriter } from './pdf/write-pdf.ts'

const texts = ['01-评议意见', '02-调研报告', '05-五级编号', '11-整改方案', '12-执法检查'].map(
  (name) => {
    const text = readFileSync(new URL(`../testdata/corpus/${name}.txt`, import.meta.url), 'utf8')
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const [title = '', ...rest] = lines
    const body = rest.map((line) => ({ kind: 'paragraph', text: line }) as const)
    return { name, lines, paper: paperOf({ title, body }) }
  },
)

async function gist(bytes: Uint8Array) {
  const read = await parseDocument(bytes)
  if (!read.ok) throw new Error(read.refusal.code)
  return gistOf(read.value)
}

const tight = (text: string | undefined) => text?.replaceAll(/\s/g, '')

function gistOf({ nodes, items }: Parsed) {
  return {
    outline: nodes.map(({ label, depth, title, text }) => [label, depth, title, tight(text)]),
    items: items.map(({ text, units, due, measure }) => [tight(text), units, due, tight(measure)]),
  }
}

/** The same paper with the numbers that Word counts, in place of those in its words. */
function autoNumbered(lines: readonly string[]): Uint8Array {
  const levels: readonly (readonly [MarkerStyle, string, string])[] = [
    ['chinese', 'chineseCounting', '%1、'],
    ['chinese-bracketed', 'chineseCounting', '（%2）'],
    ['arabic', 'decimal', '%3.'],
    ['arabic-bracketed', 'decimal', '（%4）'],
    ['circled', 'decimalEnclosedCircle', '%5'],
  ]
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels
    .map(
      ([, format, look], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${look}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const body = lines.map((line) => {
    const marker = findMarkers(line)[0]
    const level = levels.findIndex(([style]) => style === marker?.style)
    return marker === undefined || level < 0 ? paragraph(line) : paragraph(marker.rest, 1, level)
  })
  const parts = {
    'word/_rels/document.xml.rels': strToU8(relationships([['numbering', 'numbering.xml']])),
  }
  return minimalDocx({ body: body.join(''), numbering, parts })
}

describe.each(texts)('$name is the same', ({ lines, paper }) => {
  let wanted: Awaited<ReturnType<typeof gist>>
  beforeAll(async () => {
    wanted = await gist(new TextEncoder().encode(lines.join('\n')))
    expect(wanted.outline.length).toBeGreaterThan(5)
  })

  it('as Word, as a web page, and with the numbers that Word counts', async () => {
    expect(await gist(writeDocx(paper))).toEqual(wanted)
    expect(await gist(asHtml(lines))).toEqual(wanted)
    expect(await gist(autoNumbered(lines))).toEqual(wanted)
  })
})

describe('as PDF', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  afterAll(() => writer.close())

  it.each(texts)(
    '$name is the same, set in 28 characters a line',
    async ({ lines, paper }) => {
      const made = await writer.write(paper)
      if (!made.ok) throw new Error(made.refusal.zh)
      const wanted = await gist(new TextEncoder().encode(lines.join('\n')))
      expect(await gist(made.value.bytes)).toEqual(wanted)
    },
    60_000,
  )
})

describe.skipIf(!hasOffice)('saved again by LibreOffice (skipped where there is none)', () => {
  it.each(['docx', 'pdf', 'html'] as const)(
    'as .%s',
    async (format) => {
      const [first] = texts
      if (first === undefined) throw new Error('no text')
      const wanted = await gist(new TextEncoder().encode(first.lines.join('\n')))
      expect(await gist(await resaved(writeDocx(first.paper), 'docx', format))).toEqual(wanted)
      if (format !== 'pdf') {
        const numbered = texts[2]?.lines ?? []
        const counted = await gist(new TextEncoder().encode(numbered.join('\n')))
        const again = await gist(await resaved(autoNumbered(numbered), 'docx', format))
        // Its web pages do not say how a list is numbered, only how deep it is.
        const withoutLabels = ({ outline, items }: typeof again) => ({
          outline: outline.map(([, ...rest]) => rest),
          items,
        })
        if (format === 'docx') expect(again).toEqual(counted)
        else expect(withoutLabels(again)).toEqual(withoutLabels(counted))
      }
    },
    120_000,
  )
})
