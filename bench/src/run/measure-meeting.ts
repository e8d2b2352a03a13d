/**
 * M1: from the moment a clerk presses Enter until the line is durable and has come to the big screen, while five clerks
 * write at once; over HTTP, through the stream the screen itself listens to.
 */
import { takeSpeech } from '@luoshi/server/meetings/meeting-steps'
import { beginMeeting, conveneMeeting } from '@luoshi/server/meetings/meeting-steps'
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import type { Side } from './measure.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

const clerks = 5
const target = 300

export async function measureMeeting(
  side: Pick<Side, 'origin' | 'headers'>,
  county: County,
  appraisal: AppraisalId,
  lines: number,
): Promise<readonly Single[]> {
  const meeting = await inSession(county, appraisal)
  const screen = await watch(side, meeting)
  const waits: number[] = []
  await Promise.all(
    Array.from({ length: clerks }, async (_, who) => {
      for (let n = 0; n < lines; n += 1) {
        const text = `第${who + 1}位记录员的第${n + 1}句。`
        const began = performance.now()
        const shown = screen.until(text)
        await say(side, meeting, text)
        await shown
        waits.push(performance.now() - began)
      }
    }),
  )
  await screen.close()
  const slowest = Math.max(...waits)
  return [
    {
      id: 'M1',
      name: 'a line at the meeting, durable and on the big screen, 5 clerks at once',
      unit: 'ms',
      target,
      floor: null,
      ours: spreadOf(waits),
      note: `${waits.length} lines, slowest ${slowest.toFixed(0)} ms`,
    },
  ]
}

async function inSession({ world, clerk, today }: County, appraisal: AppraisalId) {
  const about = { appraisals: [appraisal], session: '第31次会议', heldOn: today, members: 33 }
  const convened = await conveneMeeting(world, { by: clerk, meeting: { ...about, agenda: [] } })
  const { id: meeting } = must(convened)
  must(await beginMeeting(world, { by: clerk, meeting, version: 1, present: 28, absent: [] }))
  // One line before the clock runs: plans are made, connections are open.
  const first = { meeting, kind: 'member', speaker: '', text: '开会。' } as const
  must(await takeSpeech(world, { by: clerk, ...first }))
  return meeting
}

async function say(
  { origin, headers }: Pick<Side, 'origin' | 'headers'>,
  meeting: Id<'meeting'>,
  text: string,
) {
  const answer = await fetch(`${origin}/api/v1/meetings/${meeting}/speeches`, {
    method: 'POST',
    headers: { ...headers('clerk'), 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'member', speaker: '温组成', text }),
  })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** The big screen: whoever waits for a line is told as soon as it has come over the stream. */
async function watch(
  { origin, headers }: Pick<Side, 'origin' | 'headers'>,
  meeting: Id<'meeting'>,
) {
  const over = new AbortController()
  const answer = await fetch(`${origin}/api/v1/meetings/${meeting}/stream`, {
    headers: headers('clerk'),
    signal: over.signal,
  })
  const reader = answer.body?.getReader()
  if (!answer.ok || !reader) throw new Error(`No stream: ${answer.status}`)
  const waiting = new Map<string, () => void>()
  const decoder = new TextDecoder()
  const reading = (async () => {
    let seen = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      seen += decoder.decode(value, { stream: true })
      const end = seen.lastIndexOf('\n\n')
      const whole = seen.slice(0, Math.max(0, end))
      for (const [text, tell] of waiting) {
        if (!whole.includes(text)) continue
        waiting.delete(text)
        tell()
      }
      seen = seen.slice(Math.max(0, end))
    }
  })().catch((failure: unknown) => {
    if (!over.signal.aborted) throw failure
  })
  return {
    until: (text: string) => new Promise<void>((resolve) => waiting.set(text, resolve)),
    close: async () => {
      over.abort()
      await reading
    },
  }
}
