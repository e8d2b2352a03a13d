/** Files kept by the hash of their content. */
import * as z from 'zod/mini'
import { evidence, flagInQuery, line, numberInQuery, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'

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

/** What can be said of a file, and how it can be looked at without opening it. */
export const aboutFile = z.object({
  mediaType: z.string(),
  shown: z.discriminatedUnion('as', [
    z.object({ as: z.literal('pages'), pages: z.int() }),
    z.object({ as: z.literal('text'), text: z.string() }),
    z.object({
      as: z.literal('nothing'),
      why: z.enum(['kind', 'unreadable', 'too-many-pixels', 'heic']),
    }),
  ]),
  /** Pixels of a picture. */
  size: z.nullable(z.object({ width: z.int(), height: z.int() })),
  /** What the camera wrote: for the committee only, and in no preview. */
  photo: z.nullable(
    z.object({
      takenAt: z.nullable(z.string()),
      camera: z.nullable(z.string()),
      place: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
    }),
  ),
})

export const getAboutEvidence = endpoint({
  method: 'GET',
  path: '/api/v1/evidence/:sha256/about',
  summary: 'What a kept file is, and whether it can be shown as pages or as words',
  params: z.object({ sha256 }),
  answer: aboutFile,
})

export const getEvidencePreview = endpoint({
  method: 'GET',
  path: '/api/v1/evidence/:sha256/preview',
  summary: 'One page of a kept file as a picture, without what the camera wrote into it',
  params: z.object({ sha256 }),
  query: z.object({
    page: z.optional(numberInQuery(0, 499)),
    size: z.optional(z.enum(['thumb', 'page'])),
  }),
  answer: z.string(),
  answers: 'image/jpeg',
})
