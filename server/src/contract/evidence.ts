/** Files kept by the hash of their content. */
import * as z from 'zod/mini'
import { evidence, flagInQuery, line, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'

/** 20 MB a file. */
export const evidenceLimit = 20 * 1024 * 1024

export const putEvidence = endpoint({
  method: 'PUT',
  path: '/api/v1/evidence',
  summary: 'Keep a file; its name comes in the header x-file-name, percent-encoded',
  sends: 'bytes',
  answer: evidence,
})

export const getEvidence = endpoint({
  method: 'GET',
  path: '/api/v1/evidence/:sha256',
  summary: 'A kept file: to save, or with inline=1 to look at (pictures, PDF, plain text)',
  params: z.object({ sha256 }),
  query: z.object({ inline: z.optional(flagInQuery), name: z.optional(line) }),
  answer: z.string(),
  answers: 'application/octet-stream',
})
