/** /api/v1/calls, /api/v1/voices: for the office. The public's pages are in public-pages.ts. */
import { accept } from '@luoshi/domain/kernel/result'
import {
  closeCall as closeSpec,
  listCalls,
  listVoices as listSpec,
  openCall as openSpec,
  replyToVoice as replySpec,
  eraseVoice as eraseSpec,
  sealVoice as sealSpec,
  takeOverVoice as takeOverSpec,
} from '../contract/voices.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Identity } from '../identity/identity.ts'
import { factsOf } from '../identity/middleware.ts'
import type { Principal } from '../identity/principal.ts'
import { waitsForSecond } from '../inquiries/erase-by-two.ts'
import { eraseVoice } from './erase-voice.ts'
import { closeCall, openCall, replyToVoice, sealVoice, takeOverVoice } from './handle-voice.ts'
import { listVoices, readCall, readCalls, readVoice } from './read-voices.ts'

export function voiceRoutes(api: Api, world: World, identity: Pick<Identity, 'putAct'>): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'voice'>>) {
    const done = await command
    return done.ok ? readVoice(world, by, done.value.id) : done
  }
  async function shownCall(by: Principal, command: Outcome<RecordDone<'call'>>) {
    const done = await command
    return done.ok ? readCall(world, by, done.value.id) : done
  }
  mount(api, listCalls, async ({ asked, query }) => {
    const found = await readCalls(world, asked.by, query)
    return found.ok ? accept({ rows: [...found.value] }) : found
  })
  mount(api, openSpec, ({ asked, body }) =>
    shownCall(asked.by, openCall(world, { ...asked, ...body })),
  )
  mount(api, closeSpec, ({ asked, params, body }) =>
    shownCall(asked.by, closeCall(world, { ...asked, ...params, ...body })),
  )
  mount(api, listSpec, ({ asked, query: { limit = 25, ...query } }) =>
    listVoices(world, asked.by, { ...query, limit }),
  )
  mount(api, takeOverSpec, ({ asked, params, body }) =>
    shown(asked.by, takeOverVoice(world, { ...asked, ...params, ...body })),
  )
  mount(api, replySpec, ({ asked, params, body }) =>
    shown(asked.by, replyToVoice(world, { ...asked, ...params, ...body })),
  )
  mount(api, eraseSpec, async ({ asked, params, body: { version, ...told }, c }) => {
    const about = { what: 'voice', ...params, version } as const
    const waits = await waitsForSecond(world, identity, asked, { about, told, from: factsOf(c) })
    if (!waits.ok) return waits
    return waits.value
      ? accept(null)
      : shown(asked.by, eraseVoice(world, { ...asked, ...params, version, ...told }))
  })
  mount(api, sealSpec, ({ asked, params, body }) =>
    shown(asked.by, sealVoice(world, { ...asked, ...params, ...body })),
  )
}
