/** /api/v1/messages, /api/v1/my-channels, /api/v1/undelivered */
import {
  deleteContact,
  getMessages,
  getMyChannels,
  listUndelivered,
  markRead,
  putContact,
  proveContact,
  putTaste,
  retryMessage,
  sendContactCode,
} from '../contract/messages.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { ChannelSettings } from './channel-settings.ts'
import { claimContact, proveContact as prove, sendCodeAgain } from './claim-contact.ts'
import { eraseContact, keepTaste, readMyChannels } from './my-channels.ts'
import { markMessagesRead, readMessages } from './read-messages.ts'
import { readUndelivered, retryUndelivered } from './undelivered.ts'

export function messageRoutes(api: Api, world: World, settings: ChannelSettings): void {
  mount(api, getMessages, ({ asked, query }) => readMessages(world, asked.by, query))
  mount(api, markRead, ({ asked, body }) => markMessagesRead(world, asked.by, body.ids))
  mount(api, getMyChannels, ({ asked }) => readMyChannels(world, settings, asked.by))
  mount(api, putTaste, ({ asked, body }) => keepTaste(world, settings, asked.by, body))
  mount(api, putContact, async ({ asked: { by }, params, body }) => {
    const done = await claimContact({ world, settings, by }, { ...params, ...body })
    return done.ok ? readMyChannels(world, settings, by) : done
  })
  mount(api, sendContactCode, async ({ asked: { by }, params }) => {
    const done = await sendCodeAgain({ world, settings, by }, params.channel)
    return done.ok ? readMyChannels(world, settings, by) : done
  })
  mount(api, proveContact, async ({ asked: { by }, params, body }) => {
    const done = await prove({ world, settings, by }, { ...params, ...body })
    return done.ok ? readMyChannels(world, settings, by) : done
  })
  mount(api, deleteContact, ({ asked, params }) =>
    eraseContact(world, settings, asked.by, params.channel),
  )
  mount(api, listUndelivered, ({ asked }) => readUndelivered(world, asked.by))
  mount(api, retryMessage, ({ asked, params }) => retryUndelivered(world, asked.by, params.message))
}
