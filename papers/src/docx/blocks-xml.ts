/** The body of a paper, block by block. Source: GB/T 9704-2012, 7.3.3 (levels), 8 (tables). */
import { columnRoom } from '../official/column-room.ts'
import { staysTogether } from '../official/last-words.ts'
import type { Block, ChartBlock } from '../official/paper.ts'
import { chartXml } from './chart-xml.ts'
import { fonts } from './standard.ts'
import { behindTable, fontOf, hairline, paragraph, run } from './word-xml.ts'

type Around = Readonly<{
  /** Stands above the signature, which must not be alone on its page. */
  isKept?: boolean
  /** Nothing follows it: the paragraph that Word wants behind a table must not make a page of its own. */
  isEnd?: boolean
  /** All pictures of the paper: which one it is says where its file is. */
  charts?: readonly ChartBlock[]
}>

export function blockXml(
  block: Block,
  width: number,
  { isKept = false, isEnd = false, charts = [] }: Around = {},
): string {
  switch (block.kind) {
    case 'heading':
      // A heading alone goes over to the page of what it heads.
      return paragraph(
        headingRuns(block),
        `GwH${block.level}`,
        isKept || block.body === undefined ? keepNext : '',
      )
    case 'paragraph':
      return block.text
        .split('\n')
        .map((text) => paragraph(run(text), 'GwBody', isKept ? keepNext : ''))
        .join('')
    case 'line':
      return paragraph(run(block.text), 'GwFlush', isKept ? keepNext : '')
    case 'table':
      return tableXml(block, width, { isKept, isEnd })
    case 'chart':
      return chartXml(block, charts.indexOf(block))
    case 'form':
      return formXml(block, width, isEnd)
  }
}

/** What follows the heading in its paragraph is plain body: its font must not be the heading's. */
function headingRuns({ level, text, body }: Extract<Block, { kind: 'heading' }>): string {
  if (body === undefined) return run(text)
  return level <= 2 ? run(text) + run(body, fontOf(fonts.body)) : run(text + body)
}

const keepNext = '<w:keepNext/>'
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`

/** Of each table itself: not every program believes the style. */
const cellMargins =
  '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'

/** The heads stand again on every page; no row is torn apart unless it is longer than a page. */
function tableXml(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  width: number,
  { isKept, isEnd }: Readonly<{ isKept: boolean; isEnd: boolean }>,
): string {
  const widths = widthsOf(columnRoom(columns, width / 20, rows), width)
  const head = columns.map(({ heading }, at) =>
    cellXml(heading, widths[at] ?? 0, 'center', fontOf(fonts.first)),
  )
  const body = rows.map((cells, row) => {
    // The last row goes over with the signature that must not be alone.
    const keep = isKept && row === rows.length - 1 ? keepNext : ''
    const shown = columns.map(({ align = 'left' }, at) =>
      cellXml(cells[at] ?? '', widths[at] ?? 0, align, '', keep),
    )
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${shown.join('')}</w:tr>`
  })
  return wrapTable(
    widths,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>${body.join('')}`,
    (isKept ? keepNext : '') + (isEnd ? hairline : behindTable),
  )
}

function formXml(form: Extract<Block, { kind: 'form' }>, width: number, isEnd: boolean): string {
  const widths = widthsOf([1, 3.2], width)
  const { rows } = form
  const isTogether = staysTogether(form)
  const body = rows.map(({ label, text, lines = 1 }, row) => {
    const keep = isTogether && row < rows.length - 1 ? keepNext : ''
    const height = `<w:trHeight w:val="${lines * 460}" w:hRule="atLeast"/>`
    return `<w:tr><w:trPr><w:cantSplit/>${height}</w:trPr>${cellXml(label, widths[0] ?? 0, 'center', fontOf(fonts.first), keep)}${cellXml(text, widths[1] ?? 0, 'left', '', keep)}</w:tr>`
  })
  return wrapTable(widths, body.join(''), isEnd ? hairline : behindTable)
}

function wrapTable(widths: readonly number[], rows: string, after: string): string {
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')
  const total = widths.reduce((sum, one) => sum + one, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${borders}<w:tblLayout w:type="fixed"/>${cellMargins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>${paragraph('', 'GwFlush', after)}`
}

function cellXml(
  text: string,
  width: number,
  align: 'left' | 'center',
  look = '',
  keep = '',
): string {
  const shown = text
    .split('\n')
    .map((line) => paragraph(run(line, look), 'GwCell', `${keep}<w:jc w:val="${align}"/>`))
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${shown.join('')}</w:tc>`
}

/** Whole twentieths that add up to the width. */
export function widthsOf(shares: readonly number[], width: number): readonly number[] {
  const sum = shares.reduce((all, one) => all + one, 0)
  let left = width
  return shares.map((share, at) => {
    const own = at === shares.length - 1 ? left : Math.round((share / sum) * width)
    left -= own
    return own
  })
}
