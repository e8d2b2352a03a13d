/** /api/v1/erasures */
import { eraseWords as eraseSpec } from '../contract/erasures.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { eraseWords } from './erase-words.ts'

export function erasureRoutes(api: Api, world: World): void {
  mount(api, eraseSpec, ({ asked, body }) => eraseWords(world, { ...asked, ...body }))
}
