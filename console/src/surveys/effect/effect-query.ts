import { listEffects } from '@luoshi/server/contract/effects'
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { ask } from '../../api/server.ts'

export function effectsQuery(query: Readonly<{ appraisal?: AppraisalId; matter?: MatterId }>) {
  return {
    queryKey: ['surveys', 'effects', query.appraisal ?? '', query.matter ?? ''],
    queryFn: () => ask(listEffects, { query }),
  }
}
