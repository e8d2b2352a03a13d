/** One appraisal as a set of files in one zip: begun, looked at while it is made, fetched. */
import * as z from 'zod/mini'
import { id } from './fields.ts'
import { endpoint } from './kit.ts'

const params = z.object({ appraisal: id('appraisal') })

const archiveState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('making'), done: z.int(), total: z.int() }),
  z.object({
    status: z.literal('ready'),
    size: z.int(),
    files: z.int(),
    papers: z.int(),
    evidence: z.int(),
    /** SHA-256 of the list of files. */
    manifest: z.string(),
  }),
  /** Said in both languages by the refusal of the next attempt; here only that it failed. */
  z.object({ status: z.literal('failed') }),
])

export type ArchiveState = z.infer<typeof archiveState>

export const getArchive = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/archive-file',
  summary: 'How far the archive of an appraisal is that one has asked for',
  command: 'ArchiveAppraisal',
  params,
  answer: archiveState,
})

export const makeArchive = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/archive-file',
  summary: 'Begin to make the archive of an appraisal; one at a time',
  command: 'ArchiveAppraisal',
  params,
  answer: archiveState,
})

export const getArchiveZip = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/archive-file/zip',
  summary: 'The archive as a zip, once it is ready; kept for half an hour',
  command: 'ArchiveAppraisal',
  params,
  answer: z.string(),
  answers: 'application/zip',
})
