/** PDF files that unpack, or map their characters, without end. */
import { deflateSync } from 'node:zlib'
import { stream } from '../minimal-pdf.ts'
import { bytesOf, type HostileFile } from './hostile-file.ts'
import { anything, content, file, object, pdf } from './pdf-making.ts'

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
].map((range) =>
  file(
    `a table that maps ${range}`,
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

export const pdfBombs: readonly HostileFile[] = [...bombs, ...ranges]
