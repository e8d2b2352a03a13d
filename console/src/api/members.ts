/** The members of the committee as the roster has them: who may be called at a meeting. */
import { listPersons, type PersonRow } from '@luoshi/server/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { ask } from './server.ts'

export function useMembers(): readonly PersonRow[] {
  const { data = [] } = useQuery({
    queryKey: ['persons', 'member'],
    queryFn: async () => (await ask(listPersons, { query: { capacity: 'member' } })).rows,
  })
  return data.filter(({ status }) => status !== 'left')
}
