/** Office files whose zip is broken, lies, or unpacks without end. */
import { strToU8, zipSync } from 'fflate'
import { contentTypes, minimalDocx, paragraph, relationships } from '../minimal-docx.ts'
import { bombOf, entryOf, type RawEntry, rawZip } from '../raw-zip.ts'
import { bytesOf, hostile, type HostileFile, joined, words } from './hostile-file.ts'

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const types = entryOf('[Content_Types].xml', strToU8(contentTypes(wordMain, '/word/document.xml')))
const rels = entryOf(
  '_rels/.rels',
  strToU8(relationships([['officeDocument', 'word/document.xml']])),
)
const body = strToU8(
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(words)}</w:body></w:document>`,
)
const document = entryOf('word/document.xml', body)
const sound = minimalDocx({ body: paragraph(words) })

/** The sound file with some bytes written over, counted from the start of the `n`th record of a kind. */
function patched(
  signature: number,
  nth: number,
  offset: number,
  values: readonly number[],
): Uint8Array {
  const file = Buffer.from(sound)
  const mark = Buffer.from([0x50, 0x4b, signature & 0xff, signature >> 8])
  let at = -1
  for (let count = 0; count <= nth; count += 1) at = file.indexOf(mark, at + 1)
  for (const [place, value] of values.entries()) file[at + offset + place] = value
  return new Uint8Array(file)
}

const local = 0x0403
const central = 0x0201
const end = 0x0605
const withName = (name: string) => rawZip([types, rels, document, entryOf(name, bytesOf('x'))])
const stating = (entry: RawEntry, size: number) => rawZip([types, rels, { ...entry, size }])

const structure: readonly HostileFile[] = [
  ...Array.from({ length: 24 }, (_, at) =>
    hostile(
      `a .docx cut off after ${at + 1} of 25 parts`,
      () => sound.subarray(0, Math.floor((sound.length * (at + 1)) / 25)),
      'damaged-file',
    ),
  ),
  hostile('a wrong checksum', () => patched(central, 2, 16, [1, 2, 3, 4]), 'damaged-file'),
  hostile('an unknown method of packing', () => patched(central, 2, 10, [99, 0]), 'damaged-file'),
  hostile('a part marked as encrypted', () => patched(central, 2, 8, [1, 0]), 'encrypted'),
  hostile(
    'a part that begins beyond the file',
    () => patched(central, 2, 42, [255, 255, 255, 127]),
    'damaged-file',
  ),
  hostile('a packed size beyond the file', () => patched(central, 2, 20, [255, 255, 255, 127]), [
    'lying-size',
    'inflates-too-much',
  ]),
  hostile(
    'sizes of a 64-bit archive',
    () => patched(central, 2, 24, [255, 255, 255, 255]),
    'inflates-too-much',
  ),
  hostile(
    'a part whose own header is gone',
    () => patched(local, 2, 0, [0, 0, 0, 0]),
    'damaged-file',
  ),
  hostile(
    'packed bytes that are none',
    () => patched(local, 2, 60, [255, 255, 255, 255, 255, 255]),
    'damaged-file',
  ),
  hostile('more parts told than there are', () => patched(end, 0, 10, [200, 0]), 'damaged-file'),
  hostile('fewer parts told than there are', () => patched(end, 0, 10, [1, 0]), 'polyglot'),
  hostile(
    'a directory that begins too late',
    () => patched(end, 0, 16, [255, 255, 255, 0]),
    'damaged-file',
  ),
  hostile('a comment longer than the file', () => patched(end, 0, 20, [255, 255]), 'polyglot'),
  hostile(
    'a name longer than the directory',
    () => patched(central, 2, 28, [255, 255]),
    'damaged-file',
  ),
  hostile('two parts of one name', () => rawZip([types, rels, document, document]), 'polyglot'),
  hostile('two parts over one another', () => overlapping(), [
    'lying-size',
    'damaged-file',
    'polyglot',
    'inflates-too-much',
  ]),
  hostile('a zip in front of the zip', () => joined(zipSync({ 'a.txt': bytesOf('x') }), sound), [
    'polyglot',
    'damaged-file',
  ]),
  hostile('a zip behind the zip', () => joined(sound, zipSync({ 'a.txt': bytesOf('x') })), [
    'polyglot',
    'archive',
    'damaged-file',
  ]),
  hostile('a program in front of the zip', () => joined(bytesOf('MZ'), sound), 'polyglot'),
  hostile('a script behind the zip', () => joined(sound, bytesOf('\n<script>')), 'polyglot'),
  hostile('a zip with nothing in it', () => zipSync({}), [
    'damaged-file',
    'archive',
    'polyglot',
    'not-text',
  ]),
  hostile('the mark of a zip and no more', () => bytesOf('PK\u0003\u0004'), 'damaged-file'),
  hostile('no document inside', () => rawZip([types, rels]), 'damaged-file'),
  hostile('no types inside', () => rawZip([rels, document]), 'archive'),
]

const names: readonly HostileFile[] = [
  '../../etc/cron.d/x',
  '/etc/passwd',
  'C:\\Windows\\x.exe',
  'word/../../../x',
  'word/\u0000.xml',
  'con',
  '',
  'a'.repeat(5000),
  '\u202efdp.exe',
  'word/document.xml/',
  'WORD/DOCUMENT.XML.bak',
].map((name) =>
  hostile(`a part named ${JSON.stringify(name.slice(0, 24))}`, () => withName(name), {
    holds: '缺水',
    lacks: 'passwd',
  }),
)

const bombs: readonly HostileFile[] = [
  hostile(
    'a bomb of 400 MB',
    () => rawZip([types, rels, bombOf('word/document.xml', 400)]),
    'inflates-too-much',
  ),
  hostile(
    'a bomb that says 1 GB',
    () => stating(bombOf('word/document.xml', 100), 2 ** 30),
    'inflates-too-much',
  ),
  hostile(
    'a bomb that says 5 KB',
    () => stating(bombOf('word/document.xml', 100), 5000),
    'lying-size',
  ),
  hostile(
    'a bomb beside the document',
    () => rawZip([types, rels, document, bombOf('word/media/a.png', 300)]),
    'inflates-too-much',
  ),
  hostile(
    'a bomb among the numbers',
    () => rawZip([types, rels, document, bombOf('word/numbering.xml', 100)]),
    'inflates-too-much',
  ),
  hostile(
    'a bomb among the types',
    () => rawZip([bombOf('[Content_Types].xml', 100), rels, document]),
    'inflates-too-much',
  ),
  hostile(
    'a hundred parts of 3 MB',
    () =>
      rawZip([
        types,
        rels,
        document,
        ...Array.from({ length: 100 }, (_, at) => ({ ...threeMegabytes, name: `word/${at}.xml` })),
      ]),
    'inflates-too-much',
  ),
  hostile(
    '5,000 parts',
    () =>
      zipSync(
        Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`${at}`, new Uint8Array()])),
      ),
    'too-many-entries',
  ),
  hostile(
    'a zip in a zip in a zip',
    () =>
      minimalDocx({
        body: paragraph(words),
        parts: { 'word/embeddings/1.zip': zipSync({ 'a.zip': zipSync({ 'b.zip': sound }) }) },
      }),
    { holds: '缺水', warns: 'embedded-files' },
  ),
  hostile(
    'a text of four million characters',
    () => minimalDocx({ body: paragraph('缺水。'.repeat(1_400_000)) }),
    ['text-too-long', 'inflates-too-much'],
  ),
  hostile(
    'a cell told to stand in 20,000 rows',
    () =>
      minimalDocx({
        body: `<w:tbl>${mergedRow('<w:vMerge w:val="restart"/>', words.repeat(300))}${mergedRow('<w:vMerge/>', '').repeat(20_000)}</w:tbl>`,
      }),
    ['text-too-long', 'inflates-too-much'],
  ),
]

const threeMegabytes = entryOf('x', new Uint8Array(Buffer.from('缺水'.repeat(500_000))))

function mergedRow(merge: string, text: string): string {
  return `<w:tr><w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(text)}</w:tc><w:tc>${paragraph('1')}</w:tc></w:tr>`
}

/** Two entries of the directory that point at the same packed bytes, as the bomb of 42 KB does. */
function overlapping(): Uint8Array {
  const file = Buffer.from(rawZip([types, rels, document, { ...document, name: 'word/other.xml' }]))
  const second = file.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const first = file.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]), second - 1)
  file.copy(file, second + 42, first + 42, first + 46)
  return new Uint8Array(file)
}

export const zipFiles: readonly HostileFile[] = [...structure, ...names, ...bombs]
