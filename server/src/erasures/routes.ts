/** /api/v1/erasures */
import { eraseWords as eraseSpec, findWords as findSpec } from '../contract/erasures.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Identity } from '../identity/identity.ts'
import { factsOf } from '../identity/middleware.ts'
import { eraseWords } from './erase-words.ts'
import { findWords } from './find-words.ts'

export function erasureRoutes(api: Api, world: World, identity: Pick<Identity, 'record'>): void {
  mount(api, eraseSpec, ({ asked, body }) => eraseWords(world, { ...asked, ...body }))
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
