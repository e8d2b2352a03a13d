/** The bell: what one was told; how one wishes to be told outside; and, for the administrator, what did not get through. */
import { messageCauses } from '@luoshi/domain/supervision/message-causes'
import * as z from 'zod/mini'
import { day, instant, numberInQuery } from './fields.ts'
import { endpoint } from './kit.ts'

export const channelNames = ['email', 'sms', 'wecom', 'dingtalk', 'feishu'] as const

const noteId = z.string().check(z.regex(/^\d{1,18}$/))

const noteRow = z.object({
  id: noteId,
  cause: z.enum(messageCauses),
  facts: z.object({
    number: z.optional(z.int()),
    count: z.optional(z.int()),
    days: z.optional(z.int()),
    day: z.optional(z.string()),
    reference: z.optional(z.string()),
  }),
  /** The stream it is about, or a page's name. */
  thing: z.string(),
  /** The matter's title, inside the console only. */
  title: z.nullable(z.string()),
  /** Why it was decided so, inside the console only: of a refused request for another unit. */
  reason: z.nullable(z.string()),
  day,
  madeAt: instant,
  read: z.boolean(),
})

export type NoteRow = z.infer<typeof noteRow>

const bell = z.object({ unread: z.int(), rows: z.array(noteRow), more: z.boolean() })

export const getMessages = endpoint({
  method: 'GET',
  path: '/api/v1/messages',
  summary: 'What I was told, newest first',
  query: z.object({
    /** Below this id, for the next page. */
    before: z.optional(noteId),
    limit: z.optional(numberInQuery(1, 100)),
  }),
  answer: bell,
})

export const markRead = endpoint({
  method: 'POST',
  path: '/api/v1/messages/mark-read',
  summary: 'Mark some of my messages as read, or all of them',
  body: z.object({ ids: z.nullable(z.array(noteId).check(z.maxLength(200))) }),
  answer: z.object({ unread: z.int() }),
})

const minute = z.int().check(z.minimum(0), z.maximum(1439))

const taste = z.object({
  /** Null: in the console only. */
  channel: z.nullable(z.enum(channelNames)),
  cap: z.int().check(z.minimum(1), z.maximum(5)),
  digestAt: minute,
  quietFrom: minute,
  quietUntil: minute,
})

const contactShown = z.object({
  channel: z.enum(channelNames),
  /** Hidden but for its ends: it is shown to its owner only, and even so not on a projector. */
  hint: z.string(),
  signed: z.boolean(),
})

const myChannels = z.object({
  taste,
  /** Shown to be mine: messages go there. */
  contacts: z.array(contactShown),
  /** A code was sent there and not typed in yet. */
  claims: z.array(contactShown),
  /** What this server has been set up for. */
  offered: z.array(z.enum(channelNames)),
})

export type MyChannels = z.infer<typeof myChannels>

export const getMyChannels = endpoint({
  method: 'GET',
  path: '/api/v1/my-channels',
  summary: 'How I wish to be told',
  answer: myChannels,
})

export const putTaste = endpoint({
  method: 'PUT',
  path: '/api/v1/my-channels',
  summary: 'Choose the channel, how often at most, and quiet hours',
  body: taste,
  answer: myChannels,
})

const channelParam = z.object({ channel: z.enum(channelNames) })

export const putContact = endpoint({
  method: 'PUT',
  path: '/api/v1/my-channels/:channel',
  summary: 'Enter where I can be reached by this channel: a code is sent there',
  stepUp: true,
  params: channelParam,
  body: z.object({
    address: z.string().check(z.maxLength(500)),
    secret: z.nullable(z.string().check(z.maxLength(200))),
  }),
  answer: myChannels,
})

export const sendContactCode = endpoint({
  method: 'POST',
  path: '/api/v1/my-channels/:channel/send-code',
  summary: 'Send the code once more to the address that waits to be confirmed',
  params: channelParam,
  answer: myChannels,
})

export const proveContact = endpoint({
  method: 'POST',
  path: '/api/v1/my-channels/:channel/prove-contact',
  summary: 'Confirm the address by the code that was sent to it',
  params: channelParam,
  body: z.object({ code: z.string().check(z.maxLength(20)) }),
  answer: myChannels,
})

export const deleteContact = endpoint({
  method: 'DELETE',
  path: '/api/v1/my-channels/:channel',
  summary: 'Erase where I can be reached by this channel',
  params: channelParam,
  answer: myChannels,
})

const undelivered = z.object({
  id: noteId,
  name: z.string(),
  channel: z.enum(channelNames),
  day,
  tries: z.int(),
  fault: z.string(),
})

export type UndeliveredRow = z.infer<typeof undelivered>

export const listUndelivered = endpoint({
  method: 'GET',
  path: '/api/v1/undelivered',
  summary: 'Messages given up after the last try; without address and text',
  command: 'RetryMessage',
  answer: z.object({ waiting: z.int(), rows: z.array(undelivered) }),
})

export const retryMessage = endpoint({
  method: 'POST',
  path: '/api/v1/undelivered/:message/retry-message',
  summary: 'Try an undelivered message once more',
  command: 'RetryMessage',
  params: z.object({ message: noteId }),
  answer: z.object({ waiting: z.int(), rows: z.array(undelivered) }),
})
