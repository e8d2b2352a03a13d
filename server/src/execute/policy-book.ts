/** The rules of each appraisal, ready for use. A rule book is frozen when its appraisal opens, so it is read once. */
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import { matterPolicyOf } from '@luoshi/domain/rule-books/matter-policy'
import { completeRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import type { CongressDb } from './congress-db.ts'
import { loadAppraisal } from './load.ts'

type Rules = Readonly<{ book: RuleBook; policy: MatterPolicy }>

export type PolicyBook = Readonly<{
  of: (congress: CongressId, appraisal: AppraisalId) => Promise<MatterPolicy>
  ruleBookOf: (congress: CongressId, appraisal: AppraisalId) => Promise<RuleBook>
}>

const mostKept = 500

export function policyBook(db: CongressDb): PolicyBook {
  const kept = new Map<string, Rules>()
  async function rulesOf(congress: CongressId, appraisal: AppraisalId): Promise<Rules> {
    const key = `${congress} ${appraisal}`
    const known = kept.get(key)
    if (known) return known
    const { state } = await loadAppraisal(db, congress, appraisal)
    if (state.status === 'none') throw new Error(`A matter of no appraisal: ${appraisal}`)
    const book = completeRuleBook(state.ruleBook)
    const rules = { book, policy: matterPolicyOf(book, chinaCalendar) }
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, rules)
    return rules
  }
  return {
    of: async (congress, appraisal) => (await rulesOf(congress, appraisal)).policy,
    ruleBookOf: async (congress, appraisal) => (await rulesOf(congress, appraisal)).book,
  }
}
