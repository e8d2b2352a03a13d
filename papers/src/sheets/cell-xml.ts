/**
 * Cells as SpreadsheetML. Text stays text whatever it looks like: `=1+1`, `001`, `1/2` are typed strings in the format
 * of text, and what a spreadsheet would run is marked as quoted, so that it stays text even after somebody edits it.
 *
 * Source: ECMA-376 part 1, 18.3.1.4 (c), 22.9.2.19 (ST_Xstring), 18.8.45 (quotePrefix); CWE-1236.
 */
import { day, dayNumber, isDay, type Day } from '@luoshi/domain/kernel/day'
import { cutToCell } from '@luoshi/domain/ledgers/cell-text'
import type { SheetColumn } from './sheet-plan.ts'
import { looks } from './workbook-looks.ts'

export function cellXml(
  column: SheetColumn,
  reference: string,
  value: string | number | null,
): string {
  if (value === null || value === '') return `<c r="${reference}" s="${emptyLook(column)}"/>`
  if (typeof value === 'number') return `<c r="${reference}" s="${looks.count}"><v>${value}</v></c>`
  if (column.kind === 'day' && isDay(value))
    return `<c r="${reference}" s="${looks.day}"><v>${serialOf(value)}</v></c>`
  return textXml(reference, runs.test(value) ? looks.quoted : looks.text, value)
}

export function textXml(reference: string, look: number, text: string): string {
  return `<c r="${reference}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cutToCell(text))}</t></is></c>`
}

/** What a spreadsheet would take for the beginning of a formula. */
const runs = /^[=+\-@\t\r]/

function emptyLook({ kind }: SheetColumn): number {
  return kind === 'text' ? looks.text : looks[kind]
}

/** Day 0 of a workbook. */
const epoch = dayNumber(day('1899-12-30'))

function serialOf(value: Day): number {
  return dayNumber(value) - epoch
}

/** Characters that XML does not allow, and what would be read as one of their escapes. */
const odd =
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g
const marked = /[&<>"]/g
const marks = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

export function xmlText(text: string): string {
  return text
    .replaceAll(odd, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(marked, (one) => marks.get(one) ?? one)
}
