/** /api/v1/effects */
import { listEffects } from '../../contract/effects.ts'
import type { World } from '../../execute/context.ts'
import { mount, type Api } from '../../http/mount.ts'
import { readEffects } from './read-effects.ts'

export function effectRoutes(api: Api, world: World): void {
  mount(api, listEffects, ({ asked, query }) => readEffects(world, asked.by, query))
}
