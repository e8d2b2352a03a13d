/** The audit of who came in, who tried, and who changed whose access: read page by page, taken away as a file. */
import * as z from 'zod/mini'
import { day, instant, limit, numberInQuery } from './fields.ts'
import { endpoint } from './kit.ts'
import { securityEventKinds } from './security-event-labels.ts'

const asked = {
  /** A login, a part of a name, or an address: whoever did it, suffered it or tried. */
  person: z.optional(z.string().check(z.maxLength(60))),
  kind: z.optional(z.enum(securityEventKinds)),
  from: z.optional(day),
  until: z.optional(day),
}

export const auditRow = z.object({
  seq: z.int(),
  at: instant,
  kind: z.string(),
  outcome: z.enum(['done', 'refused']),
  actor: z.nullable(z.string()),
  account: z.nullable(z.string()),
  login: z.nullable(z.string()),
  address: z.string(),
  request: z.string(),
  facts: z.record(z.string(), z.unknown()),
})

export type AuditRow = z.infer<typeof auditRow>

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'Security events, newest first',
  command: 'ReadAudit',
  query: z.object({
    ...asked,
    before: z.optional(numberInQuery(1, Number.MAX_SAFE_INTEGER)),
    limit: z.optional(limit),
  }),
  answer: z.object({ rows: z.array(auditRow), next: z.nullable(z.int()) }),
})

export const auditCsv = endpoint({
  method: 'GET',
  path: '/api/v1/audit.csv',
  summary: 'The same as a file; taking it is on record',
  command: 'ReadAudit',
  query: z.object(asked),
  answers: 'text/csv',
  answer: z.string(),
})
