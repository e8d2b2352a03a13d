/** /api/v1/supervision, /api/v1/notices */
import { accept } from '@luoshi/domain/kernel/result'
import {
  answerNotice as answerSpec,
  getNotice,
  getSupervision,
  issueNotice as issueSpec,
  listNotices,
  listProposals as proposalsSpec,
  signNotice as signSpec,
  withdrawNotice as withdrawSpec,
} from '../contract/supervision.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { issueNotice } from './issue-notice.ts'
import { answerNotice, signNotice, withdrawNotice } from './notice-steps.ts'
import { readNotice, readNotices } from './read-notices.ts'
import { listProposals } from './propose-papers.ts'
import { watchMatters } from './watch-matters.ts'

export function supervisionRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'notice'>>) {
    const done = await command
    return done.ok ? readNotice(world, by, done.value.id) : done
  }
  mount(api, getSupervision, ({ asked, query }) => watchMatters(world, { by: asked.by, ...query }))
  mount(api, proposalsSpec, ({ asked }) => listProposals(world, asked.by))
  mount(api, listNotices, async ({ asked, query }) =>
    accept({ rows: [...(await readNotices(world, asked.by, query.status))] }),
  )
  mount(api, getNotice, ({ asked, params }) => readNotice(world, asked.by, params.notice))
  mount(api, issueSpec, ({ asked, body }) =>
    shown(asked.by, issueNotice(world, { ...asked, notice: body })),
  )
  mount(api, signSpec, ({ asked, params, body }) =>
    shown(asked.by, signNotice(world, { ...asked, ...params, ...body })),
  )
  mount(api, answerSpec, ({ asked, params, body }) =>
    shown(asked.by, answerNotice(world, { ...asked, ...params, ...body })),
  )
  mount(api, withdrawSpec, ({ asked, params, body }) =>
    shown(asked.by, withdrawNotice(world, { ...asked, ...params, ...body })),
  )
}
