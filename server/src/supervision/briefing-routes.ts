/** /api/v1/briefings */
import {
  draftBriefing as draftSpec,
  getBriefing,
  issueBriefing as issueSpec,
  listBriefings,
  withdrawBriefing as withdrawSpec,
} from '../contract/briefings.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { draftBriefing, issueBriefing, withdrawBriefing } from './briefings.ts'
import { readBriefing, readBriefings } from './read-briefings.ts'

export function briefingRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'briefing'>>) {
    const done = await command
    return done.ok ? readBriefing(world, by, done.value.id) : done
  }
  mount(api, listBriefings, ({ asked }) => readBriefings(world, asked.by))
  mount(api, getBriefing, ({ asked, params }) => readBriefing(world, asked.by, params.briefing))
  mount(api, draftSpec, ({ asked, body }) =>
    shown(asked.by, draftBriefing(world, { ...asked, ...body })),
  )
  mount(api, issueSpec, ({ asked, params, body }) =>
    shown(asked.by, issueBriefing(world, { ...asked, ...params, ...body })),
  )
  mount(api, withdrawSpec, ({ asked, params, body }) =>
    shown(asked.by, withdrawBriefing(world, { ...asked, ...params, ...body })),
  )
}
