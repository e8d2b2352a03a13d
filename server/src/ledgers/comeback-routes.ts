/** /api/v1/comebacks */
import { accept } from '@luoshi/domain/kernel/result'
import { readingLimits } from '@luoshi/papers/reading-limits'
import * as specs from '../contract/comebacks.ts'
import { mayGive, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { uploaded } from '../http/uploaded.ts'
import { applyComeback } from './apply-comeback.ts'
import { bringBack, listComebacks } from './come-back.ts'
import { showComeback } from './show-comeback.ts'

export function comebackRoutes(api: Api, world: World): void {
  mountRaw(api, specs.bringLedgerBack, async ({ asked, c }) => {
    if (!mayGive(asked, 'BringLedgerBack', asked.by.unit))
      return refusedAnswer(c, forbidden().refusal)
    const file = await uploaded(world, c, readingLimits.uploadBytes)
    if (!file.ok) return refusedAnswer(c, file.refusal)
    const done = await bringBack(world, { ...asked, ...file.value })
    return done.ok ? c.json({ comeback: done.value }) : refusedAnswer(c, done.refusal)
  })
  mount(api, specs.listComebacks, async ({ asked }) => {
    const found = await listComebacks(world, asked)
    if (!found.ok) return found
    const rows = found.value.rows.map(({ id, status, fileName, on, applications }) => ({
      id,
      status,
      fileName,
      on,
      applied: applications
        .flatMap(({ cells }) => cells)
        .filter(({ outcome }) => outcome === 'applied').length,
    }))
    return accept({ rows })
  })
  mount(api, specs.getComeback, ({ asked, params }) =>
    showComeback(world, { ...asked, id: params.comeback }),
  )
  mount(api, specs.applyComeback, ({ asked, params, body }) =>
    applyComeback(world, { ...asked, id: params.comeback, ...body }),
  )
}
