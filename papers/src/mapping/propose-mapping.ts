/**
 * Proposes what each column of a county's sheet means: as learned from the same headings, else by its heading, backed or
 * doubted by its cells, else by its cells alone. It says how sure it is of each; whoever brings the sheet in decides.
 */
import { createHash } from 'node:crypto'
import { sheetFields, type SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import type { ReadTable } from '../readers/read-xlsx.ts'
import { columnHeadings, headingText, type HeadRows } from './column-headings.ts'
import { fits, guessByContents } from './column-contents.ts'
import { findHead } from './find-head.ts'
import { meaningOf } from './heading-fields.ts'
import { keyHeading } from '../ledgers/ledger-sheet.ts'
import { isFooter } from './row-kinds.ts'
import type { ProposedColumn, ProposedMapping } from './sight.ts'

/** Cells looked at in each column. */
const sample = 60

export function proposeMapping(
  table: ReadTable,
  sheet: number,
  asked: Readonly<{ head?: HeadRows | undefined }> = {},
): ProposedMapping {
  const found = asked.head ?? findHead(table)
  const head = found ?? { from: 1, to: 1 }
  const body = table.rows.filter((row) => row.row > head.to && !isFooter(row)).slice(0, sample)
  const headings = columnHeadings(table, head)
  const cellsOf = (place: number) => body.map(({ cells }) => cells[place] ?? '')
  const taken = new Set<SheetField>()
  const byHeading = headings.map(({ words }) => meaningOf(words))
  // What is surely meant goes first, wherever it stands: 问题 beside 问题名称 is the words.
  const chosen = new Map<number, ProposedColumn>()
  for (const wanted of [true, false])
    for (const [place, meaning] of byHeading.entries()) {
      if (!meaning || meaning.exact !== wanted || taken.has(meaning.field)) continue
      taken.add(meaning.field)
      const heading = headingText(headings[place] ?? { words: [] })
      chosen.set(place, weighed(heading, meaning, cellsOf(place)))
    }
  const free = new Set(sheetFields.filter((field) => !taken.has(field)))
  const columns = headings.map((heading, place): ProposedColumn => {
    const known = chosen.get(place)
    if (known) return known
    const field = guessByContents(cellsOf(place), free)
    if (field) free.delete(field)
    const text = headingText(heading)
    return { heading: text, field: field ?? null, confidence: field ? 'guess' : 'none', fit: null }
  })
  return {
    mapping: {
      sheet,
      headFrom: head.from,
      headTo: head.to,
      lastRow: null,
      columns: columns.map(({ field }) => field),
    },
    columns,
    print: found === undefined ? null : printOf(headings.map(headingText)),
  }
}

function weighed(
  heading: string,
  { field, exact }: Readonly<{ field: SheetField; exact: boolean }>,
  cells: readonly string[],
): ProposedColumn {
  const share = fits(field, cells)
  const backed = share === null || share >= 0.5
  const confidence = backed ? (exact ? 'sure' : 'likely') : 'guess'
  return { heading, field, confidence, fit: share === null ? null : Math.round(share * 100) }
}

/** Empty columns at the end are no part of a layout: they come and go with the last edit. Nor is our own hidden one. */
export function printOf(headings: readonly string[]): string {
  const own = headings.map((heading) => (heading === keyHeading ? '' : heading))
  const last = own.findLastIndex((heading) => heading !== '')
  return createHash('sha256')
    .update(JSON.stringify(own.slice(0, last + 1)))
    .digest('hex')
}
