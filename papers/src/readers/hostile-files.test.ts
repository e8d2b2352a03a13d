import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bombOf, entryOf, type RawEntry, rawZip } from '../../testing/raw-zip.ts'
import { contentTypes, minimalDocx, paragraph } from '../../testing/minimal-docx.ts'
import { inlineCell, minimalXlsx, sheetOf } from '../../testing/minimal-xlsx.ts'
import { parseDocument } from '../parse.ts'

const plain = minimalDocx({ body: paragraph('石坝镇缺水。') })
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)
const withPart = (name: string, bytes: Uint8Array) =>
  minimalDocx({ body: paragraph('缺水'), parts: { [name]: bytes } })
const documentXml = (xml: string) => withPart('word/document.xml', strToU8(xml))
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const ole = (stream: string) =>
  joined(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), zeros(0.01), Buffer.from(stream, 'utf16le'))
const cell = (reference: string) =>
  `<sheetData><row r="1">${inlineCell(reference, '缺水')}</row></sheetData>`

const types = entryOf(
  '[Content_Types].xml',
  strToU8(
    contentTypes(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      '/word/document.xml',
    ),
  ),
)
const bomb = rawZip([types, bombOf('word/document.xml', 400)])
const stating = (size: number, entry: RawEntry) => rawZip([types, { ...entry, size }])
const billionLaughs = `<!DOCTYPE w:document [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>`
const external =
  '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
const entries = Object.fromEntries(
  Array.from({ length: 5000 }, (_, n) => [`word/${n}.xml`, strToU8('x')]),
)

