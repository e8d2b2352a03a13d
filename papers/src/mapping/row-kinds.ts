/**
 * What each row of a mapped sheet is. Every row has a kind, so that every row ends in an opinion or is listed with a
 * reason: rows of a merged opinion belong to the one above.
 */
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { ReadTable, TableRow } from '../readers/read-xlsx.ts'

export type RowKind = 'title' | 'heading' | 'body' | 'more' | 'group' | 'footer'

const footer =
  /^(?:合计|总计|小计|累计|填表人|填报人|填报单位|填报日期|制表人?|制表日期|审核人?|审批人?|负责人签字|单位负责人|主要负责人|联系人[：:]|联系电话|注[：:]|备注[：:]|说明[：:]|填表说明)/

export function isFooter({ cells }: TableRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? ''
  return footer.test(first.replaceAll(/\s/g, ''))
}

export function rowKinds(table: ReadTable, mapping: SheetMapping): readonly RowKind[] {
  const words = Math.max(mapping.columns.indexOf('opinion'), mapping.columns.indexOf('title'))
  const place = mapping.columns.includes('opinion') ? mapping.columns.indexOf('opinion') : words
  const ends = mapping.lastRow ?? Number.POSITIVE_INFINITY
  return table.rows.map((row) => {
    if (row.row < mapping.headFrom) return 'title'
    if (row.row <= mapping.headTo) return 'heading'
    if (row.row > ends || isFooter(row)) return 'footer'
    if (isContinued(table, row.row, place + 1)) return 'more'
    return isGroup(table, row) ? 'group' : 'body'
  })
}

/** The cell of the words is merged with the one above: one opinion over several rows. */
function isContinued({ merged }: ReadTable, row: number, column: number): boolean {
  return merged.some(
    ({ from, to }) =>
      from.row < row && to.row >= row && from.column <= column && to.column >= column,
  )
}

/** One line of words across the sheet: 一、依法履职方面. */
function isGroup({ merged }: ReadTable, { row, cells }: TableRow): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  if (said.length !== 1) return false
  const isWide = merged.some(
    ({ from, to }) => from.row === row && to.row === row && to.column - from.column >= 2,
  )
  return isWide || /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/.test(said[0]?.trim() ?? '')
}
