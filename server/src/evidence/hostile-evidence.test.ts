/** Files made to hurt whoever opens them: refused, or kept and shown as nothing, soon, and the server goes on. */
import { crc32, deflateSync, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { getAboutEvidence, putEvidence } from '../contract/evidence.ts'
import { problem } from '../contract/problem.ts'
import { sniff } from './arriving/sniff.ts'
import { pictureSize } from './pictures/picture-size.ts'
import { photoFacts } from './pictures/photo-facts.ts'

let site: TestSite
let staff: Browser
beforeAll(async () => {
  site = await testSite()
  staff = await site.as('unitStaff', site.county.roads.unit)
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const send = (bytes: Uint8Array, name: string) =>
  staff.send('PUT', '/api/v1/evidence', bytes, { 'x-file-name': encodeURIComponent(name) })

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function png(width: number, height: number, rows: Buffer): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A start of frame that claims a size, and no picture behind it. */
function jpegOf(width: number, height: number, more: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8]), more, frame, Buffer.from([0xff, 0xda, 0, 2])])
}

/** A zip with one entry. */
function zipWith(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc32(content), 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  local.copy(central, 16, 14, 28)
  const body = Buffer.concat([local, Buffer.from(name), packed])
  const directory = Buffer.concat([central, Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

describe('a file made to hurt', () => {
  const small = png(1, 1, Buffer.from([0, 1, 2, 3]))
  it.each([
    [
      'a PNG of 40 000 × 40 000 in a few bytes',
      png(40_000, 40_000, Buffer.alloc(10)),
      'a.png',
      'picture-too-large',
    ],
    ['a JPEG that claims 60 000 × 60 000', jpegOf(60_000, 60_000), 'a.jpg', 'picture-too-large'],
    ['a zip', zipWith('a.txt', Buffer.from('a')), 'a.zip', 'file-is-archive'],
    ['a zip called a document', zipWith('a.txt', Buffer.from('a')), 'a.docx', 'file-is-archive'],
    [
      'a document that unfolds 1 000 times',
      zipWith('word/document.xml', Buffer.alloc(40_000_000)),
      'a.docx',
      'file-damaged',
    ],
    [
      'a document with macros',
      zipWith('word/vbaProject.bin', Buffer.from('a')),
      'a.docx',
      'file-has-macros',
    ],
    [
      'half a document',
      zipWith('word/document.xml', Buffer.from('a')).subarray(0, 40),
      'a.docx',
      'file-damaged',
    ],
    [
      'a picture with a zip behind it',
      Buffer.concat([small, zipWith('a.js', Buffer.from('a'))]),
      'a.png',
      'file-is-two',
    ],
    [
      'a zip with a page before it',
      Buffer.concat([Buffer.from('<html>'), zipWith('word/a', Buffer.from('a'))]),
      'a.docx',
      'file-kind-not-taken',
    ],
    ['a picture called a document', small, '批复.docx', 'file-name-differs'],
    ['a program called a picture', Buffer.from('MZ\u0090\0\u0003'), 'a.jpg', 'file-kind-not-taken'],
    [
      'a vector graphic',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'a.txt',
      'file-kind-not-taken',
    ],
    [
      'a page',
      Buffer.from('\n <!DOCTYPE html><script>x()</script>'),
      'a.txt',
      'file-kind-not-taken',
    ],
    ['nothing', Buffer.alloc(0), 'a.txt', 'file-empty'],
  ])('%s is refused, and told how to mend it', async (_, bytes, name, code) => {
    const answer = await send(bytes, name)
    expect([413, 415]).toContain(answer.status)
    const told = problem.parse(await answer.json())
    expect(told.code).toBe(code)
    expect(told.zh.fix).not.toBe('')
  })

  it('that only claims to be enormous is refused before it is read', async () => {
    const answer = await staff.send('PUT', '/api/v1/evidence', small, {
      'x-file-name': 'a.png',
      'content-length': String(2 ** 30),
    })
    expect(answer.status).toBe(413)
  })

  const shownOf = async (bytes: Uint8Array, name: string) => {
    const { sha256 } = await answered(putEvidence, await send(bytes, name))
    const about = await answered(
      getAboutEvidence,
      await staff.get(`/api/v1/evidence/${sha256}/about`),
    )
    const picture = await staff.get(`/api/v1/evidence/${sha256}/preview?size=thumb`)
    return { shown: about.shown, status: picture.status }
  }

  it.each([
    ['half a picture', png(800, 800, Buffer.alloc(800 * 2401)).subarray(0, 60), 'a.png'],
    [
      'a picture whose rows unfold into far more than it says',
      png(2, 2, Buffer.alloc(50_000_000)).fill(9, 45, 60),
      'b.png',
    ],
    ['a JPEG without a picture', jpegOf(640, 480), 'a.jpg'],
    [
      'a PDF without pages',
      Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>'),
      'a.pdf',
    ],
    [
      'a PDF that is its own parent',
      Buffer.from(
        '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj\ntrailer<</Root 1 0 R>>',
      ),
      'b.pdf',
    ],
  ])(
    '%s is kept, and shown as nothing',
    async (_, bytes, name) => {
      expect(await shownOf(bytes, name)).toEqual({
        shown: { as: 'nothing', why: 'unreadable' },
        status: 404,
      })
    },
    60_000,
  )

  it('leaves the server as it was: a sound picture is taken and shown', async () => {
    const sound = png(640, 400, Buffer.alloc(400 * 1921))
    expect(await shownOf(sound, '正常.png')).toEqual({
      shown: { as: 'pages', pages: 1 },
      status: 200,
    })
  }, 60_000)
})

describe('headers that lie', () => {
  it('are read without running out of them', () => {
    const whole = jpegOf(
      640,
      480,
      Buffer.from([
        0xff,
        0xe1,
        0,
        20,
        ...Buffer.from('Exif\0\0II*\0'),
        0xff,
        0xff,
        0xff,
        0xff,
        0,
        0,
        0,
        0,
      ]),
    )
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length)
      expect(() => pictureSize(cut, 'image/jpeg')).not.toThrow()
      expect(photoFacts(cut, 'image/jpeg').orientation).toBe(1)
      expect(() => sniff(cut, 'a.jpg')).not.toThrow()
    }
  })

  it('hopping over a million segments ends', () => {
    const hops = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      Buffer.alloc(4_000_000, Buffer.from([0xff, 0xfe, 0, 2])),
    ])
    expect(pictureSize(hops, 'image/jpeg')).toBeNull()
  })
})
