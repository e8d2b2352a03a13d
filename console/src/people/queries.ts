/** What the rooms of people read. */
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import { getHandOver, listHandOvers } from '@luoshi/server/contract/hand-overs'
import { listRecusals } from '@luoshi/server/contract/recusals'
import { listPersons } from '@luoshi/server/contract/roster'
import { listTerms } from '@luoshi/server/contract/terms'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export const personsQuery = queryOptions({
  queryKey: ['persons'],
  queryFn: async () => (await ask(listPersons, {})).rows,
})

export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: () => ask(listTerms, {}),
})

export const handOversQuery = queryOptions({
  queryKey: ['hand-overs'],
  queryFn: async () => (await ask(listHandOvers, {})).rows,
})

export function handOverQuery(handOver: Id<'handover'>) {
  return queryOptions({
    queryKey: ['hand-overs', handOver],
    queryFn: () => ask(getHandOver, { params: { handOver } }),
  })
}

export function recusalsQuery(appraisal: AppraisalId) {
  return queryOptions({
    queryKey: ['recusals', appraisal],
    queryFn: async () => (await ask(listRecusals, { params: { appraisal } })).rows,
  })
}
