/** /api/v1/meetings, /api/v1/speeches, and the live stream of a meeting. */
import { accept } from '@luoshi/domain/kernel/result'
import { streamSSE } from 'hono/streaming'
import {
  adjournMeeting as adjournSpec,
  amendSpeech as amendSpec,
  beginMeeting as beginSpec,
  changeAttendance as changeSpec,
  closeMeeting as closeSpec,
  conveneMeeting as conveneSpec,
  getMeeting,
  hearPoint as hearSpec,
  listMeetings,
  speechStream,
  takeSpeech as takeSpec,
  turnSpeech as turnSpec,
} from '../contract/meetings.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { onSessionsEnded } from '../identity/session-ends.ts'
import {
  adjournMeeting,
  amendSpeech,
  beginMeeting,
  changeAttendance,
  closeMeeting,
  conveneMeeting,
  hearPoint,
  takeSpeech,
  turnSpeech,
} from './meeting-steps.ts'
import {
  readMeeting,
  readMeetings,
  readSpeech,
  speechesAfter,
  stateAfter,
} from './read-meetings.ts'
import { nextNews, tellOfMeeting } from './meeting-news.ts'

/** After so long the browser comes again by itself, and is asked again who it is. */
const longestStream = 5 * 60_000
const heartbeat = 1000

/** Asks whether the person may stay: when a session ended in this process at once, otherwise once every heartbeat. */
function watchDoor(isStillIn: () => Promise<boolean>) {
  let askAgainAt = 0
  const leave = onSessionsEnded(() => {
    askAgainAt = 0
    tellOfMeeting()
  })
  return {
    leave,
    isOpen: async () => {
      if (performance.now() < askAgainAt) return true
      askAgainAt = performance.now() + heartbeat
      return isStillIn()
    },
  }
}

export function meetingRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'meeting'>>) {
    const done = await command
    return done.ok ? readMeeting(world, by, done.value.id) : done
  }
  async function shownSpeech(by: Principal, command: Outcome<RecordDone<'speech'>>) {
    const done = await command
    return done.ok ? readSpeech(world, by, done.value.id) : done
  }
  mount(api, listMeetings, async ({ asked, query }) => {
    const found = await readMeetings(world, asked.by, query)
    return found.ok ? accept({ rows: [...found.value] }) : found
  })
  mount(api, getMeeting, async ({ asked, params }) => {
    const found = await readMeeting(world, asked.by, params.meeting)
    if (!found.ok) return found
    const said = await speechesAfter(world, asked.by, params.meeting, 0)
    const speeches = said.map(({ speech }) => speech).toSorted((a, b) => a.number - b.number)
    return accept({ meeting: found.value, speeches })
  })
  mountRaw(api, speechStream, async ({ asked: { by }, params: { meeting }, c }) => {
    const found = await readMeeting(world, by, meeting)
    if (!found.ok) return refusedAnswer(c, found.refusal)
    const last = Number(c.req.header('last-event-id') ?? 0)
    return streamSSE(c, async (stream) => {
      const over = new AbortController()
      stream.onAbort(() => over.abort())
      const door = watchDoor(c.var.isStillIn)
      try {
        const until = performance.now() + longestStream
        let seen = Number.isSafeInteger(last) && last > 0 ? last : 0
        let known = seen
        while (!over.signal.aborted && performance.now() < until) {
          // Listening begins before looking: what is said in between wakes it at once.
          const woken = nextNews(over.signal, heartbeat)
          if (!(await door.isOpen())) {
            // The page goes to the door by itself; nothing more is said to whoever was shown out.
            await stream.writeSSE({ event: 'signedOut', data: '' })
            break
          }
          const news = await speechesAfter(world, by, meeting, seen)
          for (const { seq, speech } of news) {
            await stream.writeSSE({
              id: String(seq),
              event: 'speech',
              data: JSON.stringify(speech),
            })
            seen = seq
          }
          const changed = await stateAfter(world, by, meeting, known)
          if (changed !== null) {
            known = changed
            await stream.writeSSE({ event: 'changed', data: String(changed) })
          }
          if (news.length === 0) await stream.writeSSE({ event: 'still', data: '' })
          await woken
        }
      } finally {
        door.leave()
      }
    })
  })
  mount(api, conveneSpec, ({ asked, body }) =>
    shown(asked.by, conveneMeeting(world, { ...asked, meeting: body })),
  )
  mount(api, beginSpec, ({ asked, params, body }) =>
    shown(asked.by, beginMeeting(world, { ...asked, ...params, ...body })),
  )
  mount(api, changeSpec, ({ asked, params, body }) =>
    shown(asked.by, changeAttendance(world, { ...asked, ...params, ...body })),
  )
  mount(api, hearSpec, ({ asked, params, body }) =>
    shown(asked.by, hearPoint(world, { ...asked, ...params, ...body })),
  )
  mount(api, closeSpec, ({ asked, params, body }) =>
    shown(asked.by, closeMeeting(world, { ...asked, ...params, ...body })),
  )
  mount(api, adjournSpec, ({ asked, params, body }) =>
    shown(asked.by, adjournMeeting(world, { ...asked, ...params, ...body })),
  )
  mount(api, takeSpec, ({ asked, params, body }) =>
    shownSpeech(asked.by, takeSpeech(world, { ...asked, ...params, ...body })),
  )
  mount(api, amendSpec, ({ asked, params, body }) =>
    shownSpeech(asked.by, amendSpeech(world, { ...asked, ...params, ...body })),
  )
  mount(api, turnSpec, ({ asked, params, body }) =>
    shownSpeech(asked.by, turnSpeech(world, { ...asked, ...params, ...body })),
  )
}
