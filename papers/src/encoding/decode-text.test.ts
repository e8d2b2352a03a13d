import { describe, expect, it } from 'vitest'
import { gbkBytes } from '../testing/damage-like-a-copying-site.ts'
import { readTestdata } from '../testing/read-testdata.ts'
import { decodeAs, decodeText, type Encoding } from './decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const gbk = (text: string): Uint8Array => Uint8Array.from(gbkBytes(text))
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
      order === 'le' ? [unit & 0xff, unit >>> 8] : [unit >>> 8, unit & 0xff],
    ),
  )
const big5 = (hexadecimal: string): Uint8Array => Uint8Array.from(Buffer.from(hexadecimal, 'hex'))

function read(bytes: Uint8Array): { encoding: Encoding; text: string } | string {
  const result = decodeText(bytes)
  return result.ok
    ? { encoding: result.value.encoding, text: result.value.text }
    : result.refusal.code
}

describe('decoding', () => {
  const letters = readTestdata('closing-words.txt').replaceAll('\n', '')
  const samples = [8, 20, 60, 300, 1000].flatMap((length) =>
    [0, 97, 211].map((at) => letters.slice(at, at + length)),
  )

  it.each(samples)('finds how “%.12s…” is written, without a mark, in every encoding', (text) => {
    expect(read(utf8(text))).toEqual({ encoding: 'utf-8', text })
    expect(read(gbk(text))).toEqual({ encoding: 'gb18030', text })
    expect(read(utf16(text, 'le'))).toEqual({ encoding: 'utf-16le', text })
    expect(read(utf16(text, 'be'))).toEqual({ encoding: 'utf-16be', text })
  })

  it('finds Big5', () => {
    // 縣人大常委會述職評議, and 整改工作的意見
    expect(read(big5('bfa4a448a46ab160a965b77cadb1c2beb5fbc4b3'))).toMatchObject({
      encoding: 'big5',
    })
    expect(read(big5('bee3a7efa475a740aabab74ea8a3'))).toEqual({
      encoding: 'big5',
      text: '整改工作的意見',
    })
  })

  it.each<[Encoding, number[], (text: string) => Uint8Array]>([
    ['utf-8-bom', [0xef, 0xbb, 0xbf], utf8],
    ['utf-16le', [0xff, 0xfe], (text) => utf16(text, 'le')],
    ['utf-16be', [0xfe, 0xff], (text) => utf16(text, 'be')],
  ])('believes the mark of %s', (encoding, mark, encode) => {
    const bytes = Uint8Array.from([...mark, ...encode('a整改')])
    expect(read(bytes)).toEqual({ encoding, text: 'a整改' })
  })

  it('takes plain ASCII for UTF-8, and ASCII in UTF-16 for what it is', () => {
    expect(read(utf8('No. 12'))).toEqual({ encoding: 'utf-8', text: 'No. 12' })
    expect(read(utf16('No. 12', 'le'))).toEqual({ encoding: 'utf-16le', text: 'No. 12' })
    expect(read(utf16('No. 12', 'be'))).toEqual({ encoding: 'utf-16be', text: 'No. 12' })
  })

  it('shows a UTF-8 file with a broken end with its loss, and does not take it for GBK', () => {
    const bytes = utf8('关于农村饮水安全工作的意见').subarray(0, -1)
    expect(read(bytes)).toEqual({ encoding: 'utf-8', text: '关于农村饮水安全工作的意\ufffd' })
  })

  it('shows three lines of each reading, the one taken first, so that a clerk can switch', () => {
    const bytes = gbk('一、整改\n二、落实\n三、督查\n四、销号')
    const result = decodeText(bytes)
    if (!result.ok) throw new Error(result.refusal.en)
    const [taken, ...others] = result.value.preview
    expect(taken).toMatchObject({ encoding: 'gb18030', preview: '一、整改\n二、落实\n三、督查' })
    expect(others.map((one) => one.encoding).sort()).toEqual([
      'big5',
      'utf-16be',
      'utf-16le',
      'utf-8',
    ])
    expect(decodeAs(bytes, 'gb18030')).toBe('一、整改\n二、落实\n三、督查\n四、销号')
  })
})

describe('what is no text', () => {
  it.each<[string, readonly number[]]>([
    ['ole-document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['zip-archive', [0x50, 0x4b, 0x03, 0x04]],
    ['pdf-document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image', [0xff, 0xd8, 0xff, 0xe0]],
    ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00]],
    ['rtf-document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ])('is refused by name (%s), with the way out in both languages', (code, magic) => {
    const result = decodeText(Uint8Array.from([...magic, 0, 1, 2, 3]))
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    if (result.ok) return
    expect(result.refusal.zh).toMatch(/请/)
    expect(result.refusal.en).not.toBe('')
  })

  it('is refused when empty, and when no encoding gives words', () => {
    expect(read(new Uint8Array())).toBe('empty-file')
    const noise = Uint8Array.from({ length: 600 }, (_, at) => (at * at * 31 + at * 7) % 256)
    expect(read(noise)).toBe('not-text')
  })

  it('is taken by its first bytes only: a text may speak of %PDF-', () => {
    expect(read(utf8('文件头为%PDF-'))).toMatchObject({ encoding: 'utf-8' })
  })
})
