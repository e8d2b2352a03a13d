/** PDF files that unpack, or map their characters, without end. */
import { deflateSync } from 'node:zlib'
import { stream } from '../minimal-pdf.ts'
import { bytesOf, type HostileFile } from './hostile-file.ts'
import { anything, content, file, holds, object, pdf } from './pdf-making.ts'

const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024).fill(32)
const bombs: readonly HostileFile[] = [
  file(
    'a page of 100 MB',
    content(new Uint8Array(deflateSync(megabytes(100)))),
    'inflates-too-much',
  ),
  file(
    'a page packed twice',
    content(
      new Uint8Array(deflateSync(deflateSync(megabytes(100)))),
      '[/FlateDecode /FlateDecode]',
    ),
    'inflates-too-much',
  ),
  file(
    'a page packed in digits',
    content(bytesOf('20'.repeat(200_000)), '/ASCIIHexDecode'),
    anything,
  ),
  file(
    'runs without end',
    content(
      Uint8Array.from({ length: 200_000 }, (_, at) => (at % 2 === 0 ? 129 : 32)),
      '/RunLengthDecode',
    ),
    anything,
  ),
  file('a filter nobody knows', content('BT ET', '/Nonsense'), anything),
  file('forty filters', content('BT ET', `[${'/FlateDecode '.repeat(40)}]`), anything),
  file(
    'a predictor of a thousand million columns',
    object(
      11,
      stream(
        deflateSync('BT ET'),
        '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000 >>',
      ).toString('latin1'),
    ),
    anything,
  ),
  file(
    'a table of characters without end',
    pdf({
      objects: {
        6: stream(
          bytesOf(
            'begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange endcmap',
          ),
        ).toString('latin1'),
      },
    }),
    anything,
  ),
]

const ranges: readonly HostileFile[] = [
  '<0000> <00FFFFFF> <0000>',
  '<1500 <15FF> <1500>',
  '<4200> <402FF> <4200>',
  `<ab00> <${'\u007F'.repeat(300)}nge <b000> <ab00>`,
].map((range) =>
  file(
    `a table that maps ${range.slice(0, 60)}`,
    pdf({
      objects: {
        6: stream(
          bytesOf(
            `begincmap 1 beginbfrange <20> ${range} endbfrange 1 beginbfrange ${range} endbfrange endcmap`,
          ),
        ).toString('latin1'),
      },
    }),
    ['damaged-file', 'read', 'scan', 'not-text'],
  ),
)

/** Words that stand like those of a table, so that its edges are looked for among all that is drawn. */
const tabular = '<6C346C34> Tj 200 0 Td <6C346C34> Tj -200 -20 Td '
const drawn = (lines: string) => content(`BT /F1 12 Tf 80 700 Td ${tabular.repeat(20)} ET ${lines}`)

const edges: readonly HostileFile[] = [
  file('lines without end', drawn('80 700 m 500 700 l S '.repeat(40_000)), anything),
  file(
    'a grid of a million cells',
    drawn(
      Array.from(
        { length: 900 },
        (_, at) => `${at / 2} 0 m ${at / 2} 800 l S 0 ${at / 2} m 800 ${at / 2} l S`,
      ).join(' '),
    ),
    anything,
  ),
  file('states kept without end', drawn('q '.repeat(30_000)), ['nested-too-deep']),
  file(
    'widths of signs told to the last digit',
    object(
      4,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 [500.12345678] 33 126 0.123456789] >>',
    ),
    holds,
  ),
  file(
    'widths of signs without end',
    object(
      4,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 [500] 33 199999999999 500] >>',
    ),
    ['damaged-file'],
  ),
]

export const pdfBombs: readonly HostileFile[] = [...bombs, ...ranges, ...edges]
