/**
 * A list as text with commas or tabs between its cells (RFC 4180; what Excel copies and saves), as a table like that of a
 * workbook. A sign that stands before = + - @ only to keep a spreadsheet from reckoning is taken off again.
 */
import { findHead } from '../mapping/find-head.ts'
import type { ReadTable } from './read-xlsx.ts'

export function csvTable(text: string, name: string): ReadTable {
  const rows = csvRows(text).map((cells, at) => ({ row: at + 1, cells, doubts: [] }))
  return { name, rows, merged: [], hiddenColumns: [], widths: [] }
}

/** The share of lines that have as many cells as the headings. */
const even = 0.6

/** Whether it is a list at all: under known headings lines of as many cells; prose has commas, too. */
export function isCsv(table: ReadTable, fileName: string): boolean {
  const { rows } = table
  const head = findHead(table)
  if (!head) return false
  const width = rows.find(({ row }) => row === head.to)?.cells.length ?? 0
  if (/\.(?:csv|tsv)$/i.test(fileName)) return width > 1
  const said = rows.filter(({ row, cells }) => row > head.to && cells.some((one) => one !== ''))
  const alike = said.filter(({ cells }) => cells.length === width).length
  return width > 2 && said.length > 0 && alike / said.length >= even
}

function csvRows(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/^\uFEFF/, '')
  const mark = !lines.includes(',') && lines.includes('\t') ? '\t' : ','
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)?.push(cell.replace(/^'(?=[=+\-@\t])/, ''))
    cell = ''
  }
  for (let at = 0; at < lines.length; at += 1) {
    const sign = lines[at] ?? ''
    if (quoted && sign === '"' && lines[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === mark) end()
    else if (!quoted && sign === '\n') {
      end()
      rows.push([])
    } else if (quoted || sign !== '\r') cell += sign
  }
  end()
  return rows
}
