/** The counties' rule books that an appraisal may be opened under. */
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import * as z from 'zod/mini'
import { domainValue } from './fields.ts'
import { endpoint } from './kit.ts'

export const ruleBookRow = z.object({
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  book: domainValue<RuleBook>('The whole rule book: every setting with the text it comes from'),
})

export type RuleBookRow = z.infer<typeof ruleBookRow>

export const listRuleBooks = endpoint({
  method: 'GET',
  path: '/api/v1/rule-books',
  summary: 'Rule books to choose from',
  answer: z.object({ rows: z.array(ruleBookRow) }),
})
