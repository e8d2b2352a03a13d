/** Who is signed in: read once, then known everywhere in the frame. */
import { may, type CommandType } from '@luoshi/domain/people/rights'
import { getSession, type Session } from '@luoshi/server/contract/session'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { ask, rememberToken } from './server.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await ask(getSession, {})
    rememberToken(session.csrf)
    return session
  },
  staleTime: 10 * 60_000,
})

/** The frame loads it before any room is shown, so rooms have it at once. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether the person may ever give this command (on something of their own, where that matters). */
export function useMay(): (command: CommandType) => boolean {
  const session = useSession()
  return (command) => may(session, command, session.unit)
}
