/** The counties' rule books that an appraisal may be opened under. */
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

export const ruleBookRow = z.object({
  key: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  /** The three axes are counted by this rule, in the words in which it was published. */
  rule: z.string(),
  text: z.string(),
})

export type RuleBookRow = z.infer<typeof ruleBookRow>

export const listRuleBooks = endpoint({
  method: 'GET',
  path: '/api/v1/rule-books',
  summary: 'Rule books to choose from',
  answer: z.object({ rows: z.array(ruleBookRow) }),
})
