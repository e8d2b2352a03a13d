/** Reads an .xlsx: the rows of its visible sheets as a person sees them, each with what was odd about it. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { Doubt } from '../outline/opinion.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { aboutSheet } from '../sheets/workbook-parts.ts'
import { fillMergedCells } from './fill-merged-cells.ts'
import type { OfficePackage } from './office-package.ts'
import { type Relationship, relationshipsOf } from './package-parts.ts'
import { readSheet, type Workbook } from './read-sheet.ts'
import { type ReadWarning, readWarnings, type ReadWarningCode } from './read-warning.ts'
import { readXml } from './read-xml.ts'
import { refuseReading } from './refusals.ts'
import type { Area } from './sheet-address.ts'
import { readLooks } from './workbook-looks.ts'
import { readSharedStrings } from './workbook-strings.ts'

export type TableRow = Readonly<{ row: number; cells: readonly string[]; doubts: readonly Doubt[] }>

export type ReadTable = Readonly<{
  name: string
  rows: readonly TableRow[]
  merged: readonly Area[]
  /** Counted from 1. */
  hiddenColumns: readonly number[]
  /** By column from the first; null where the sheet does not say. */
  widths: readonly (number | null)[]
}>

export type XlsxContent = Readonly<{
  sheets: readonly ReadTable[]
  warnings: readonly ReadWarning[]
  /** What a workbook of ours says of itself in its hidden sheet; null in any other. */
  about: string | null
}>

type SheetEntry = Readonly<{ name: string; part: string }>
type Directory = Readonly<{
  sheets: readonly SheetEntry[]
  about: string | null
  since1904: boolean
  hidden: boolean
}>

export function readXlsx(pack: OfficePackage): Result<XlsxContent, ReadRefusal> {
  const root = relationshipsOf(pack, '')
  if (!root.ok) return root
  const main = root.value.find((one) => one.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const related = relationshipsOf(pack, main)
  if (!related.ok) return related
  const directory = directoryOf(pack, main, related.value)
  if (!directory.ok) return directory
  const workbook = workbookOf(pack, related.value, directory.value.since1904)
  if (!workbook.ok) return workbook
  const warnings = new Set<ReadWarningCode>()
  if (directory.value.hidden) warnings.add('hidden-sheet')
  if (pack.names.some((name) => /externalLinks\//.test(name))) warnings.add('external-links')
  if (pack.names.some((name) => /\/embeddings\//.test(name))) warnings.add('embedded-files')
  const sheets: XlsxContent['sheets'][number][] = []
  let total = 0
  for (const { name, part } of directory.value.sheets) {
    const table = tableOf(pack, { name, part }, workbook.value, warnings)
    if (!table.ok) return table
    total += table.value.rows.length
    if (total > readingLimits.sheetRows) return refuseReading('sheet-too-large')
    sheets.push(table.value)
  }
  // A ledger of ours keeps the seals of its lines in a column that nobody sees.
  if (directory.value.about !== null) warnings.delete('hidden-columns')
  const about = aboutOf(pack, directory.value.about, workbook.value)
  return about.ok ? accept({ sheets, warnings: readWarnings(warnings), about: about.value }) : about
}

function directoryOf(
  pack: OfficePackage,
  main: string,
  related: readonly Relationship[],
): Result<Directory, ReadRefusal> {
  const bytes = pack.read(main)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return refuseReading('damaged-file')
  const sheets: SheetEntry[] = []
  let since1904 = false
  let about: string | null = null
  let hidden = false
  const refusal = readXml(bytes.value, {
    open: ({ name, attribute }) => {
      if (name === 'x:workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'x:sheet') return
      const target = related.find(
        (one) => one.id === attribute('r:id') && one.type === 'worksheet',
      )?.target
      if (attribute('name') === aboutSheet) about = target ?? null
      else if ((attribute('state') ?? 'visible') !== 'visible') hidden = true
      else if (target !== undefined) sheets.push({ name: attribute('name') ?? '', part: target })
    },
  })
  return refusal === undefined
    ? accept({ sheets, about, since1904, hidden })
    : { ok: false, refusal }
}

function workbookOf(
  pack: OfficePackage,
  related: readonly Relationship[],
  since1904: boolean,
): Result<Workbook, ReadRefusal> {
  const partOf = (type: string) =>
    related.find((one) => one.type === type && !one.external)?.target ?? ''
  const stringsPart = pack.read(partOf('sharedStrings'))
  if (!stringsPart.ok) return stringsPart
  const strings =
    stringsPart.value === undefined ? accept([]) : readSharedStrings(stringsPart.value)
  if (!strings.ok) return strings
  const stylesPart = pack.read(partOf('styles'))
  if (!stylesPart.ok) return stylesPart
  const looks = stylesPart.value === undefined ? accept([]) : readLooks(stylesPart.value)
  return looks.ok ? accept({ strings: strings.value, looks: looks.value, since1904 }) : looks
}

function aboutOf(
  pack: OfficePackage,
  part: string | null,
  workbook: Workbook,
): Result<string | null, ReadRefusal> {
  const bytes = part === null ? accept(undefined) : pack.read(part)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return accept(null)
  const sheet = readSheet(bytes.value, workbook)
  return sheet.ok ? accept(sheet.value.rows[0]?.cells[0] ?? null) : sheet
}

const warningOf: Partial<Record<Doubt, ReadWarningCode>> = {
  'merged-cell': 'merged-cells',
  'hidden-row': 'hidden-rows',
  formula: 'formulas',
  'error-value': 'error-values',
}

function tableOf(
  pack: OfficePackage,
  { name, part }: SheetEntry,
  workbook: Workbook,
  warnings: Set<ReadWarningCode>,
): Result<ReadTable, ReadRefusal> {
  const bytes = pack.read(part)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return refuseReading('damaged-file')
  const sheet = readSheet(bytes.value, workbook)
  if (!sheet.ok) return sheet
  fillMergedCells(sheet.value)
  if (sheet.value.hiddenColumns.size > 0) warnings.add('hidden-columns')
  for (const doubt of sheet.value.rows.flatMap((row) => row.doubts)) {
    const warning = warningOf[doubt]
    if (warning !== undefined) warnings.add(warning)
  }
  const { rows, merged, hiddenColumns, widths } = sheet.value
  const told = Math.max(0, ...widths.keys())
  return accept({
    name,
    rows,
    merged,
    hiddenColumns: [...hiddenColumns],
    widths: Array.from({ length: told }, (_, place) => widths.get(place + 1) ?? null),
  })
}
