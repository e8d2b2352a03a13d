/** Whether a file may be opened, as ledger/src/migrations/sql/0260 tells. */
export const fileStates = ['open', 'waiting', 'held', 'released', 'discarded', 'erased'] as const

export type FileState = (typeof fileStates)[number]

export type ReadableState = 'open' | 'released'

export function isReadable(state: FileState): state is ReadableState {
  return state === 'open' || state === 'released'
}
