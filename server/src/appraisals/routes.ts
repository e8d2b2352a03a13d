/** /api/v1/appraisals */
import { accept } from '@luoshi/domain/kernel/result'
import {
  archiveAppraisal as archiveSpec,
  enterPhase as enterSpec,
  getAppraisal,
  getAppraisalGuide,
  listAppraisals,
  openAppraisal as openSpec,
  stepOnAppraisal as stepSpec,
} from '../contract/appraisals.ts'
import type { Outcome, World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import {
  archiveAppraisal,
  enterPhase,
  openAppraisal,
  stepOnAppraisal,
  type AppraisalDone,
} from './appraisal-commands.ts'
import { readAppraisal, readAppraisals } from './list-appraisals.ts'
import { readGuide } from './read-guide.ts'

export function appraisalRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<AppraisalDone>) {
    const done = await command
    return done.ok ? readAppraisal(world, by, done.value.appraisal) : done
  }
  mount(api, listAppraisals, async ({ asked }) =>
    accept({ rows: [...(await readAppraisals(world, asked.by))] }),
  )
  mount(api, getAppraisal, ({ asked, params }) => readAppraisal(world, asked.by, params.appraisal))
  mount(api, getAppraisalGuide, ({ asked, params }) => readGuide(world, asked.by, params.appraisal))
  mount(api, stepSpec, ({ asked, params, body }) =>
    shown(asked.by, stepOnAppraisal(world, { ...asked, ...params, ...body })),
  )
  mount(api, openSpec, ({ asked, body }) =>
    shown(asked.by, openAppraisal(world, { ...asked, opening: body })),
  )
  mount(api, enterSpec, ({ asked, params, body }) =>
    shown(asked.by, enterPhase(world, { ...asked, ...params, ...body })),
  )
  mount(api, archiveSpec, ({ asked, params, body }) =>
    shown(asked.by, archiveAppraisal(world, { ...asked, ...params, ...body })),
  )
}
