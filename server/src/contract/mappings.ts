/** A county's own sheet on its way in: how its columns are read, seen before anything is kept, and learned. */
/* oxlint-disable no-restricted-imports -- types of the reader, from files that have no Node: nothing reaches a browser */
import { sheetFields } from '@luoshi/domain/ledgers/sheet-fields'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { SheetSight } from '@luoshi/papers/mapping/sight'
import type { ReadWarning } from '@luoshi/papers/readers/read-warning'
import * as z from 'zod/mini'
import { day, domainValue, id, line, numberInQuery, version } from './fields.ts'
import { importDetail, importParam } from './imports.ts'
import { endpoint } from './kit.ts'

const mostRows = 200_000
const row = z.int().check(z.minimum(1), z.maximum(mostRows))

export const sheetMapping = z.object({
  sheet: z.int().check(z.minimum(0), z.maximum(200)),
  headFrom: row,
  headTo: row,
  lastRow: z.nullable(row),
  columns: z.array(z.nullable(z.enum(sheetFields))).check(z.minLength(1), z.maxLength(256)),
})

const mappings = z.array(sheetMapping).check(z.minLength(1), z.maxLength(50))

/** A layout that is known by the same headings, or by most of them. */
const learned = z.object({ id: id('layout'), name: z.string(), isExact: z.boolean() })

export const getSheets = endpoint({
  method: 'GET',
  path: '/api/v1/imports/:import/sheets',
  summary:
    'The sheets of a workbook as they are, with what each column may mean and how sure that is',
  command: 'ImportDocument',
  params: importParam,
  query: z.object({
    /** Headings as the clerk has placed them, of one sheet. */
    sheet: z.optional(numberInQuery(0, 200)),
    headFrom: z.optional(numberInQuery(1, mostRows)),
    headTo: z.optional(numberInQuery(1, mostRows)),
  }),
  answer: z.object({
    sheets: z.array(
      z.object({
        sight: domainValue<SheetSight>('Rows, merged cells, hidden columns, proposed mapping'),
        learned: z.nullable(learned),
      }),
    ),
    warnings: z.array(domainValue<ReadWarning>('What the reader passed over')),
    /** As the document was read last; null: by headings we know, unasked. */
    mapping: domainValue<readonly SheetMapping[] | null>('By sheet: headings, last row, columns'),
  }),
})

export const rowProblems = [
  'unit-missing',
  'unit-unknown',
  'units-several',
  'due-missing',
  'due-no-day',
  'due-year-guessed',
  'due-period',
  'merged-cell',
  'hidden-row',
  'formula',
  'error-value',
] as const

export type RowProblem = (typeof rowProblems)[number]

export const mappedRow = z.object({
  sheet: z.int(),
  rows: z.array(z.int()),
  number: z.string(),
  text: z.string(),
  title: z.string(),
  unit: z.string(),
  /** The registered unit that is meant, where one is found. */
  unitId: z.nullable(id('unit')),
  due: z.string(),
  dueDay: z.nullable(day),
  person: z.string(),
  measure: z.string(),
  progress: z.string(),
  extras: z.record(z.string(), z.string()),
  problems: z.array(z.enum(rowProblems)),
})

export type MappedRow = z.infer<typeof mappedRow>

export const previewMapping = endpoint({
  method: 'POST',
  path: '/api/v1/imports/:import/mapped-rows',
  summary: 'The opinions that a mapping gives, with the problems of each cell; nothing is kept',
  command: 'ImportDocument',
  params: importParam,
  body: z.object({ mapping: mappings }),
  answer: z.object({
    rows: z.array(mappedRow),
    leftOut: z.array(z.object({ sheet: z.int(), row: z.int(), reason: z.string() })),
    /** Rows in = rows in opinions + rows left out. */
    counted: z.object({ total: z.int(), mapped: z.int(), leftOut: z.int() }),
  }),
})

export const applyMapping = endpoint({
  method: 'POST',
  path: '/api/v1/imports/:import/mapping',
  summary:
    'Read the document by this mapping, and keep the layouts that are named; review begins anew',
  command: 'ImportDocument',
  params: importParam,
  body: z.object({
    mapping: mappings,
    keep: z.array(z.object({ sheet: z.int(), name: line })).check(z.maxLength(50)),
  }),
  answer: importDetail,
})

const ownLayout = z.object({
  id: id('layout'),
  version,
  name: z.string(),
  title: z.string(),
  keptOn: day,
  columns: z.array(z.object({ heading: z.string(), field: z.nullable(z.enum(sheetFields)) })),
})

export type OwnLayoutRow = z.infer<typeof ownLayout>

export const listOwnLayouts = endpoint({
  method: 'GET',
  path: '/api/v1/own-layouts',
  summary:
    'The county’s own layouts, learned from its sheets; also the forms the ledger can come out in',
  answer: z.object({ rows: z.array(ownLayout) }),
})

const layoutParam = z.object({ layout: id('layout') })

export const renameOwnLayout = endpoint({
  method: 'POST',
  path: '/api/v1/own-layouts/:layout/rename',
  summary: 'Rename a layout',
  command: 'KeepLayout',
  params: layoutParam,
  body: z.object({ version, name: line }),
  answer: z.object({ rows: z.array(ownLayout) }),
})

export const dropOwnLayout = endpoint({
  method: 'POST',
  path: '/api/v1/own-layouts/:layout/drop',
  summary: 'Delete a layout; sheets that were exported in it can still come back',
  command: 'KeepLayout',
  params: layoutParam,
  body: z.object({ version }),
  answer: z.object({ rows: z.array(ownLayout) }),
})
