/** /api/v1/erasures */
import {
  eraseFile as fileSpec,
  eraseWords as eraseSpec,
  findWords as findSpec,
} from '../contract/erasures.ts'
import { accept } from '@luoshi/domain/kernel/result'
import { mayGive, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Identity } from '../identity/identity.ts'
import { factsOf } from '../identity/middleware.ts'
import { eraseFile, type ErasingFiles } from './erase-file.ts'
import { eraseWords } from './erase-words.ts'
import { findWords } from './find-words.ts'

export function erasureRoutes(
  api: Api,
  world: World,
  identity: Pick<Identity, 'record' | 'putAct'>,
  previews: ErasingFiles['previews'],
): void {
  mount(api, eraseSpec, async ({ asked, body, c }) => {
    if (!mayGive(asked, 'EraseWords')) return forbidden()
    const act = { kind: 'eraseWords', asked: body } as const
    const waits = await identity.putAct(asked.by, act, factsOf(c))
    return waits === null ? eraseWords(world, { ...asked, ...body }) : accept({ seq: null })
  })
  mount(api, fileSpec, async ({ asked, body, c }) => {
    if (!mayGive(asked, 'EraseWords')) return forbidden()
    const act = { kind: 'eraseFile', asked: body } as const
    const waits = await identity.putAct(asked.by, act, factsOf(c))
    return waits === null
      ? eraseFile({ world, identity, previews }, { ...asked, ...body, from: factsOf(c) })
      : accept({ erased: false })
  })
  mount(api, findSpec, async ({ asked, query, c }) => {
    const found = await findWords(world, { ...asked, text: query.text })
    if (!found.ok) return found
    const { congress, account } = asked.by
    // What was found, not what was looked for: that may be the very name that has to go.
    const facts = { records: found.value.rows.map(({ event }) => String(event)) }
    const event = { kind: 'words-searched', outcome: 'done', congress, actor: account } as const
    await identity.record(factsOf(c), { ...event, facts })
    return found
  })
}
