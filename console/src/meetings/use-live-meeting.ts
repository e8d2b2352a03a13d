/** Everything said in a meeting, kept current by the server's stream; the browser comes back by itself when cut off. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { getMeeting, speechStream, type SpeechRow } from '@luoshi/server/contract/meetings'
import { hrefOf } from '@luoshi/server/contract/kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask, goToSignIn } from '../api/server.ts'
import { withSpeech } from './with-speech.ts'

export function useLiveMeeting(meeting: Id<'meeting'>) {
  const queries = useQueryClient()
  const [live, setLive] = useState<'waiting' | 'live' | 'lost'>('waiting')
  const query = useQuery({ queryKey: ['meeting', meeting], queryFn: () => read(meeting) })
  useEffect(() => {
    const source = new EventSource(hrefOf(speechStream, { meeting }))
    source.addEventListener('open', () => setLive('live'))
    source.addEventListener('error', () => setLive('lost'))
    source.addEventListener('signedOut', () => {
      source.close()
      goToSignIn()
    })
    source.addEventListener('speech', ({ data }: MessageEvent<string>) => {
      const speech: SpeechRow = JSON.parse(data)
      queries.setQueryData<Awaited<ReturnType<typeof read>>>(['meeting', meeting], (before) =>
        before ? { ...before, speeches: withSpeech(before.speeches, speech) } : before,
      )
    })
    source.addEventListener('changed', () => {
      void queries.invalidateQueries({ queryKey: ['meeting', meeting] })
      void queries.invalidateQueries({ queryKey: ['ballots'] })
    })
    return () => source.close()
  }, [meeting, queries])
  return { ...query, live }
}

const read = (meeting: Id<'meeting'>) => ask(getMeeting, { params: { meeting } })
