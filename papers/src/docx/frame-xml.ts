/**
 * What stands around the body: red head, number, title, addressee; attachments, signature, note, imprint.
 * Source: GB/T 9704-2012, 7.2.4–7.2.7, 7.3.1, 7.3.2, 7.3.4–7.3.6, 7.4; documents.md §1.
 */
import type { OfficialPaper, Signature } from '../official/paper.ts'
import { dayText, placesOf } from '../official/paper-words.ts'
import { titleLines } from '../official/title-lines.ts'
import { character, fonts, measure, red, sizes } from './standard.ts'
import { emu } from './picture-xml.ts'
import { fontOf, hairline, paragraph, run } from './word-xml.ts'

const blank = paragraph('', 'GwFlush')
/** No signature stands alone on its page: what is above it comes along. */
const keptBlank = paragraph('', 'GwFlush', '<w:keepNext/>')
/** Of 22 points in 156 mm, less what wider digits of a stand-in font may take. */
const titlePlaces = { upright: 19, across: 27 } as const

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

export function titleXml({
  title,
  whole,
  landscape,
  head,
  number,
  addressee,
}: OfficialPaper): string {
  // Without a red head the number of a paper stands under its title.
  const own = head === null && number !== null
  return [
    paragraph(
      run(
        titleLines(title, landscape ? titlePlaces.across : titlePlaces.upright, whole).join('\n'),
      ),
      'GwTitle',
    ),
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
 * Two lines at the foot of the last page: thick rules outside, a thin one between (7.4). A box of text that is placed at
 * the bottom of the page's own box: Word, WPS and LibreOffice all know that place, which they do not of tables or frames.
 */
export function imprintXml({ imprint }: OfficialPaper): string {
  if (imprint === null) return ''
  const { copies, by, on } = imprint
  const one = Math.round(character * 0.875)
  const sent = copies.length === 0 ? '' : `抄送：${copies.join('，')}。`
  const copied = {
    lines: Math.ceil(placesOf(sent) / (measure / (one * 1.03) - 2)),
    cell: paragraph(
      run(sent, small),
      'GwFlush',
      `${tight}<w:ind w:left="${one * 4}" w:right="${one}" w:hanging="${one * 3}"/>`,
    ),
  }
  const printed = {
    lines: 1,
    cell: paragraph(
      `${run(by, small)}<w:r><w:tab/></w:r>${run(`${dayText(on)}印发`, small)}`,
      'GwFlush',
      `<w:tabs><w:tab w:val="right" w:pos="${measure - one}"/></w:tabs>${tight}<w:ind w:left="${one}"/>`,
    ),
  }
  const rows = sent === '' ? [printed] : [copied, printed]
  const body = rows.map(
    ({ lines, cell }) =>
      `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${lines * rowHeight}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${measure}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${cell}</w:tc></w:tr>`,
  )
  const borders = `<w:tblBorders>${edge('top', 8)}${edge('bottom', 8)}${edge('insideH', 6)}</w:tblBorders>`
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${measure}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${measure}"/></w:tblGrid>${body.join('')}</w:tbl>`
  const height = rows.reduce((sum, { lines }) => sum + lines * rowHeight, 0)
  return boxAtBottom(table + hair, height + 60)
}

const small = `<w:sz w:val="${sizes.small}"/><w:szCs w:val="${sizes.small}"/>`

const tight =
  '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="440" w:lineRule="exact"/>'

/** In eighths of a point: 8 is 0.35 mm, 6 is 0.25 mm. */
function edge(side: string, size: number): string {
  return `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`
}

/** The box hangs on this paragraph, which takes no room. */
function boxAtBottom(inner: string, height: number): string {
  const size = `cx="${measure * emu}" cy="${height * emu}"`
  const shape = `<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>`
  const drawing = `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV><wp:extent ${size}/><wp:wrapTopAndBottom/><wp:docPr id="9002" name="版记"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>`
  return paragraph(
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">${drawing}</mc:Choice></mc:AlternateContent></w:r>`,
    'GwFlush',
    hairline,
  )
}

const hair = paragraph('', 'GwFlush', hairline)

const rowHeight = 480
