/** The rules of each appraisal, ready for use. A rule book is frozen when its appraisal opens, so it is read once; holidays
 * and sessions become known as time goes by, so they are asked for each time. */
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import { matterPolicyOf } from '@luoshi/domain/rule-books/matter-policy'
import { completeRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import type { CongressCalendar } from '../calendar/congress-calendar.ts'
import type { CongressDb } from './congress-db.ts'
import { loadAppraisal } from './load.ts'

export type PolicyBook = Readonly<{
  of: (congress: CongressId, appraisal: AppraisalId) => Promise<MatterPolicy>
  ruleBookOf: (congress: CongressId, appraisal: AppraisalId) => Promise<RuleBook>
}>

const mostKept = 500

export function policyBook(db: CongressDb, days: CongressCalendar): PolicyBook {
  const kept = new Map<string, RuleBook>()
  async function bookOf(congress: CongressId, appraisal: AppraisalId): Promise<RuleBook> {
    const key = `${congress} ${appraisal}`
    const known = kept.get(key)
    if (known) return known
    const { state } = await loadAppraisal(db, congress, appraisal)
    if (state.status === 'none') throw new Error(`A matter of no appraisal: ${appraisal}`)
    const book = completeRuleBook(state.ruleBook)
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, book)
    return book
  }
  return {
    of: async (congress, appraisal) => {
      const [book, { calendar, sessions }] = await Promise.all([
        bookOf(congress, appraisal),
        days.of(congress),
      ])
      return matterPolicyOf(book, calendar, sessions)
    },
    ruleBookOf: bookOf,
  }
}
