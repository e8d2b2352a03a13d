/** One row of a ledger as a proposed opinion, by the meaning of its columns. */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import { readDeadline } from './deadline.ts'
import { saysNothing, type Unnumbered } from './finish-opinion.ts'
import type { LedgerColumn } from './ledger-columns.ts'
import type { Doubt } from './opinion.ts'
import { splitUnits } from './split-units.ts'

type Row = Readonly<{ paragraph: number; cells: readonly string[]; doubts: readonly Doubt[] }>
export type Heading = Readonly<{
  column: LedgerColumn | undefined
  words: string
  /** What the clerk has mapped the column to. */
  field?: SheetField | null
}>

export function opinionOfRow(
  row: Row,
  headings: readonly Heading[],
  year: number | undefined,
): Unnumbered | undefined {
  const cell = (column: LedgerColumn): string => {
    const place = headings.findIndex((heading) => heading.column === column)
    return (row.cells[place] ?? '').trim()
  }
  const text = cell('content') || cell('name')
  if (text === '' || saysNothing(text)) return undefined
  const units = splitUnits(cell('unit'))
  const co = splitUnits(cell('co'))
  const due = cell('due') === '' ? undefined : readDeadline(cell('due'), year)
  const category = categoryOf(cell('category'))
  const extras = extrasOf(row.cells, headings)
  return {
    ...named('path', cell('number')),
    text,
    ...(cell('name') === text ? {} : named('title', cell('name'))),
    ...(category === undefined ? {} : { category }),
    ...(units[0] === undefined ? {} : { unit: units[0] }),
    units,
    ...(co.length === 0 ? {} : { co }),
    ...named('person', cell('person')),
    ...named('measure', cell('measure')),
    ...named('source', cell('source')),
    ...named('goal', cell('goal')),
    ...named('progress', cell('progress')),
    ...(due === undefined
      ? {}
      : {
          due: due.kind === 'date' && due.day !== undefined ? due.day : due.words,
          dueKind: due.kind,
        }),
    ...(due?.day === undefined ? {} : { dueDay: due.day }),
    ...notedIn(row.cells, headings),
    ...(Object.keys(extras).length === 0 ? {} : { extras }),
    inferred: due?.yearInferred === true ? ['due-year'] : [],
    doubts: row.doubts,
    paragraphs: [row.paragraph],
  }
}

const notedFields = {
  cause: 'analysis',
  oversees: 'oversees',
  leads: 'leads',
  does: 'does',
  section: 'section',
} as const satisfies Partial<Record<SheetField, keyof PlanNotes>>

/** Parts of a plan that have no place of their own in an opinion. */
function notedIn(
  cells: readonly string[],
  headings: readonly Heading[],
): Readonly<{ noted?: PlanNotes }> {
  const noted: Partial<Record<(typeof notedFields)[keyof typeof notedFields], string>> = {}
  for (const [place, { field }] of headings.entries()) {
    const value = (cells[place] ?? '').trim()
    if (value !== '' && field && isNoted(field)) noted[notedFields[field]] ??= value
  }
  return Object.keys(noted).length === 0 ? {} : { noted }
}

function isNoted(field: SheetField): field is keyof typeof notedFields {
  return field in notedFields
}

function named<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  const entry: Partial<Record<Key, string>> = {}
  if (value !== '') entry[key] = value
  return entry
}

function categoryOf(words: string): 'problem' | 'suggestion' | undefined {
  if (words.includes('建议')) return 'suggestion'
  return words.includes('问题') ? 'problem' : undefined
}

/** Columns that have no place of their own keep their heading; so do 复核评价 and 备注. */
function extrasOf(
  cells: readonly string[],
  headings: readonly Heading[],
): Readonly<Record<string, string>> {
  const extras = new Map<string, string>()
  for (const [place, { column, words }] of headings.entries()) {
    const value = (cells[place] ?? '').trim()
    const isOwn = column !== undefined && column !== 'review' && column !== 'remark'
    const heading = words.replaceAll(/\s/g, '')
    if (value !== '' && !isOwn && heading !== '') extras.set(heading, value)
  }
  return Object.fromEntries(extras)
}
