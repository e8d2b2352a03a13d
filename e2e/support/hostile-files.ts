/** Files that attack whoever reads them, each with the code and the word that the refusal must name. */
import { contentTypes, minimalDocx, paragraph } from '../../papers/testing/minimal-docx.ts'
import { inlineCell, minimalXlsx } from '../../papers/testing/minimal-xlsx.ts'
import { bombOf, entryOf, rawZip } from '../../papers/testing/raw-zip.ts'

const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const plain = minimalDocx({ body: paragraph('石坝镇缺水。') })
const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const types = entryOf('[Content_Types].xml', utf8(contentTypes(document, '/word/document.xml')))
const withPart = (name: string, bytes: Uint8Array) =>
  minimalDocx({ body: paragraph('缺水'), parts: { [name]: bytes } })
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

export type HostileFile = readonly [
  what: string,
  name: string,
  bytes: Uint8Array,
  code: string,
  word: RegExp,
]

export function hostileFiles(): readonly HostileFile[] {
  const corner = `<sheetData><row r="1048576">${inlineCell('XFD1048576', '缺水')}</row></sheetData>`
  const external =
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
  const ole = joined(
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    new Uint8Array(4096),
    Buffer.from('WordDocument', 'utf16le'),
  )
  return [
    [
      'a bomb of 400 MB',
      '意见.docx',
      rawZip([types, bombOf('word/document.xml', 400)]),
      'inflates-too-much',
      /解压后过大/,
    ],
    [
      'a cell in the far corner',
      '意见.xlsx',
      minimalXlsx({ sheets: [corner] }),
      'sheet-too-large',
      /20 万行/,
    ],
    ['a macro', '意见.docm', withPart('word/vbaProject.bin', utf8('x')), 'macro', /宏/],
    ['200 KB of brackets', '意见.txt', utf8('（'.repeat(66_667)), 'not-text', /符号/],
    ['a zip cut off', '意见.docx', plain.subarray(0, plain.length - 40), 'damaged-file', /损坏/],
    ['an old Word file', '意见.doc', ole, 'old-word', /\.doc/],
    [
      'an external entity',
      '意见.docx',
      withPart('word/document.xml', utf8(external)),
      'doctype',
      /DOCTYPE/,
    ],
    ['a program before a zip', '意见.docx', joined(utf8('MZ'), plain), 'polyglot', /夹带/],
    ['noise in no encoding', '意见.txt', noise(4000), 'not-text', /符号|文字/],
    ['an empty file', '意见.txt', new Uint8Array(), 'empty-file', /空/],
    ['21 MB', '意见.txt', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'file-too-large', /20 ?MB/],
  ]
}

/** Bytes that no encoding makes words of; the same in every run. */
function noise(length: number): Uint8Array {
  let state = 20_260_301
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state >> 16) & 0xff
  })
}
