/** The rule books that an appraisal may be opened under, and the one that is frozen into an appraisal. */
import type { BookVersion } from '@luoshi/domain/appraisals/appraisal'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import * as z from 'zod/mini'
import { domainValue, id } from './fields.ts'
import { endpoint } from './kit.ts'

export const ruleBookRow = z.object({
  /** A shipped profile's key, or the id of the county's own version. */
  key: z.string(),
  name: z.string(),
  summary: z.string(),
  /** The county's own, in force. */
  isOwn: z.boolean(),
  edition: z.nullable(z.int()),
  book: domainValue<RuleBook>('The whole rule book: every setting with the text it comes from'),
})

export type RuleBookRow = z.infer<typeof ruleBookRow>

export const listRuleBooks = endpoint({
  method: 'GET',
  path: '/api/v1/rule-books',
  summary: 'Rule books to choose from: the county’s own in force first, then the shipped profiles',
  answer: z.object({ rows: z.array(ruleBookRow) }),
})

export const getFrozenBook = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/rule-book',
  summary: 'The rule book frozen into an appraisal, and which version it is',
  params: z.object({ appraisal: id('appraisal') }),
  answer: z.object({
    book: domainValue<RuleBook>('As frozen; settings thought of later show the neutral default'),
    frozen: domainValue<RuleBook>('Exactly as frozen: the version’s hash is of this one'),
    version: domainValue<BookVersion | null>('Null in appraisals opened before versions were kept'),
  }),
})
