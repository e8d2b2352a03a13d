/** /api/v1/appraisals/:appraisal/recusals */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import {
  liftRecusal as liftSpec,
  listRecusals,
  recordRecusal as recordSpec,
} from '../contract/recusals.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { liftRecusal, readRecusals, recordRecusal } from './record-recusal.ts'

export function recusalRoutes(api: Api, world: World): void {
  async function shown(by: Principal, appraisal: AppraisalId) {
    const found = await readRecusals(world, by, appraisal)
    return found.ok ? accept({ rows: [...found.value] }) : found
  }
  mount(api, listRecusals, ({ asked, params }) => shown(asked.by, params.appraisal))
  mount(api, recordSpec, async ({ asked, params, body }) => {
    const done = await recordRecusal(world, { ...asked, ...params, ...body })
    return done.ok ? shown(asked.by, params.appraisal) : done
  })
  mount(api, liftSpec, async ({ asked, params, body }) => {
    const done = await liftRecusal(world, { ...asked, ...params, ...body })
    return done.ok ? shown(asked.by, params.appraisal) : done
  })
}
