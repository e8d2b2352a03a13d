/** Files that the virus scanner stopped, and what an administrator does with them. */
import * as z from 'zod/mini'
import { count, instant, line, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'

export const listQuarantine = endpoint({
  method: 'GET',
  path: '/api/v1/quarantine',
  summary: 'The virus scanner, what waits for it, and what it stopped',
  answer: z.object({
    scanner: z.object({
      configured: z.boolean(),
      /** As it calls itself; null when it does not answer. */
      version: z.nullable(z.string()),
    }),
    waiting: count,
    held: z.array(
      z.object({
        sha256,
        size: z.nullable(z.number()),
        mediaType: z.nullable(z.string()),
        finding: z.nullable(z.string()),
        at: instant,
      }),
    ),
  }),
})

export const releasing = z.object({ reason: line, approval: line })

export const releaseHeld = endpoint({
  method: 'POST',
  path: '/api/v1/quarantine/:sha256/release',
  command: 'DecideQuarantine',
  stepUp: true,
  summary: 'Let a held file go: a false alarm, with a reason and who approved it',
  params: z.object({ sha256 }),
  body: releasing,
  /** Still held: it waits for a second person. */
  answer: z.object({ state: z.enum(['released', 'held']) }),
})

export const discardHeld = endpoint({
  method: 'POST',
  path: '/api/v1/quarantine/:sha256/discard',
  command: 'DecideQuarantine',
  summary: 'Throw a held file away',
  params: z.object({ sha256 }),
  body: z.object({ reason: line }),
  answer: z.object({ state: z.literal('discarded') }),
})
