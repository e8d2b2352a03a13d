/** The live stream of a ballot's course: not the ballot, only that it changed. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Outcome } from '../../execute/context.ts'
import type { PrincipalEnv } from '../../identity/middleware.ts'
import { onSessionsEnded } from '../../identity/session-ends.ts'
import { nextNews, tellOfMeeting } from '../../meetings/meeting-news.ts'
import type { CourseNews } from './read-secret-ballot.ts'

/** After so long the browser comes again by itself, and is asked again who it is. */
const longestStream = 5 * 60_000
const heartbeat = 1000

export function streamOf(c: Context<PrincipalEnv>, read: () => Outcome<CourseNews>): Response {
  return streamSSE(c, async (stream) => {
    const over = new AbortController()
    stream.onAbort(() => over.abort())
    const leave = onSessionsEnded(tellOfMeeting)
    try {
      const until = performance.now() + longestStream
      let told = ''
      while (!over.signal.aborted && performance.now() < until) {
        // Listening begins before looking: what happens in between wakes it at once.
        const woken = nextNews(over.signal, heartbeat)
        const found = (await c.var.isStillIn()) ? await read() : null
        if (!found?.ok) {
          await stream.writeSSE({ event: 'signedOut', data: '' })
          break
        }
        const data = JSON.stringify(found.value)
        if (data === told) await stream.writeSSE({ event: 'still', data: '' })
        else await stream.writeSSE({ event: 'changed', data })
        told = data
        await woken
      }
    } finally {
      leave()
    }
  })
}
