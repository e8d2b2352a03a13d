/**
 * A worksheet in three pieces, so that rows can be written as they come: title, note and headings; the rows; filter,
 * validation and print set-up. The heads stay in view, and stand on every printed page.
 *
 * Source: ECMA-376 part 1, 18.3.1 (the order of elements is the schema's).
 */
import type { HeadArea } from '@luoshi/domain/ledgers/own-layout'
import { cellXml, textXml, xmlText } from './cell-xml.ts'
import { columnLetters } from './column-letters.ts'
import { rowHeight } from './row-height.ts'
import { headRowsOf, type SheetPlan, type SheetValues } from './sheet-plan.ts'
import { looks } from './workbook-looks.ts'

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'

/** The first row of the headings, below title and note. */
const firstHead = 3

export function sheetStart(plan: SheetPlan): string {
  const { title, note, columns } = plan
  const headRows = headRowsOf(plan)
  const pane = `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${headRows + 1}" sqref="A${headRows + 1}"/>`
  const widths = columns.map(
    ({ width, hidden }, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  )
  return [
    head,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols>`,
    '<sheetData>',
    `<row r="1" ht="36" customHeight="1">${textXml('A1', looks.title, title)}</row>`,
    `<row r="2" ht="18" customHeight="1">${textXml('A2', looks.note, note)}</row>`,
    ...headingRows(plan),
  ].join('')
}

/** The lowest row names every column, so that filters and the reader find them; above it stands what the county writes. */
function headingRows({ columns, heads }: SheetPlan): readonly string[] {
  const rows = heads?.rows ?? [columns.map(({ heading }) => heading)]
  return rows.map((words, at) => {
    const cells = columns.map(({ heading, hidden }, place) => {
      const own = hidden ? (at === rows.length - 1 ? heading : '') : (words[place] ?? '')
      return textXml(`${columnLetters(place)}${firstHead + at}`, looks.heading, own)
    })
    return `<row r="${firstHead + at}" ht="33" customHeight="1">${cells.join('')}</row>`
  })
}

/** `place` counts the data rows from 0. */
export function sheetRow(plan: SheetPlan, place: number, values: SheetValues): string {
  const { columns } = plan
  const row = headRowsOf(plan) + 1 + place
  let cells = ''
  for (const [at, column] of columns.entries())
    cells += cellXml(column, `${columnLetters(at)}${row}`, values[at] ?? null)
  return `<row r="${row}" ht="${rowHeight(columns, values)}" customHeight="1">${cells}</row>`
}

export function sheetEnd(plan: SheetPlan, rows: number): string {
  const { columns, heads } = plan
  const headRows = headRowsOf(plan)
  const last = columnLetters(columns.length - 1)
  const shown = columnLetters(lastShown(plan))
  const end = headRows + Math.max(rows, 1)
  return [
    '</sheetData>',
    `<autoFilter ref="A${headRows}:${last}${end}"/>`,
    mergesXml([`A1:${shown}1`, `A2:${shown}2`, ...(heads?.merged ?? []).map(mergeOf)]),
    validations(plan, end),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paperOf(plan)}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('')
}

function mergesXml(areas: readonly string[]): string {
  const cells = areas.map((ref) => `<mergeCell ref="${ref}"/>`)
  return `<mergeCells count="${cells.length}">${cells.join('')}</mergeCells>`
}

function mergeOf({ fromRow, fromColumn, toRow, toColumn }: HeadArea): string {
  const at = (row: number, column: number) => `${columnLetters(column - 1)}${firstHead - 1 + row}`
  return `${at(fromRow, fromColumn)}:${at(toRow, toColumn)}`
}

/** A4, or A3 where the columns would be too small to read on it (ECMA-376 part 1, 18.3.1.63: 9 and 8). */
function paperOf({ columns }: SheetPlan): 8 | 9 {
  const places = columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0)
  return places > 220 ? 8 : 9
}

function lastShown({ columns }: SheetPlan): number {
  return columns.findLastIndex(({ hidden }) => !hidden)
}

function validations(plan: SheetPlan, end: number): string {
  const { columns } = plan
  const headRows = headRowsOf(plan)
  const lists = columns.flatMap(({ kind, choices }, place) => {
    const area = `${columnLetters(place)}${headRows + 1}:${columnLetters(place)}${end}`
    if (choices)
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${area}"><formula1>"${xmlText(choices.join(','))}"</formula1></dataValidation>`,
      ]
    if (kind === 'day')
      return [
        `<dataValidation type="date" operator="greaterThan" allowBlank="1" showErrorMessage="1" error="请填写日期，例如 2026-10-31" sqref="${area}"><formula1>25569</formula1></dataValidation>`,
      ]
    return []
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}
