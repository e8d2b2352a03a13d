/** /api/v1/appraisals/…/ladder, /api/v1/consequences */
import {
  consequenceStep,
  decideConsequence,
  getConsequence,
  getLadder,
} from '../contract/consequences.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { readConsequence, readLadder } from './read-consequences.ts'
import { followUp, takeConsequence } from './take-consequence.ts'

export function consequenceRoutes(api: Api, world: World): void {
  mount(api, getLadder, ({ asked, params }) => readLadder(world, asked.by, params.appraisal))
  mount(api, getConsequence, ({ asked, params }) =>
    readConsequence(world, asked.by, params.consequence),
  )
  mount(api, decideConsequence, async ({ asked, params, body }) => {
    const { target, text, material, movers, ...facts } = body
    const words = { target, text, material, movers }
    const done = await takeConsequence(world, { ...asked, ...params, facts, words })
    return done.ok ? readConsequence(world, asked.by, done.value.id) : done
  })
  mount(api, consequenceStep, async ({ asked, params, body }) => {
    const done = await followUp(world, { ...asked, ...params, ...body })
    return done.ok ? readConsequence(world, asked.by, done.value.id) : done
  })
}
