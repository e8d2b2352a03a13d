/** A workbook under a mapping, sheet by sheet: what each row is, and under which heading each cell is read. */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { LedgerColumn } from '../outline/ledger-columns.ts'
import type { Heading } from '../outline/opinion-of-row.ts'
import type { ReadTable } from '../readers/read-xlsx.ts'
import { columnHeadings, headingText } from './column-headings.ts'
import { rowKinds, type RowKind } from './row-kinds.ts'

/** Null for a sheet that is not taken. */
export type TakenTable = Readonly<{
  kinds: readonly RowKind[]
  headings: readonly Heading[]
}> | null

export function takenTables(
  tables: readonly ReadTable[],
  mappings: readonly SheetMapping[],
): readonly TakenTable[] {
  return tables.map((table, sheet) => {
    const mapping = mappings.find((one) => one.sheet === sheet)
    if (!mapping) return null
    const head = { from: mapping.headFrom, to: mapping.headTo }
    const seen = new Set<LedgerColumn>()
    const headings = columnHeadings(table, head).map((heading, place) => {
      const field = mapping.columns[place] ?? null
      const column = columnFor(field, mapping.columns)
      const words = headingText(heading)
      if (column === undefined || seen.has(column)) return { column: undefined, words, field }
      seen.add(column)
      return { column, words, field }
    })
    return { kinds: rowKinds(table, mapping), headings }
  })
}

/** The column of an opinion that a field becomes; what has none is kept under its own heading. */
function columnFor(
  field: SheetField | null,
  all: readonly (SheetField | null)[],
): LedgerColumn | undefined {
  if (field === null) return undefined
  // Of several people named, the one who does it is the person; the others keep their headings.
  if (field === 'oversees')
    return all.includes('does') || all.includes('leads') ? undefined : 'person'
  if (field === 'leads') return all.includes('does') ? undefined : 'person'
  return columns[field]
}

const columns: Partial<Readonly<Record<SheetField, LedgerColumn>>> = {
  place: 'number',
  number: 'number',
  title: 'name',
  opinion: 'content',
  source: 'source',
  category: 'category',
  goal: 'goal',
  measures: 'measure',
  does: 'person',
  unit: 'unit',
  co: 'co',
  due: 'due',
  progress: 'progress',
}
