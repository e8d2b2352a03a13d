/** Who is signed in, on which day, and the token that every change must carry. */
import { roles } from '@luoshi/domain/people/roles'
import * as z from 'zod/mini'
import { day, id, instant, named } from './fields.ts'
import { endpoint } from './kit.ts'

export const session = z.object({
  account: z.object({ id: id('account'), name: z.string() }),
  roles: z.array(z.enum(roles)),
  unit: z.nullable(id('unit')),
  official: z.nullable(id('official')),
  congress: named,
  /** Whom the person acts for now; roles and unit are then that colleague's. */
  actingFor: z.nullable(z.object({ account: id('account'), name: z.string(), until: instant })),
  /** For whom they could act at this moment, and who acts for them. */
  mayActFor: z.array(z.object({ delegation: z.string(), name: z.string(), until: day })),
  deputies: z.array(z.object({ name: z.string(), until: day })),
  csrf: z.string(),
  today: day,
  version: z.string(),
})

export type Session = z.infer<typeof session>

export const getSession = endpoint({
  method: 'GET',
  path: '/api/v1/session',
  summary: 'Who is signed in',
  answer: session,
})
