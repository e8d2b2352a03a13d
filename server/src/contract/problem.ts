/** What every failure looks like (RFC 9457, application/problem+json): a code for programs, two sentences for people. */
import * as z from 'zod/mini'

const explanation = z.object({ what: z.string(), fix: z.string() })

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  zh: explanation,
  en: explanation,
  issues: z.optional(z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() }))),
})

export type Problem = z.infer<typeof problem>
