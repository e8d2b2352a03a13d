/** One changed file: the reader it is for, and all of it out of one number, so that it can be made again. */
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { asHtml } from '../as-html.ts'
import { minimalDocx, paragraph, table } from '../minimal-docx.ts'
import { minimalPdf } from '../minimal-pdf.ts'
import { inlineCell, minimalXlsx, sheetOf } from '../minimal-xlsx.ts'
import { mutatedBytes, mutatedText } from './mutate.ts'
import { type Chance, chanceOf } from './random.ts'

export const readers = ['docx', 'xlsx', 'html', 'pdf', 'txt'] as const
export type Reader = (typeof readers)[number]

const letter = readFileSync(
  new URL('../../testdata/corpus/01-评议意见.txt', import.meta.url),
  'utf8',
)
const lines = letter.split('\n').filter((line) => line !== '')
const row = ['1', '缺水', '县水利局', '2026年9月1日']

const levels = ['chineseCounting', 'decimal', 'decimalEnclosedCircle', 'upperLetter', 'lowerRoman']
const numbering = `<w:abstractNum w:abstractNumId="0">${levels
  .map(
    (format, at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${at + 1}、"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const docx = minimalDocx({
  body: [
    ...lines.map((line, at) => (at % 3 === 0 ? paragraph(line, 1, at % 5) : paragraph(line))),
    table([['序号', '问题', '责任单位', '时限'], row]),
    '<w:p><w:ins w:author="甲"><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>',
  ].join(''),
  numbering,
  styles: '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>',
  footnotes: `<w:footnote>${paragraph('注')}</w:footnote>`,
})
const xlsx = minimalXlsx({
  sheets: [
    sheetOf(
      [['序号', '问题', '责任单位', '时限'], row, row],
      '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
    ),
    `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">${inlineCell('A1', '缺水')}<c r="B1" s="1"><f>A1</f><v>45000</v></c><c r="C1" t="s"><v>0</v></c></row></sheetData>`,
  ],
  sharedStrings: '<si><t>缺水</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
})
const html = new TextDecoder()
  .decode(asHtml(lines))
  .replace(
    '</body>',
    '<ol start=2><li value=3>缺水<ul><li>停水</ul></ol><table><tr><td rowspan=2>1<td colspan=2>2<tr><td>3</table><pre>一\n二</pre></body>',
  )
const pdf = minimalPdf({
  pages: [0, 1].map((page) =>
    lines.slice(page * 14, page * 14 + 14).map((text, at) => ({ x: 80, y: 100 + at * 28, text })),
  ),
})

export function fuzzedFile(reader: Reader, seed: number): Uint8Array {
  const chance = chanceOf(seed)
  const times = 1 + chance.below(6)
  switch (reader) {
    case 'docx':
      return fuzzedZip(docx, chance, times)
    case 'xlsx':
      return fuzzedZip(xlsx, chance, times)
    case 'html':
      return strToU8(mutatedText(html, chance, times))
    case 'pdf':
      return chance.below(2) === 0
        ? mutatedBytes(pdf, chance, times)
        : new Uint8Array(
            Buffer.from(mutatedText(Buffer.from(pdf).toString('latin1'), chance, times), 'latin1'),
          )
    case 'txt':
      return chance.below(2) === 0
        ? strToU8(mutatedText(letter, chance, times))
        : mutatedBytes(strToU8(letter), chance, times)
  }
}

/** Mostly a part is changed and the zip is sound, or no reader of parts would ever see it. */
function fuzzedZip(bytes: Uint8Array, chance: Chance, times: number): Uint8Array {
  if (chance.below(5) === 0) return mutatedBytes(bytes, chance, times)
  const parts = unzipSync(bytes)
  const name = chance.pick(['', ...Object.keys(parts).sort()])
  const part = parts[name]
  if (part !== undefined) parts[name] = strToU8(mutatedText(strFromU8(part), chance, times))
  return zipSync(parts, { level: 0, mtime: '2026-01-01' })
}
