/** /api/v1/effects */
import {
  enterIndicator as enterSpec,
  listIndicators,
  readIndicator as readSpec,
} from '../../contract/indicators.ts'
import { listEffects } from '../../contract/effects.ts'
import type { World } from '../../execute/context.ts'
import { mount, type Api } from '../../http/mount.ts'
import { enterIndicator, readIndicatorAgain, readIndicators } from './indicators.ts'
import { readEffects } from './read-effects.ts'

export function effectRoutes(api: Api, world: World): void {
  mount(api, listEffects, ({ asked, query }) => readEffects(world, asked.by, query))
  mount(api, listIndicators, ({ asked, query }) => readIndicators(world, asked.by, query))
  mount(api, enterSpec, async ({ asked, body }) => {
    const done = await enterIndicator(world, { ...asked, ...body })
    return done.ok ? readIndicators(world, asked.by, { appraisal: body.appraisal }) : done
  })
  mount(api, readSpec, async ({ asked, params, body: { appraisal, ...told } }) => {
    const done = await readIndicatorAgain(world, { ...asked, ...params, ...told })
    return done.ok ? readIndicators(world, asked.by, { appraisal }) : done
  })
}
