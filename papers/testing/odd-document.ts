/** The county's odd sheet as the web page and the Word document that an office would make of it, for tests. */
import { areaOf } from '../src/readers/sheet-address.ts'
import { escaped, minimalDocx } from './minimal-docx.ts'
import { oddMerged, oddRows } from './odd-sheet.ts'

const columns = 10
const areas = oddMerged.flatMap((one) => areaOf(one) ?? [])

type Place = Readonly<{ row: number; column: number }>

const at = ({ row, column }: Place) =>
  areas.find(
    ({ from, to }) =>
      row >= from.row && row <= to.row && column >= from.column && column <= to.column,
  )

function cellsOf(row: number, words: readonly string[]) {
  return Array.from({ length: columns }, (_, place) => {
    const column = place + 1
    const area = at({ row, column })
    const spans = area ? { columns: area.to.column - area.from.column + 1, area } : null
    return { text: words[place] ?? '', row, column, spans }
  })
}

/** @param before - What is said above the table. */
export function oddPage(before = ''): Uint8Array {
  const rows = oddRows().map(([row, words]) => {
    const cells = cellsOf(row, words).map(({ text, column, spans }) => {
      if (!spans) return `<td>${escaped(text)}</td>`
      const { from, to } = spans.area
      if (from.row !== row || from.column !== column) return ''
      return `<td colspan="${spans.columns}" rowspan="${to.row - from.row + 1}">${escaped(text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>${escaped(before)}</p><table>${rows.join('')}</table></body></html>`,
  )
}

export function oddDocument(): Uint8Array {
  const rows = oddRows().map(([row, words]) => {
    const cells = cellsOf(row, words).map(({ text, column, spans }) => {
      const inner = `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
      if (!spans) return `<w:tc>${inner}</w:tc>`
      const { from, to } = spans.area
      if (from.column !== column) return ''
      const merge = from.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
      const look = `<w:gridSpan w:val="${spans.columns}"/>${to.row > from.row ? merge : ''}`
      return `<w:tc><w:tcPr>${look}</w:tcPr>${inner}</w:tc>`
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return minimalDocx({ body: `<w:tbl>${rows.join('')}</w:tbl>` })
}
