/** The rules of each appraisal, ready for use. A rule book is frozen when its appraisal opens, so it is read once. */
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import { matterPolicyOf } from '@luoshi/domain/rule-books/matter-policy'
import type { CongressDb } from './congress-db.ts'
import { loadAppraisal } from './load.ts'

export type PolicyBook = Readonly<{
  of: (congress: CongressId, appraisal: AppraisalId) => Promise<MatterPolicy>
}>

const mostKept = 500

export function policyBook(db: CongressDb): PolicyBook {
  const kept = new Map<string, MatterPolicy>()
  return {
    of: async (congress, appraisal) => {
      const key = `${congress} ${appraisal}`
      const known = kept.get(key)
      if (known) return known
      const { state } = await loadAppraisal(db, congress, appraisal)
      if (state.status === 'none') throw new Error(`A matter of no appraisal: ${appraisal}`)
      const policy = matterPolicyOf(state.ruleBook, chinaCalendar)
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, policy)
      return policy
    },
  }
}
