/** The queue of one person's lines in one meeting; a reload, a lost network or a sign-in in between loses none of them. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { speakerKinds, speechActs } from '@luoshi/domain/meetings/speech'
import { takeSpeech } from '@luoshi/server/contract/meetings'
import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { problemOf } from '../api/problem.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { useSay } from '../words/language.ts'
import { lineQueue, type Line, type QueuedLine, type Sent } from './line-queue.ts'

const retryMs = 2_000

const lineShape = z.object({
  kind: z.enum(speakerKinds),
  act: z.enum(speechActs),
  question: z.nullable(z.string()),
  matter: z.nullable(z.string()),
  speaker: z.string(),
  text: z.string(),
})

function isLine(raw: unknown): raw is Line {
  const read = lineShape.safeParse(raw)
  if (!read.success) return false
  const { question, matter } = read.data
  return (
    (question === null || isId('speech', question)) && (matter === null || isId('matter', matter))
  )
}

export function useLineQueue(meeting: Id<'meeting'>) {
  const { account } = useSession()
  const say = useSay()
  const queries = useQueryClient()
  const [queue] = useState(() =>
    lineQueue({
      send,
      store: window.localStorage,
      place: `luoshi.lines.${account.id}.${meeting}`,
      newKey: () => crypto.randomUUID(),
      wait: () => new Promise((resolve) => window.setTimeout(resolve, retryMs)),
      isLine,
    }),
  )
  const lines = useSyncExternalStore(queue.subscribe, queue.lines)
  return { lines, add: queue.add, drop: queue.drop }

  async function send({ key, line }: QueuedLine): Promise<Sent> {
    const { question, matter, ...said } = line
    const body = { ...said, ...(question ? { question } : {}), ...(matter ? { matter } : {}) }
    try {
      await ask(takeSpeech, { params: { meeting }, body }, { idempotencyKey: key })
      void queries.invalidateQueries({ queryKey: ['meeting', meeting] })
      return 'done'
    } catch (error) {
      const problem = problemOf(error)
      // Signed out, unreachable, or the server is in trouble: it is tried again, now or after signing in.
      if (problem.status === 0 || problem.status === 401 || problem.status >= 500)
        return 'unreachable'
      const words = { zh: sentence(problem.zh), en: sentence(problem.en) }
      return { refused: say(words) }
    }
  }
}

const sentence = ({ what, fix }: Readonly<{ what: string; fix: string }>) => `${what}${fix}`
