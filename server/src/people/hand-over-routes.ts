/** /api/v1/hand-overs */
import { accept } from '@luoshi/domain/kernel/result'
import {
  getHandOver,
  listHandOvers,
  nameSuccessor as nameSpec,
  signHandOver as signSpec,
} from '../contract/hand-overs.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { nameSuccessor } from './name-successor.ts'
import { readHandOver, readHandOvers } from './read-hand-overs.ts'
import { signHandOver } from './sign-hand-over.ts'

export function handOverRoutes(api: Api, world: World): void {
  mount(api, listHandOvers, async ({ asked }) =>
    accept({ rows: [...(await readHandOvers(world, asked.by))] }),
  )
  mount(api, getHandOver, ({ asked, params }) => readHandOver(world, asked.by, params.handOver))
  mount(api, signSpec, async ({ asked, params, body }) => {
    const done = await signHandOver(world, { ...asked, ...params, ...body })
    return done.ok ? readHandOver(world, asked.by, params.handOver) : done
  })
  mount(api, nameSpec, async ({ asked, params, body }) => {
    const done = await nameSuccessor(world, { ...asked, ...params, ...body })
    return done.ok ? readHandOver(world, asked.by, params.handOver) : done
  })
}
