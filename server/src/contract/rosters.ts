/** A roster on its way in: read, columns matched, every line checked, then written in one act. */
import { rosterFields, rosterKinds } from '@luoshi/domain/people/roster-columns'
import * as z from 'zod/mini'
import { id, line, text } from './fields.ts'
import { endpoint } from './kit.ts'
import { workbookType } from './ledgers.ts'

const columns = z.partialRecord(z.enum(rosterFields), z.int().check(z.minimum(0), z.maximum(255)))

const sheetLine = z.object({
  row: z.int().check(z.minimum(1)),
  cells: z.array(line).check(z.maxLength(64)),
  formula: z.boolean(),
})

const kind = z.enum(rosterKinds)

export const readRoster = endpoint({
  method: 'POST',
  path: '/api/v1/rosters/read',
  summary: 'Read a roster (.xlsx, .csv) and propose which column is which; writes nothing',
  command: 'ImportRoster',
  query: z.object({ kind }),
  sends: 'bytes',
  answer: z.object({
    sheet: z.string(),
    headings: z.array(z.string()),
    columns,
    missing: z.array(z.enum(rosterFields)),
    lines: z.array(sheetLine),
  }),
})

const asked = {
  kind,
  columns,
  lines: z.array(sheetLine).check(z.maxLength(2000)),
}

const onRecord = z.object({ id: z.string(), unitName: z.string(), post: z.string() })

const said = z.object({ what: z.string(), fix: z.string() })

const checkedLine = z.object({
  row: z.int(),
  name: z.string(),
  unitName: z.string(),
  post: z.string(),
  verdict: z.enum(['new', 'changed', 'same', 'doubtful', 'wrong']),
  /** Whom it may be, of those on record. */
  like: z.array(onRecord),
  /** Whether one of them may be chosen: an official's post changes by a hand-over only. */
  mayBeThem: z.boolean(),
  fault: z.nullable(z.object({ zh: said, en: said })),
  /** Its unit is not on record; once it is, the line is right. */
  unknownUnit: z.nullable(z.string()),
})

export type CheckedLineRow = z.infer<typeof checkedLine>

export const checkRoster = endpoint({
  method: 'POST',
  path: '/api/v1/rosters/check',
  summary: 'What every line would do: new, changed, same, doubtful, wrong; writes nothing',
  command: 'ImportRoster',
  body: z.object(asked),
  answer: z.object({ lines: z.array(checkedLine) }),
})

export const importRoster = endpoint({
  method: 'POST',
  path: '/api/v1/rosters/import',
  summary:
    'Write what was checked, all of it or nothing; refused while a line is wrong or undecided',
  command: 'ImportRoster',
  body: z.object({
    ...asked,
    /** By row: another person of that name, left out, or somebody on record. */
    choices: z.record(
      z.string().check(z.regex(/^\d{1,7}$/)),
      z.union([z.literal('another'), z.literal('skip'), id('person')]),
    ),
  }),
  answer: z.object({ added: z.int(), changed: z.int(), same: z.int(), skipped: z.int() }),
})

/** For Excel; its address is made with `hrefOf`. */
export const rosterTemplate = endpoint({
  method: 'GET',
  path: '/api/v1/rosters/template',
  summary: 'A sheet to begin with: the headings of a kind of roster',
  query: z.object({ kind }),
  answers: workbookType,
  answer: text,
})
