import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paperOf } from '@luoshi/papers/official/paper'
import { writeDocx } from '@luoshi/papers/docx/write-docx'
import { PhotonImage } from '@silvia-odwyer/photon-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureSize } from '../pictures/picture-size.ts'
import { photoFacts } from '../pictures/photo-facts.ts'
import { diskStore } from '../store/disk-store.ts'
import { hashOf } from '../store/file-store.ts'
import { findOffice, officeToPdf } from './office-to-pdf.ts'
import { previewCache } from './preview-cache.ts'
import { previewsOf } from './previews.ts'
import { previewRunner } from './run-preview.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-previews-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Lying on its side: the left half red; Exif says to turn it a quarter, and where it was taken. */
function photograph(): Buffer {
  const [width, height] = [400, 200]
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at += 1)
    if (at % width < width / 2) pixels.set([255, 0, 0, 255], at * 4)
  const plain = Buffer.from(new PhotonImage(pixels, width, height).get_bytes_jpeg(90))
  return Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)])
}

function exif(): Buffer {
  const tiff = Buffer.alloc(180)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16BE(tag, at)
    tiff.writeUInt16BE(type, at + 2)
    tiff.writeUInt32BE(count, at + 4)
    if (type === 3) tiff.writeUInt16BE(value, at + 8)
    else tiff.writeUInt32BE(value, at + 8)
  }
  tiff.writeUInt16BE(3, 8)
  entry(10, 0x0112, 3, 1, 6)
  entry(22, 0x0132, 2, 20, 100)
  entry(34, 0x8825, 4, 1, 50)
  tiff.write('2026:03:01 09:12:45\0', 100, 'latin1')
  tiff.writeUInt16BE(2, 50)
  entry(52, 2, 5, 3, 120)
  entry(64, 4, 5, 3, 144)
  const numbers = [39, 1, 54, 1, 27, 1, 116, 1, 23, 1, 51, 1]
  numbers.forEach((number, place) => tiff.writeUInt32BE(number, 120 + place * 4))
  const head = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from('Exif\0\0')])
  head.writeUInt16BE(tiff.length + 8, 2)
  return Buffer.concat([head, tiff])
}

let kits = 0

function tools(run = previewRunner(), office: string | null = null) {
  const files = diskStore(join(folder, 'files'))
  // Each its own: what one has made, another must not find.
  kits += 1
  const cache = previewCache(join(folder, `previews-${kits}`))
  return { files, cache, run, office: office === null ? null : officeToPdf(office, 150_000) }
}

/** Two pages, made as plain as a PDF can be. */
function twoPages(): Buffer {
  const page = (mark: string) => `BT /F1 40 Tf 60 700 Td (${mark}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>>>>>',
    '<</Type/Page/Parent 2 0 R/Contents 5 0 R>>',
    '<</Type/Page/Parent 2 0 R/Contents 6 0 R>>',
    `<</Length ${page('One').length}>>stream\n${page('One')}\nendstream`,
    `<</Length ${page('Two').length}>>stream\n${page('Two')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`)
}

describe('a photograph', () => {
  it('tells the clerk when and where it was taken', () => {
    expect(photoFacts(photograph(), 'image/jpeg')).toEqual({
      orientation: 6,
      takenAt: '2026-03-01 09:12:45',
      camera: null,
      place: { latitude: 39.9075, longitude: 116.3975 },
    })
  })

  it('is shown upright, and its preview carries nothing of that', async () => {
    const kit = tools()
    const previews = previewsOf(kit)
    const { sha256 } = await kit.files.keep(photograph())
    const about = await previews.about(sha256, 'image/jpeg')
    expect(about).toMatchObject({
      shown: { as: 'pages', pages: 1 },
      size: { width: 400, height: 200 },
    })
    const thumb = await previews.picture(sha256, 'image/jpeg', 0, 'thumb')
    const bytes = thumb ?? Buffer.of()
    expect(pictureSize(bytes, 'image/jpeg')).toEqual({ width: 160, height: 320 })
    expect(Buffer.from(bytes).includes('Exif')).toBe(false)
    // A quarter to the right brings the left half to the top.
    const pixels = PhotonImage.new_from_byteslice(bytes).get_raw_pixels()
    const greenAt = (y: number) => pixels[(y * 160 + 80) * 4 + 1] ?? 0
    expect([greenAt(40) < 60, greenAt(280) > 200]).toEqual([true, true])
  }, 60_000)
})

describe('a PDF', () => {
  it('is turned page by page, and drawn only once', async () => {
    let drawn = 0
    const run = previewRunner()
    const kit = tools((ask) => {
      drawn += 1
      return run(ask)
    })
    const previews = previewsOf(kit)
    const { sha256 } = await kit.files.keep(twoPages())
    const pages = () =>
      Promise.all(
        [0, 1, 2].map((page) => previews.picture(sha256, 'application/pdf', page, 'page')),
      )
    const [first, second, third] = await pages()
    expect(pictureSize(first ?? Buffer.of(), 'image/jpeg')).toMatchObject({ height: 1600 })
    expect(hashOf(first ?? Buffer.of())).not.toBe(hashOf(second ?? Buffer.of()))
    expect(third).toBeNull()
    await pages()
    expect(drawn).toBe(2)
  }, 60_000)
})

const paper = () =>
  writeDocx(
    paperOf({
      title: '整改报告',
      addressee: '县人大常委会',
      body: [{ kind: 'paragraph', text: '路面已经修复。' }],
    }),
  )

describe('a document', () => {
  const soffice = findOffice(process.env)
  it.skipIf(soffice === null)(
    'is shown as pages where an office suite is installed',
    async () => {
      const kit = tools(previewRunner(), soffice)
      const { sha256 } = await kit.files.keep(paper())
      const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      const about = await previewsOf(kit).about(sha256, media)
      expect(about?.shown).toEqual({ as: 'pages', pages: 1 })
    },
    120_000,
  )

  it('is shown by its words where there is none', async () => {
    const kit = tools()
    const { sha256 } = await kit.files.keep(paper())
    const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const about = await previewsOf(kit).about(sha256, media)
    expect(about?.shown).toMatchObject({
      as: 'text',
      text: expect.stringContaining('路面已经修复'),
    })
  }, 60_000)
})

describe('a preview that takes too much', () => {
  it('is ended by time and by memory, and the next one is made', async () => {
    const ask = { do: 'page', bytes: twoPages(), page: 0 } as const
    const inNoTime = previewRunner({ milliseconds: 1, megabytes: 900, atOnce: 1 })
    const inNoSpace = previewRunner({ milliseconds: 20_000, megabytes: 10, atOnce: 1 })
    expect(await Promise.all([inNoTime(ask), inNoSpace(ask)])).toEqual([null, null])
    expect(await previewRunner()(ask)).toMatchObject({ pages: 2 })
  }, 60_000)
})
