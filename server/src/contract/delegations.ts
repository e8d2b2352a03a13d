/** Acting for a colleague: switching over and back. Deputies are named on the page of one's own account. */
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

export const actFor = endpoint({
  method: 'PUT',
  path: '/api/v1/acting',
  summary: 'Act for a colleague from now on, or in your own name again',
  body: z.object({ delegation: z.nullable(z.string().check(z.regex(/^[a-z0-9]{32}$/))) }),
  answer: z.object({ done: z.literal(true) }),
})
