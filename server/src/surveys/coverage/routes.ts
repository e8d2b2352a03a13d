/** The coverage board of a survey, and what is noted for it. */
import * as specs from '../../contract/survey-coverage.ts'
import type { World } from '../../execute/context.ts'
import { mount, type Api } from '../../http/mount.ts'
import { noteReach, readContacts } from './contacts.ts'
import { readCoverage } from './read-coverage.ts'

export function coverageRoutes(api: Api, world: World): void {
  mount(api, specs.getCoverage, ({ asked, params }) => readCoverage(world, asked.by, params.survey))
  mount(api, specs.noteReach, async ({ asked, params, body }) => {
    const noted = await noteReach(world, { ...asked, ...params, ...body })
    return noted.ok ? readCoverage(world, asked.by, params.survey) : noted
  })
  mount(api, specs.listContacts, ({ asked, params }) =>
    readContacts(world, asked.by, params.survey),
  )
}
