/** /api/v1/desk */
import { getDesk, getDeskTasks } from '../contract/desk.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { readDesk } from './read-desk.ts'
import { readTasks } from './read-tasks.ts'

export function deskRoutes(api: Api, world: World): void {
  mount(api, getDesk, ({ asked }) => readDesk(world, asked.by))
  mount(api, getDeskTasks, ({ asked }) => readTasks(world, asked.by))
}
