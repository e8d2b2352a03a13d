/** What confirming answered, kept for the page that follows it. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import type { confirmImport } from '@luoshi/server/contract/imports'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import type { QueryClient } from '@tanstack/react-query'

/** Raised opinions stand in the order of the items that were sent, so titles do too. */
export type ImportResult = AnswerOf<typeof confirmImport> & Readonly<{ titles: readonly string[] }>

export function keepResult(queries: QueryClient, id: ImportId, result: ImportResult): void {
  queries.setQueryData(['import-result', id], result)
}

export function resultOf(queries: QueryClient, id: ImportId): ImportResult | null {
  return queries.getQueryData<ImportResult>(['import-result', id]) ?? null
}
