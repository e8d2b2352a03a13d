/** /api/v1/messages, /api/v1/my-channels, /api/v1/undelivered */
import {
  deleteContact,
  getMessages,
  getMyChannels,
  listUndelivered,
  markRead,
  putContact,
  putTaste,
  retryMessage,
} from '../contract/messages.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { ChannelSettings } from './channel-settings.ts'
import { eraseContact, keepContact, keepTaste, readMyChannels } from './my-channels.ts'
import { markMessagesRead, readMessages } from './read-messages.ts'
import { readUndelivered, retryUndelivered } from './undelivered.ts'

export function messageRoutes(api: Api, world: World, settings: ChannelSettings): void {
  mount(api, getMessages, ({ asked, query }) => readMessages(world, asked.by, query))
  mount(api, markRead, ({ asked, body }) => markMessagesRead(world, asked.by, body.ids))
  mount(api, getMyChannels, ({ asked }) => readMyChannels(world, settings, asked.by))
  mount(api, putTaste, ({ asked, body }) => keepTaste(world, settings, asked.by, body))
  mount(api, putContact, ({ asked, params, body }) =>
    keepContact(world, settings, asked.by, { ...params, ...body }),
  )
  mount(api, deleteContact, ({ asked, params }) =>
    eraseContact(world, settings, asked.by, params.channel),
  )
  mount(api, listUndelivered, ({ asked }) => readUndelivered(world, asked.by))
  mount(api, retryMessage, ({ asked, params }) => retryUndelivered(world, asked.by, params.message))
}
