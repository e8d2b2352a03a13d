/** The course of one ballot, kept current by the server's stream: whoever watches sees each step when it is taken. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { hrefOf } from '@luoshi/server/contract/kit'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { getSecretBallot, secretBallotStream } from '@luoshi/server/contract/secret-ballots'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask, goToSignIn } from '../../api/server.ts'

export const secretBallotQuery = (ballot: Id<'ballot'>) =>
  queryOptions({
    queryKey: ['ballots', ballot, 'secret'],
    queryFn: () => ask(getSecretBallot, { params: { ballot } }),
  })

export function useSecretBallot(ballot: Id<'ballot'>) {
  const queries = useQueryClient()
  const [live, setLive] = useState<'waiting' | 'live' | 'lost'>('waiting')
  const query = useQuery(secretBallotQuery(ballot))
  useEffect(() => {
    const source = new EventSource(hrefOf(secretBallotStream, { ballot }))
    source.addEventListener('open', () => setLive('live'))
    source.addEventListener('error', () => setLive('lost'))
    source.addEventListener('signedOut', () => {
      source.close()
      goToSignIn()
    })
    source.addEventListener('changed', () => {
      void queries.invalidateQueries({ queryKey: ['ballots', ballot] })
    })
    return () => source.close()
  }, [ballot, queries])
  return { ...query, live }
}

/** Takes one step; the page goes on from what the server answers. */
export function useStep(ballot: Id<'ballot'>) {
  const queries = useQueryClient()
  return useAct(
    async (send: () => Promise<SecretBallot>) => {
      const next = await send()
      queries.setQueryData(secretBallotQuery(ballot).queryKey, next)
      return next
    },
    ['ballots'],
  )
}