/** Of processor time, so that a busy machine does not fail the test. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('a hostile or foreign file is refused by name, fast', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['a bomb of 400 MB', bomb, 'inflates-too-much', /解压后过大/],
    [
      'many parts of 90 MB each',
      rawZip([types, ...['a.xml', 'b.xml', 'c.xml'].map((name) => bombOf(name, 90))]),
      'inflates-too-much',
      /解压后过大/,
    ],
    [
      'a size that is too small',
      stating(5000, bombOf('word/document.xml', 400)),
      'lying-size',
      /大小与实际不符/,
    ],
    [
      'a size that is too large',
      stating(9999, entryOf('word/document.xml', strToU8('<x/>'))),
      'lying-size',
      /大小与实际不符/,
    ],
    ['5,000 parts', minimalDocx({ body: '', parts: entries }), 'too-many-entries', /2000/],
    ['a zip cut off', plain.subarray(0, plain.length - 40), 'damaged-file', /损坏/],
    ['a zip cut in the middle of a part', plain.subarray(0, 200), 'damaged-file', /损坏/],
    ['an external entity', documentXml(external), 'doctype', /DOCTYPE/],
    ['a billion laughs', documentXml(billionLaughs), 'doctype', /DOCTYPE/],
    ['an undeclared entity', documentXml('<w:document>&x;</w:document>'), 'damaged-file', /损坏/],
    [
      'a macro document',
      minimalDocx({ body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'macro',
      /宏/,
    ],
    ['a hidden macro project', withPart('word/vbaProject.bin', strToU8('x')), 'macro', /宏/],
    [
      'a macro workbook',
      minimalXlsx({
        sheets: [sheetOf([['缺水']])],
        mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      }),
      'macro',
      /宏/,
    ],
    ['a zip behind something else', joined(strToU8('MZ 程序'), plain), 'polyglot', /夹带/],
    ['something behind a zip', joined(plain, strToU8('尾巴')), 'polyglot', /夹带/],
    [
      'a cell in the far corner',
      minimalXlsx({ sheets: [cell('XFD1048576')] }),
      'sheet-too-large',
      /20 万行或 256 列/,
    ],
    [
      'a cell beyond column 256',
      minimalXlsx({ sheets: [cell('IW1')] }),
      'sheet-too-large',
      /256 列/,
    ],
    [
      'a cell of 40,000 characters',
      minimalXlsx({ sheets: [sheetOf([['水'.repeat(40_000)]])] }),
      'cell-too-long',
      /32767/,
    ],
    ['200 KB of brackets', strToU8('（'.repeat(66_667)), 'not-text', /符号/],
    ['200 KB of brackets in lines', strToU8('((((((((((\n'.repeat(18_000)), 'not-text', /符号/],
    ['67,000 lines of 一、', strToU8('一、\n'.repeat(67_000)), 'too-many-lines', /2 万行/],
    ['one line without end', strToU8('水'.repeat(60_000)), 'line-too-long', /5 万字/],
    ['a file of 21 MB', zeros(21), 'too-large', /20 MB/],
    ['an empty file', new Uint8Array(), 'empty-file', /空/],
    ['an empty document', minimalDocx({ body: '<w:p/>' }), 'no-text', /没有读到文字/],
    ['an old Word document', ole('WordDocument'), 'old-word', /\.doc/],
    ['an old workbook', ole('Workbook'), 'old-excel', /\.xls/],
    ['an encrypted document', ole('EncryptedPackage'), 'encrypted', /密码/],
    ['a PDF cut off', strToU8('%PDF-1.7\n'), 'damaged-file', /损坏/],
    ['a PDF with a zip behind it', joined(strToU8('%PDF-1.7\n%%EOF\n'), plain), 'polyglot', /夹带/],
    ['a web page of a thousand floors', strToU8('<div>'.repeat(1000)), 'nested-too-deep', /400 层/],
    [
      'a web archive',
      strToU8('MIME-Version: 1.0\nContent-Type: multipart/related'),
      'web-archive',
      /mht/,
    ],
    ['an OFD file', zipSync({ 'OFD.xml': strToU8('<x/>') }), 'ofd', /OFD/],
    [
      'an OpenDocument text',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      'open-document',
      /OpenDocument/,
    ],
    ['a mere zip', zipSync({ 'a.txt': strToU8('缺水') }), 'archive', /解压/],
    [
      'a presentation',
      zipSync({
        '[Content_Types].xml': strToU8(
          contentTypes(
            'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
            '/ppt/presentation.xml',
          ),
        ),
      }),
      'presentation',
      /演示/,
    ],
    ['RTF', strToU8('{\\rtf1 x}'), 'rtf', /RTF/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), 'picture', /图片/],
  ])('%s', async (_, bytes, code, sentence) => {
    const before = process.cpuUsage()
    const parsed = await parseDocument(bytes, { fileName: '意见.docx' })
    const took = millisecondsSince(before)
    expect(parsed.ok ? 'read' : parsed.refusal.code).toBe(code)
    expect(parsed.ok ? '' : parsed.refusal.zh).toMatch(sentence)
    expect(took).toBeLessThan(1000)
  })

  it('refuses the bomb without unpacking it', async () => {
    const held = process.memoryUsage().arrayBuffers
    const before = process.cpuUsage()
    const parsed = await parseDocument(bomb)
    expect(millisecondsSince(before)).toBeLessThan(100)
    expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(5 * 1024 * 1024)
    expect([parsed.ok, bomb.length < 500_000]).toEqual([false, true])
  })

  it('names WPS files by their extension', async () => {
    const answers = ['意见.wps', '台账.et'].map((fileName) =>
      parseDocument(ole('WordDocument'), { fileName }),
    )
    const codes = (await Promise.all(answers)).map((one) => (one.ok ? 'read' : one.refusal.code))
    expect(codes).toEqual(['wps-text', 'wps-table'])
  })
})

describe('what is odd but harmless is read', () => {
  it('a document with a nested zip and an external link', async () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://x/attachedTemplate" Target="http://example.invalid/a.dotm" TargetMode="External"/></Relationships>'
    const bytes = minimalDocx({
      body: paragraph('石坝镇缺水。'),
      parts: { 'word/embeddings/a.zip': plain, 'word/_rels/document.xml.rels': strToU8(rels) },
    })
    const parsed = await parseDocument(bytes)
    expect(parsed.ok ? parsed.value.warnings.map((one) => one.code) : parsed.refusal).toEqual([
      'embedded-files',
      'external-links',
    ])
  })

  it('a workbook under the name of a document', async () => {
    const parsed = await parseDocument(minimalXlsx({ sheets: [sheetOf([['缺水']])] }), {
      fileName: '意见.docx',
    })
    expect(parsed.ok && parsed.value.kind).toBe('xlsx')
  })
})
