/**
 * What stands around the body: red head, number, title, addressee; attachments, signature, note, imprint.
 * Source: GB/T 9704-2012, 7.2.4–7.2.7, 7.3.1, 7.3.2, 7.3.4–7.3.6, 7.4; documents.md §1.
 */
import type { OfficialPaper, Signature } from '../official/paper.ts'
import { dayText, placesOf } from '../official/paper-words.ts'
import { titleLines } from '../official/title-lines.ts'
import { character, fonts, margins, measure, page, red, sizes } from './standard.ts'
import { fontOf, paragraph, run } from './word-xml.ts'

const blank = paragraph('', 'GwFlush')
/** No signature stands alone on its page: what is above it comes along. */
const keptBlank = paragraph('', 'GwFlush', '<w:keepNext/>')
/** Of 22 points in 156 mm, less what wider digits of a stand-in font may take. */
const titlePlaces = 19

/** 35 mm from the top of the text to the issuer's name; two lines below it the number; 4 mm below that the red line. */
export function headXml({ head, number }: OfficialPaper): string {
  if (head === null) return ''
  const points = 52
  const scale = Math.min(100, Math.floor((measure / 20 / (placesOf(head) * points)) * 100))
  const mark = run(
    head,
    `${fontOf(fonts.title)}<w:color w:val="${red}"/><w:spacing w:val="0"/><w:w w:val="${scale}"/><w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`,
  )
  const above =
    '<w:snapToGrid w:val="0"/><w:spacing w:before="1984" w:after="0" w:line="1040" w:lineRule="exact"/>'
  const rule = `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="${red}"/></w:pBdr>`
  return [
    paragraph(mark, 'GwFlush', `${above}<w:jc w:val="center"/>`),
    blank,
    paragraph(run(number ?? ''), 'GwFlush', `${rule}<w:jc w:val="center"/>`),
    blank,
    blank,
  ].join('')
}

export function titleXml({ title, head, number, addressee }: OfficialPaper): string {
  // Without a red head the number of a paper stands under its title.
  const own = head === null && number !== null
  return [
    paragraph(run(titleLines(title, titlePlaces).join('\n')), 'GwTitle'),
    own ? paragraph(run(number), 'GwFlush', '<w:jc w:val="center"/>') : '',
    blank,
    addressee === null ? '' : paragraph(run(`${addressee}：`), 'GwFlush'),
  ].join('')
}

export function attachmentListXml({ attachments, signature }: OfficialPaper): string {
  const several = attachments.length > 1
  const lines = attachments.map(({ name }, at) => {
    const label = several ? `${at + 1}.` : ''
    const lead = at === 0 ? '附件：' : ''
    const own = several ? 0.75 : 0
    const left = Math.round((5 + own) * character)
    const hanging = Math.round(((at === 0 ? 3 : 0) + own) * character)
    return paragraph(
      run(`${lead}${label}${name}`),
      'GwFlush',
      `${signature === null ? '' : '<w:keepNext/>'}<w:ind w:left="${left}" w:hanging="${hanging}"/>`,
    )
  })
  return lines.length === 0 ? '' : [keptBlank, ...lines].join('')
}

export function signatureXml(signature: Signature | null): string {
  if (signature === null) return ''
  const { by, on, sealed } = signature
  const date = dayText(on)
  const [signed, dated] = sealed ? sealedPlaces(by, date) : plainPlaces(by, date)
  const atRight = (text: string, places: number) =>
    paragraph(
      run(text),
      'GwFlush',
      `<w:keepNext/><w:ind w:rightChars="${Math.round(places * 100)}" w:right="${Math.round(places * character)}"/><w:jc w:val="right"/>`,
    )
  const above = sealed ? [keptBlank, keptBlank] : [keptBlank]
  return [...above, atRight(by, signed), atRight(date, dated)].join('')
}

/** The date four places from the right, the name centred over it. */
function sealedPlaces(by: string, date: string): readonly [number, number] {
  return [Math.max(0, 4 + (placesOf(date) - placesOf(by)) / 2), 4]
}

/** The name two places from the right; the date begins two places after the name; a longer date keeps the edge. */
function plainPlaces(by: string, date: string): readonly [number, number] {
  const room = placesOf(by) - placesOf(date)
  return room >= 2 ? [2, room] : [2 + 2 - room, 2]
}

export function noteXml({ note }: OfficialPaper): string {
  return note === null ? '' : paragraph(run(`（${note}）`), 'GwBody')
}

/**
 * Two rows at the foot of the last page: thick rules outside, a thin one between (7.4). A table that is placed by its
 * distance from the top, since not every office knows a place at the bottom.
 */
export function imprintXml({ imprint }: OfficialPaper): string {
  if (imprint === null) return ''
  const { copies, by, on } = imprint
  const one = Math.round(character * 0.875)
  const sent = `抄送：${copies.join('，')}。`
  const rows = [
    ...(copies.length === 0
      ? []
      : [
          {
            lines: Math.ceil(placesOf(sent) / (measure / (one * 1.03) - 2)),
            cell: paragraph(
              run(sent, small),
              'GwFlush',
              `${tight}<w:ind w:left="${one * 4}" w:right="${one}" w:hanging="${one * 3}"/>`,
            ),
          },
        ]),
    {
      lines: 1,
      cell: paragraph(
        `${run(by, small)}<w:r><w:tab/></w:r>${run(`${dayText(on)}印发`, small)}`,
        'GwFlush',
        `<w:tabs><w:tab w:val="right" w:pos="${measure - one}"/></w:tabs>${tight}<w:ind w:left="${one}"/>`,
      ),
    },
  ]
  const height = rows.reduce((sum, { lines }) => sum + lines * rowHeight, 0)
  const place = `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin" w:tblpX="1" w:tblpY="${textHeight - height - 30}"/>`
  const body = rows.map(
    ({ lines, cell }) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${lines * rowHeight}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${imprintWidth}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${cell}</w:tc></w:tr>`,
  )
  const borders = `<w:tblBorders>${edge('top', 8)}${edge('bottom', 8)}${edge('insideH', 6)}</w:tblBorders>`
  return `<w:tbl><w:tblPr>${place}<w:tblW w:w="${imprintWidth}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${imprintWidth}"/></w:tblGrid>${body.join('')}</w:tbl>${anchor}`
}

const small = `<w:sz w:val="${sizes.small}"/><w:szCs w:val="${sizes.small}"/>`

const imprintWidth = measure
const rowHeight = 480
const textHeight = page.height - margins.top - margins.bottom
const tight =
  '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/>'

/** In eighths of a point: 8 is 0.35 mm, 6 is 0.25 mm. */
function edge(side: string, size: number): string {
  return `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`
}

/** The table hangs on this paragraph, which takes no room. */
const anchor = paragraph(
  '',
  'GwFlush',
  '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
)
