/** What the import room reads from the server. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { getImport, listImports } from '@luoshi/server/contract/imports'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => (await ask(listImports, {}, { signal })).rows,
})

/** Read once a visit: what the clerk does with it afterwards lives on the page and is saved from there. */
export function importQuery(id: ImportId) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => ask(getImport, { params: { import: id } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  })
}
