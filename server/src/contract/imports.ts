/** Documents on their way into the ledger: read, decided on by a person, confirmed in one act. */
import { channels, raiserKinds } from '@luoshi/domain/opinions/opinion'
import * as z from 'zod/mini'
import { day, domainValue, id, instant, line, text } from './fields.ts'
import { endpoint } from './kit.ts'
import { disposition, raised } from './opinions.ts'
import type { Parsed } from './parsed.ts'

export const importStatuses = ['draft', 'confirmed'] as const

/** Left blank by the clerk at her peril: the server keeps drafts as the review screen sends them, up to 5 MB. */
const decisions = z.record(z.string(), z.unknown())

export const importRow = z.object({
  id: id('import'),
  fileName: z.string(),
  status: z.enum(importStatuses),
  by: z.string(),
  at: instant,
  appraisal: z.nullable(id('appraisal')),
})

export type ImportRow = z.infer<typeof importRow>

const parsed = domainValue<Parsed>('What was read: text, edits, flags, outline, proposed opinions')

export const importDetail = z.object({
  ...importRow.shape,
  parsed,
  /** Ids of the suggested repairs that a person has agreed to. */
  accepted: z.array(z.string()),
  decisions,
  /** Whether the columns of a sheet were mapped, by a person or as learned; null: it is no sheet. */
  mapped: z.nullable(z.boolean()),
  /** Of the decisions: give it back when saving; 0 when none were saved. */
  revision: z.int(),
})

export type ImportDetail = z.infer<typeof importDetail>

const received = z.object({
  import: id('import'),
  parsed,
  /** A sheet whose columns nobody has mapped yet: the clerk is asked first. */
  toMap: z.boolean(),
})

export const importFile = endpoint({
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'Read a document (docx, xlsx, txt, html); its name comes in the header x-file-name',
  command: 'ImportDocument',
  sends: 'bytes',
  answer: received,
})

/** The same address as {@link importFile}: JSON means pasted text. */
export const importText = endpoint({
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'Read pasted text',
  command: 'ImportDocument',
  body: z.object({ text: z.string().check(z.maxLength(1_000_000)), fileName: z.optional(line) }),
  answer: received,
})

export const listImports = endpoint({
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'Documents brought in, newest first',
  command: 'ImportDocument',
  answer: z.object({ rows: z.array(importRow) }),
})

export const importParam = z.object({ import: id('import') })

export const getImport = endpoint({
  method: 'GET',
  path: '/api/v1/imports/:import',
  summary: 'One document with what was read in it and the decisions so far',
  command: 'ImportDocument',
  params: importParam,
  answer: importDetail,
})

export const getImportOriginal = endpoint({
  method: 'GET',
  path: '/api/v1/imports/:import/original',
  summary: 'The document as it came in, byte by byte',
  command: 'ImportDocument',
  params: importParam,
  answer: z.string(),
  answers: 'application/octet-stream',
})

export const putDecisions = endpoint({
  method: 'PUT',
  path: '/api/v1/imports/:import/decisions',
  summary: 'Keep the decisions made so far; refused when somebody else has kept later ones',
  command: 'ImportDocument',
  params: importParam,
  body: z.object({ revision: z.int(), decisions }),
  answer: z.object({ revision: z.int() }),
})

export const acceptRepairs = endpoint({
  method: 'POST',
  path: '/api/v1/imports/:import/repairs',
  summary: 'Agree to repairs of damaged text and read the document again',
  command: 'ImportDocument',
  params: importParam,
  body: z.object({ accepted: z.array(line).check(z.maxLength(2000)) }),
  answer: importDetail,
})

/** More than any document that can be read has. */
const mostParagraphs = 50_000

/** As long as a cell of a sheet may be. */
const cell = z.optional(z.string().check(z.maxLength(32_767)))

/** What the document says of the plan; shown to the unit and offered in the form of the plan, never a plan by itself. */
const planNotes = z.object({
  analysis: cell,
  task: cell,
  measures: cell,
  due: cell,
  dueOn: z.optional(day),
  oversees: cell,
  leads: cell,
  does: cell,
  section: cell,
})

export const importItem = z.object({
  text,
  channel: z.enum(channels),
  raiserKind: z.enum(raiserKinds),
  raiser: line,
  receivedOn: day,
  paragraphs: z.array(z.int()).check(z.minLength(1), z.maxLength(mostParagraphs)),
  disposition,
  noted: z.optional(planNotes),
})

export type ImportItem = z.infer<typeof importItem>

export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/v1/imports/:import/confirm',
  summary:
    'Put every opinion on record at once; refused unless every paragraph is mapped or left out',
  command: 'ConfirmImport',
  params: importParam,
  body: z.object({
    appraisal: id('appraisal'),
    items: z.array(importItem).check(z.minLength(1), z.maxLength(2000)),
    leftOut: z
      .array(z.object({ paragraph: z.int(), reason: line }))
      .check(z.maxLength(mostParagraphs)),
  }),
  answer: z.object({
    raised: z.array(raised),
    /** Paragraphs in = mapped + left out. */
    paragraphs: z.object({ total: z.int(), mapped: z.int(), leftOut: z.int() }),
    seq: z.int(),
  }),
})
