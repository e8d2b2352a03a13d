/** A county's own 办法 in its versions: drafted, edited setting by setting, adopted, withdrawn. */
import { bookStandings } from '@luoshi/domain/rule-books/book-standing'
import type { Contradiction } from '@luoshi/domain/rule-books/contradiction'
import type { KnownCountyBook } from '@luoshi/domain/rule-books/county-book'
import { settingKeys } from '@luoshi/domain/rule-books/rule-book'
import * as z from 'zod/mini'
import { approval, domainValue, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const countyBookRow = z.object({
  id: id('book'),
  version,
  book: domainValue<KnownCountyBook>('The version with its settings, origin and adoption'),
  standing: z.enum(bookStandings),
  contradictions: domainValue<readonly Contradiction[]>('What would refuse its adoption'),
  /** Appraisals opened under it. */
  usedBy: z.int(),
})

export type CountyBookRow = z.infer<typeof countyBookRow>

export const listCountyBooks = endpoint({
  method: 'GET',
  path: '/api/v1/county-books',
  summary: 'Every version of the county’s own rules, also superseded and withdrawn ones',
  answer: z.object({ rows: z.array(countyBookRow) }),
})

const bookParam = z.object({ book: id('book') })

export const getCountyBook = endpoint({
  method: 'GET',
  path: '/api/v1/county-books/:book',
  summary: 'One version',
  params: bookParam,
  answer: countyBookRow,
})

const from = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('profile'), profile: z.string().check(z.maxLength(100)) }),
  z.object({ kind: z.literal('version'), book: id('book') }),
])

export type DraftFrom = z.infer<typeof from>

export const draftCountyBook = endpoint({
  method: 'POST',
  path: '/api/v1/county-books',
  summary: 'Draft one from a shipped profile, or the next version of one',
  command: 'DraftRuleBook',
  body: z.object({ name: line, from }),
  answer: countyBookRow,
})

const source = z.object({ text, ref: line, verified: z.boolean() })

export const stepOnCountyBook = endpoint({
  method: 'POST',
  path: '/api/v1/county-books/:book/steps',
  summary: 'Name a rule book, change a setting, adopt, withdraw, drop the draft',
  params: bookParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({ type: z.literal('NameRuleBook'), name: line }),
      z.object({
        type: z.literal('ChangeSetting'),
        key: z.enum(settingKeys),
        value: domainValue<unknown>('What the setting holds; its guard decides'),
        source,
      }),
      z.object({ type: z.literal('AdoptRuleBook'), approval }),
      z.object({ type: z.literal('WithdrawRuleBook'), approval, reason: text }),
      z.object({ type: z.literal('DropRuleBook') }),
    ]),
  }),
  answer: countyBookRow,
})

export type CountyBookTold = z.infer<(typeof stepOnCountyBook)['body']>['told']
