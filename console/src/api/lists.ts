/** Lists that many rooms need: units, officials, appraisals. Read once, kept for a while. */
import { listAppraisals } from '@luoshi/server/contract/appraisals'
import { listOfficials, listUnits } from '@luoshi/server/contract/people'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './server.ts'

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async () => (await ask(listUnits, {})).rows,
  staleTime: 60_000,
})

export const officialsQuery = queryOptions({
  queryKey: ['officials'],
  queryFn: async () => (await ask(listOfficials, {})).rows,
  staleTime: 60_000,
})

export const appraisalsQuery = queryOptions({
  queryKey: ['appraisals'],
  queryFn: async () => (await ask(listAppraisals, {})).rows,
  staleTime: 60_000,
})
