/** Annual plans and drawings as the server has them, and what is stale after a step on one. */
import { listDrawings } from '@luoshi/server/contract/drawings'
import { listYearPlans } from '@luoshi/server/contract/yearplans'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export const planChanges = ['year-plans', 'appraisals'] as const
export const drawingChanges = ['drawings'] as const

export const yearPlansQuery = queryOptions({
  queryKey: ['year-plans'],
  queryFn: async () => (await ask(listYearPlans, {})).rows,
})

export const drawingsQuery = queryOptions({
  queryKey: ['drawings'],
  queryFn: async () => (await ask(listDrawings, {})).rows,
})
