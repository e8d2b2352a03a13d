/** /api/v1/imports/:import/sheets, mapped-rows, mapping; /api/v1/own-layouts */
import { accept } from '@luoshi/domain/kernel/result'
import type { OwnLayoutRow } from '../contract/mappings.ts'
import * as specs from '../contract/mappings.ts'
import type { Outcome, World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { dropLayout, renameLayout } from '../ledgers/keep-layout.ts'
import { keptLayouts } from '../ledgers/layout-kind.ts'
import { headingsOf } from './learned-mapping.ts'

export function mappingRoutes(api: Api, world: World): void {
  // Knowing columns takes tables; they are loaded with the first sheet that nobody has mapped.
  const mapping = () => import('./map-columns.ts')
  mount(api, specs.getSheets, async ({ asked, params, query }) => {
    const { seeSheets } = await mapping()
    return seeSheets(world, { ...asked, ...params, ...query })
  })
  mount(api, specs.previewMapping, async ({ asked, params, body }) => {
    const { tryMapping } = await mapping()
    return tryMapping(world, { ...asked, ...params, ...body })
  })
  mount(api, specs.applyMapping, async ({ asked, params, body }) => {
    const { applyMapping } = await mapping()
    return applyMapping(world, { ...asked, ...params, ...body })
  })
  mount(api, specs.listOwnLayouts, ({ asked }) => layoutsOf(world, asked.by))
  mount(api, specs.renameOwnLayout, async ({ asked, params, body: { version, name } }) => {
    const done = await renameLayout(world, { ...asked, id: params.layout, version }, name)
    return done.ok ? layoutsOf(world, asked.by) : done
  })
  mount(api, specs.dropOwnLayout, async ({ asked, params, body: { version } }) => {
    const done = await dropLayout(world, { ...asked, id: params.layout, version })
    return done.ok ? layoutsOf(world, asked.by) : done
  })
}

/** The forms of an office are no secret: whoever may export the ledger may have it in them. */
async function layoutsOf(world: World, by: Principal): Outcome<{ rows: OwnLayoutRow[] }> {
  const all = await keptLayouts(world, by.congress)
  const rows = all.map(({ id, version, form, words, keptOn }) => {
    const headings = headingsOf({ form, words })
    const columns = form.fields.map((field, place) => ({ heading: headings[place] ?? '', field }))
    return { id, version, name: words.name, title: words.title, keptOn, columns }
  })
  return accept({ rows })
}
