/** The sessions of the committee, for those who choose one. */
import type { SessionRow } from '@luoshi/server/contract/terms'
import { useQuery } from '@tanstack/react-query'
import { termsQuery } from './queries.ts'

/** Those that may be chosen, the running term and the number that comes next in it. */
export function useSessions() {
  const { data, isPending } = useQuery(termsQuery)
  const all = data?.sessions ?? []
  const term = data?.terms.find(({ status }) => status === 'current') ?? null
  return {
    /** Nothing is known yet: neither that there are sessions nor that there are none. */
    isPending,
    known: all.filter(({ status }) => status !== 'cancelled'),
    term,
    next: term ? nextNumber(all, term.id) : 1,
  }
}

export function nextNumber(sessions: readonly SessionRow[], term: SessionRow['term']): number {
  const numbers = sessions.filter((one) => one.term === term).map(({ number }) => number)
  return Math.max(0, ...numbers) + 1
}
