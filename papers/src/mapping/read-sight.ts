/** A county's workbook as it is, for the page on which its columns are mapped, with a proposal for each sheet. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText } from '../encoding/decode-text.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { openPackage } from '../readers/office-package.ts'
import { type HtmlContent, readHtml } from '../readers/html/read-html.ts'
import { readPdf } from '../readers/pdf/read-pdf.ts'
import { packageKind } from '../readers/package-parts.ts'
import { csvTable } from '../readers/read-csv.ts'
import { type ReadTable, readXlsx, type XlsxContent } from '../readers/read-xlsx.ts'
import { readDocx } from '../readers/read-docx.ts'
import { refuseReading } from '../readers/refusals.ts'
import { tablesOfBlocks } from '../readers/tables-of-blocks.ts'
import { sniffFile } from '../readers/sniff-file.ts'
import { widthOf, type HeadRows } from './column-headings.ts'
import { proposeMapping } from './propose-mapping.ts'
import type { ProposedMapping, SheetSight, WorkbookSight } from './sight.ts'

/** As many rows as show what a sheet is like, its foot among them. */
const mostRows = 200
const mostCharacters = 300

export function readSight(
  bytes: Uint8Array,
  /** Headings as the clerk has placed them, by sheet. */
  heads: readonly (HeadRows | null)[] = [],
): Result<WorkbookSight, ReadRefusal> {
  if (bytes.byteLength > readingLimits.uploadBytes) return refuseReading('too-large')
  const sniffed = sniffFile(bytes, '')
  if (sniffed.kind === 'refused') return refuseReading(sniffed.code)
  if (sniffed.kind === 'pdf') return refuseReading('no-table')
  return seen(tablesIn(bytes, sniffed.kind), heads)
}

/** Of a PDF as well, which is read page by page. */
export async function readAnySight(
  bytes: Uint8Array,
  heads: readonly (HeadRows | null)[] = [],
): Promise<Result<WorkbookSight, ReadRefusal>> {
  const isPdf = bytes.byteLength <= readingLimits.uploadBytes && sniffFile(bytes, '').kind === 'pdf'
  return isPdf ? seen(documentIn(await readPdf(bytes)), heads) : readSight(bytes, heads)
}

function seen(
  content: Tables,
  heads: readonly (HeadRows | null)[],
): Result<WorkbookSight, ReadRefusal> {
  if (!content.ok) return content
  const filled = content.value.sheets.filter(({ rows }) => rows.length > 0)
  const sheets = filled.map((table, sheet) =>
    sightOf(table, proposeMapping(table, sheet, { head: heads[sheet] ?? undefined })),
  )
  return accept({ sheets, warnings: content.value.warnings })
}

type Tables = Result<Pick<XlsxContent, 'sheets' | 'warnings'>, ReadRefusal>

function tablesIn(bytes: Uint8Array, kind: 'zip' | 'html' | 'text'): Tables {
  switch (kind) {
    case 'text':
      return listIn(bytes)
    case 'html':
      return documentIn(readHtml(bytes))
    case 'zip':
      return packageIn(bytes)
  }
}

/** The same rows as the reader of documents takes. */
function listIn(bytes: Uint8Array): Tables {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const table = csvTable(decoded.value.text, '')
  if (table.rows.length > readingLimits.sheetRows) return refuseReading('sheet-too-large')
  const rows = table.rows.filter(({ cells }) => cells.some((one) => one.trim() !== ''))
  return accept({ sheets: [{ ...table, rows }], warnings: [] })
}

function documentIn(
  read: Result<Pick<HtmlContent, 'blocks' | 'merged' | 'warnings'>, ReadRefusal>,
): Tables {
  if (!read.ok) return read
  const { blocks, merged, warnings } = read.value
  const sheets = tablesOfBlocks(blocks, merged)
  return sheets ? accept({ sheets, warnings }) : refuseReading('no-table')
}

function packageIn(bytes: Uint8Array): Tables {
  const pack = openPackage(bytes)
  if (!pack.ok) return pack
  const kind = packageKind(pack.value)
  if (!kind.ok) return kind
  if (kind.value === 'docx') return documentIn(readDocx(pack.value, new Set()))
  return kind.value === 'xlsx' ? readXlsx(pack.value) : refuseReading('no-table')
}

function sightOf(table: ReadTable, proposed: ProposedMapping): SheetSight {
  const { name, rows, merged, hiddenColumns, widths } = table
  const shown =
    rows.length <= mostRows ? rows : [...rows.slice(0, mostRows - 10), ...rows.slice(-10)]
  const last = shown.at(-1)?.row ?? 0
  return {
    name,
    total: rows.length,
    width: widthOf(table),
    rows: shown.map(({ row, cells, doubts }) => ({
      row,
      cells: cells.map((cell) =>
        cell.length > mostCharacters ? `${cell.slice(0, mostCharacters)}…` : cell,
      ),
      hidden: doubts.includes('hidden-row'),
    })),
    merged: merged.filter(({ from }) => from.row <= last).slice(0, 2000),
    hiddenColumns,
    widths,
    proposed,
  }
}
