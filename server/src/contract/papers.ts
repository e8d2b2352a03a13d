/** Official papers, made of what is on record, and the county's templates for them. */
import { paperFormats, paperMediaTypes } from '@luoshi/domain/papers/formats'
import { paperKinds } from '@luoshi/domain/papers/paper-kinds'
import type { PaperTemplate } from '@luoshi/domain/papers/template'
import * as z from 'zod/mini'
import { day, domainValue, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

const kind = z.enum(paperKinds)

export const getPaper = endpoint({
  method: 'GET',
  path: '/api/v1/papers/:kind/:format',
  summary: 'An official paper as a file; whoever may read the record may have it on paper',
  params: z.object({ kind, format: z.enum(paperFormats) }),
  query: z.object({
    appraisal: z.optional(id('appraisal')),
    /** The record it is made of; the latest of the appraisal when absent. A plan is found by its unit. */
    record: z.optional(line),
  }),
  answer: z.string(),
  answers: paperMediaTypes.docx,
})

const templatesShown = z.object({
  version,
  congressName: z.string(),
  /** Null while the county has set none of its own. */
  setOn: z.nullable(day),
  templates: z.array(
    z.object({
      kind,
      template: domainValue<PaperTemplate>('Head, number, title, words around, order of sections'),
      isOwn: z.boolean(),
    }),
  ),
})

export const getPaperTemplates = endpoint({
  method: 'GET',
  path: '/api/v1/paper-templates',
  summary: 'The templates of all papers: the county’s own, or as shipped',
  command: 'SetPaperTemplate',
  answer: templatesShown,
})

const templateSent = z.object({
  head: line,
  number: line,
  title: line,
  opening: text,
  sections: z.array(z.object({ key: line, heading: line })).check(z.maxLength(20)),
  closing: text,
})

export const previewPaperTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/paper-templates/preview',
  summary:
    'The pages of a paper as a template would set them, with what the ledger fills in in brackets',
  command: 'SetPaperTemplate',
  body: z.object({ kind, template: templateSent }),
  answer: z.object({
    /** All pages in one SVG, set by the engine that sets the PDF. */
    picture: z.string(),
    pages: z.int(),
    /** Fonts of the standard that were not found, and what serves instead. */
    standIns: z.array(z.object({ wanted: z.string(), used: z.string() })),
    /** Characters that only another face has. */
    otherFace: z.array(z.string()),
  }),
})

export const setPaperTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/paper-templates',
  summary: 'Set the template of one paper; null puts the shipped one back',
  command: 'SetPaperTemplate',
  body: z.object({
    version,
    kind,
    template: z.nullable(templateSent),
  }),
  answer: templatesShown,
})
