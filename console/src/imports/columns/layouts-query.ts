import { listOwnLayouts } from '@luoshi/server/contract/mappings'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../api/server.ts'

/** The county's own layouts. */
export const ownLayoutsQuery = queryOptions({
  queryKey: ['own-layouts'],
  queryFn: async () => (await ask(listOwnLayouts, {})).rows,
})
