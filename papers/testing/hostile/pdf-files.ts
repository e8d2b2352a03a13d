/** PDF files that loop, run something, or are broken off. */
import { zipSync } from 'fflate'
import { minimalPdf } from '../minimal-pdf.ts'
import { bytesOf, type HostileFile, joined, words } from './hostile-file.ts'
import { pdfBombs } from './pdf-bombs.ts'
import { anything, content, file, holds, object, pdf, sound, text } from './pdf-making.ts'

const cut: readonly HostileFile[] = Array.from({ length: 12 }, (_, at) =>
  file(
    `a PDF cut off after ${at + 1} of 13 parts`,
    () => sound.subarray(0, Math.floor((sound.length * (at + 1)) / 13)),
    'damaged-file',
  ),
)

const loops: readonly HostileFile[] = [
  file(
    'pages that are their own parents',
    object(2, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    anything,
  ),
  file(
    'pages in a ring',
    pdf({
      objects: {
        2: '<< /Type /Pages /Kids [7 0 R] /Count 1 >>',
        7: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
      },
    }),
    anything,
  ),
  file('a page that is no page', object(10, '42'), anything),
  file('a root that is itself', object(1, '1 0 R'), anything),
  file(
    'a thousand million pages',
    object(2, '<< /Type /Pages /Kids [10 0 R] /Count 1000000000 >>'),
    ['read', 'too-many-pages'],
  ),
  file('pages below zero', object(2, '<< /Type /Pages /Kids [10 0 R] /Count -5 >>'), anything),
  file(
    '501 pages',
    () => minimalPdf({ pages: Array.from({ length: 501 }, () => text) }),
    'too-many-pages',
  ),
  file(
    'a form that draws itself',
    pdf({
      objects: {
        10: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 8 0 R >> >> /Contents 11 0 R >>',
        11: '<< /Length 5 >>\nstream\n/X Do\nendstream',
        8: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream',
      },
    }),
    anything,
  ),
  file(
    'a font that is its own child',
    object(4, '<< /Type /Font /Subtype /Type0 /DescendantFonts [4 0 R] >>'),
    anything,
  ),
  file('a table that continues in itself', pdf({ trailer: '/Prev 0 /Prev 9' }), anything),
  file(
    'a stream of objects that holds itself',
    pdf({
      objects: {
        8: '<< /Type /ObjStm /N 1 /First 4 /Extends 8 0 R /Length 6 >>\nstream\n8 0 42\nendstream',
      },
    }),
    anything,
  ),
  file('30,000 lists inside each other', content('['.repeat(30_000)), anything),
  file(
    '30,000 lists in the root',
    object(1, `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(30_000)} >>`),
    anything,
  ),
  file('1,000 states kept', content('q '.repeat(1000)), anything),
  file('100,000 states kept', content('q '.repeat(100_000)), 'nested-too-deep'),
  file(
    '100,000 states kept, with something drawn in each',
    content('q\n1 0 0 1 0 0 cm\n'.repeat(100_000)),
    'nested-too-deep',
  ),
  file('100,000 states kept and taken up again', content('q Q '.repeat(100_000)), anything),
  file('a length below zero', object(11, '<< /Length -1 >>\nstream\nBT ET\nendstream'), anything),
  file(
    'a length without end',
    object(11, '<< /Length 999999999 >>\nstream\nBT ET\nendstream'),
    anything,
  ),
]

const runs: readonly HostileFile[] = [
  file(
    'a script on opening',
    object(
      1,
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
    ),
    holds,
  ),
  file(
    'a program to be started',
    object(1, '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >> >>'),
    holds,
  ),
  file(
    'a page to be sent',
    object(
      1,
      '<< /Type /Catalog /Pages 2 0 R /AA << /WC << /S /SubmitForm /F (http://example.invalid) >> >> >>',
    ),
    holds,
  ),
  file(
    'a form of its own kind',
    object(1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 8 0 R >> >>'),
    holds,
  ),
  file(
    'a file inside',
    object(
      1,
      '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(x.exe) 8 0 R] >> >> >>',
    ),
    holds,
  ),
  file(
    'a password',
    pdf({
      trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    }),
    'encrypted',
  ),
  file('a lock nobody knows', pdf({ trailer: '/Encrypt << /Filter /Nonsense >>' }), [
    'encrypted',
    'damaged-file',
  ]),
]

const looks: readonly HostileFile[] = [
  file(
    'a page as wide as the world',
    object(
      10,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595555555555555 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 11 0 R >>',
    ),
    anything,
  ),
  ...['0 0 0 0', '0 0 1e9 1e9', '-1e9 -1e9 1 1', '595 842 0 0', '0 0 x y'].map((box) =>
    file(
      `a page of ${box}`,
      object(
        10,
        `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /Font << /F1 3 0 R >> >> /Contents 11 0 R >>`,
      ),
      anything,
    ),
  ),
  ...['90', '180', '270', '45', '1e9'].map((turn) =>
    file(
      `a page turned by ${turn}`,
      object(
        10,
        `<< /Type /Page /Parent 2 0 R /Rotate ${turn} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 11 0 R >>`,
      ),
      turn === '1e9' ? anything : holds,
    ),
  ),
  ...['1e30', '-1e30', '0', '1e-30', 'x'].map((size) =>
    file(
      `letters of the size ${size}`,
      content(`BT /F1 ${size} Tf 1 0 0 1 80 700 Tm <7f3a6c34> Tj ET`),
      anything,
    ),
  ),
  file(
    'letters far outside',
    content('BT /F1 12 Tf 1 0 0 1 1e30 -1e30 Tm <7f3a6c34> Tj ET'),
    anything,
  ),
  file('a font that is not there', content('BT /F9 12 Tf 1 0 0 1 80 700 Tm (abc) Tj ET'), anything),
  file(
    'letters without a table',
    object(
      3,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] >>',
    ),
    ['no-characters', 'read', 'scan', 'not-text'],
  ),
  file('a scan', () => minimalPdf({ pages: [[]] }), 'scan'),
  file(
    'a scan with page numbers',
    () => minimalPdf({ pages: [1, 2, 3].map((at) => [{ x: 300, y: 800, text: `- ${at} -` }]) }),
    'scan',
  ),
  file(
    '20,000 letters one by one',
    content(
      `BT /F1 1 Tf ${Array.from({ length: 20_000 }, (_, at) => `1 0 0 1 ${at % 500} ${at / 500} Tm <6c34> Tj`).join(' ')} ET`,
    ),
    anything,
  ),
]

const several: readonly HostileFile[] = [
  file('a PDF with a zip behind it', () => joined(sound, zipSync({ a: bytesOf('x') })), 'polyglot'),
  file('a PDF behind a zip', () => joined(zipSync({ a: bytesOf('x') }), sound), [
    'polyglot',
    'damaged-file',
  ]),
  file('a PDF behind words', () => joined(bytesOf(`${words}\n`), sound), [
    'read',
    'not-text',
    'line-too-long',
    'no-text',
  ]),
  file('the mark of a PDF and no more', () => bytesOf('%PDF-'), 'damaged-file'),
  file('the mark and the end of a PDF', () => bytesOf('%PDF-1.7\n%%EOF'), 'damaged-file'),
  file('a PDF under the name of a Word file', () => sound, holds),
]

export const pdfFiles: readonly HostileFile[] = [
  ...cut,
  ...pdfBombs,
  ...loops,
  ...runs,
  ...looks,
  ...several,
]
