/** /api/v1/opinions */
import {
  getOpinion,
  listOpinions as listSpec,
  raiseOpinion as raiseSpec,
  splitOpinion as splitSpec,
} from '../contract/opinions.ts'
import { accept } from '@luoshi/domain/kernel/result'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { listOpinions } from './list-opinions.ts'
import { raiseOpinion } from './raise-opinion.ts'
import { readOpinion } from './read-opinion.ts'
import { splitOpinion } from './split-opinion.ts'

export function opinionRoutes(api: Api, world: World): void {
  mount(api, listSpec, ({ asked, query: { limit = 25, ...query } }) =>
    listOpinions(world, { by: asked.by, limit, ...query }),
  )
  mount(api, raiseSpec, ({ asked, body: { appraisal, ...raising } }) =>
    raiseOpinion(world, { ...asked, appraisal, raising }),
  )
  mount(api, getOpinion, ({ asked, params }) => readOpinion(world, { by: asked.by, ...params }))
  mount(api, splitSpec, async ({ asked, params, body }) => {
    const done = await splitOpinion(world, { ...asked, ...params, ...body })
    return done.ok ? accept({ parts: [...done.value.parts] }) : done
  })
}
