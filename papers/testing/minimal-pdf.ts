/** Writes the smallest PDF with Chinese text at given places, for tests: no font inside, a table of characters instead. */
import { deflateSync } from 'node:zlib'

/** From the top left corner of an A4 page, in points. */
export type PlacedText = Readonly<{
  x: number
  y: number
  text: string
  size?: number
  turned?: boolean
}>

export const page = { width: 595, height: 842 } as const

export type MinimalPdf = Readonly<{
  pages: readonly (readonly PlacedText[])[]
  /** Raw objects in place of ours, or further ones, by number: `<< … >>`. */
  objects?: Readonly<Record<number, string>>
  /** Of each page, as it stands in the file; the text is left away then. */
  content?: Readonly<{ bytes: Uint8Array; filter: string }>
  trailer?: string
}>

const firstPage = 10

export function minimalPdf({ pages, objects, content, trailer }: MinimalPdf): Uint8Array {
  const kids = pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')
  const own: [number, string | Buffer][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
    [
      3,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    ],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 [500] 33 126 500] >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ],
    [6, stream(Buffer.from(toUnicode))],
    ...pages.flatMap((texts, at): [number, string | Buffer][] => [
      [
        firstPage + 2 * at,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * at + 1} 0 R >>`,
      ],
      [
        firstPage + 2 * at + 1,
        content === undefined
          ? stream(deflateSync(texts.map(shown).join('\n')), '/Filter /FlateDecode')
          : stream(content.bytes, `/Filter ${content.filter}`),
      ],
    ]),
  ]
  return assembled(
    new Map([
      ...own,
      ...Object.entries(objects ?? {}).map(([at, raw]): [number, string] => [Number(at), raw]),
    ]),
    trailer,
  )
}

export function stream(bytes: Uint8Array, more = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${more} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

function assembled(objects: ReadonlyMap<number, string | Buffer>, trailer = ''): Uint8Array {
  const pieces = [Buffer.from('%PDF-1.7\n')]
  const places = new Map<number, number>()
  let at = pieces[0]?.length ?? 0
  for (const [number, raw] of objects) {
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(raw),
      Buffer.from('\nendobj\n'),
    ])
    places.set(number, at)
    at += object.length
    pieces.push(object)
  }
  const size = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number)
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(pieces))
}

function shown({ x, y, text, size = 16, turned = false }: PlacedText): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const matrix = turned
    ? `0.7 0.7 -0.7 0.7 ${x} ${page.height - y}`
    : `1 0 0 1 ${x} ${page.height - y}`
  return `BT /F1 ${size} Tf ${matrix} Tm <${hex}> Tj ET`
}

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .map((high) => `1 beginbfrange <${high}00> <${high}FF> <${high}00> endbfrange`)
  .join('\n')}
endcmap end end`
