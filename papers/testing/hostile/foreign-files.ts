/** Files of other kinds, each refused by its name, whatever name it bears. */
import { strToU8, zipSync } from 'fflate'
import { contentTypes, minimalDocx, paragraph } from '../minimal-docx.ts'
import { minimalXlsx, sheetOf } from '../minimal-xlsx.ts'
import { bytesOf, hostile, type HostileFile, joined, words } from './hostile-file.ts'

const magic =
  (values: readonly number[], length = 3000) =>
  () =>
    joined(
      Uint8Array.from(values),
      Uint8Array.from({ length }, (_, at) => (at * 7919) % 256),
    )
const ole = (streamName: string) => () =>
  joined(
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    new Uint8Array(5000),
    new Uint8Array(Buffer.from(streamName, 'utf16le')),
  )
const zipOf = (parts: Readonly<Record<string, string>>) => () =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, inner]) => [name, strToU8(inner)])))
const anyBinary = ['not-text', 'read', 'line-too-long', 'archive', 'picture', 'no-text']

export const foreignFiles: readonly HostileFile[] = [
  hostile('an old Word document', ole('WordDocument'), 'old-word', '意见.doc'),
  hostile(
    'an old Word document under the name of a new one',
    ole('WordDocument'),
    'old-word',
    '意见.docx',
  ),
  hostile('an old workbook', ole('Workbook'), 'old-excel', '台账.xls'),
  hostile('a WPS document', ole('WordDocument'), 'wps-text', '意见.wps'),
  hostile('a WPS workbook', ole('Workbook'), 'wps-table', '台账.et'),
  hostile('an old presentation', ole('PowerPoint Document'), 'presentation', '汇报.ppt'),
  hostile('a document with a password', ole('EncryptedPackage'), 'encrypted', '意见.docx'),
  hostile('a message of Outlook', ole('__substg1.0_'), 'ole-file', '信.msg'),
  hostile('an OFD', zipOf({ 'OFD.xml': '<x/>' }), 'ofd', '意见.ofd'),
  hostile(
    'an OpenDocument text',
    zipOf({ mimetype: 'x', 'content.xml': '<x/>' }),
    'open-document',
    '意见.odt',
  ),
  hostile(
    'a book',
    zipOf({ mimetype: 'application/epub+zip', 'OEBPS/x.html': '<p>' }),
    'archive',
    '书.epub',
  ),
  hostile(
    'a program for a telephone',
    zipOf({ 'AndroidManifest.xml': 'x', 'classes.dex': 'x' }),
    'archive',
    '意见.docx',
  ),
  hostile('a program in Java', zipOf({ 'META-INF/MANIFEST.MF': 'x' }), 'archive', '意见.docx'),
  hostile(
    'a presentation',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8(
          contentTypes(
            'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
            '/ppt/presentation.xml',
          ),
        ),
      }),
    'presentation',
    '汇报.pptx',
  ),
  hostile('RTF', () => bytesOf('{\\rtf1\\ansi {\\object\\objocx}缺水}'), 'rtf', '意见.doc'),
  hostile('a program of Windows', magic([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), anyBinary, '意见.docx'),
  hostile('a program of Linux', magic([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), anyBinary, '意见.txt'),
  hostile('a PNG', magic([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'picture', '意见.docx'),
  hostile('a JPEG', magic([0xff, 0xd8, 0xff, 0xe0]), 'picture', '扫描件.pdf'),
  hostile('a GIF', magic([0x47, 0x49, 0x46, 0x38, 0x39, 0x61]), 'picture'),
  hostile('a RAR', magic([0x52, 0x61, 0x72, 0x21, 0x1a, 7]), 'archive'),
  hostile('a 7z', magic([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'archive'),
  hostile('a gzip', magic([0x1f, 0x8b, 8]), 'archive'),
  hostile('a film', magic([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32]), [
    ...anyBinary,
    'media',
  ]),
  hostile('a song', magic([0x49, 0x44, 0x33, 3]), [...anyBinary, 'media']),
  hostile(
    'a database',
    () => joined(bytesOf('SQLite format 3\u0000'), new Uint8Array(5000)),
    anyBinary,
  ),
  hostile(
    'a workbook under the name of a text',
    () => minimalXlsx({ sheets: [sheetOf([[words]])] }),
    { holds: '缺水' },
    '意见.txt',
  ),
  hostile(
    'a document under the name of a PDF',
    () => minimalDocx({ body: paragraph(words) }),
    { holds: '缺水' },
    '意见.pdf',
  ),
  hostile(
    'a text under the name of a document',
    () => bytesOf(words),
    { holds: '缺水' },
    '意见.docx',
  ),
  hostile('a file without a name', () => bytesOf(words), { holds: '缺水' }, ''),
  hostile(
    'a file with a name of 10,000 characters',
    () => bytesOf(words),
    { holds: '缺水' },
    '水'.repeat(10_000),
  ),
  hostile('21 MB', () => new Uint8Array(21 * 1024 * 1024), 'too-large'),
]
