/** /api/v1/units, /api/v1/officials */
import { accept } from '@luoshi/domain/kernel/result'
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import {
  listOfficials,
  listUnits,
  mergeUnits as mergeSpec,
  registerOfficial,
  registerUnit,
  transferOfficial as transferSpec,
} from '../contract/people.ts'
import type { World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { readOfficials, readUnits } from './list-people.ts'
import { putOfficialOnRecord, putUnitOnRecord } from './register.ts'
import { mergeUnits, transferPost } from './succession.ts'

export function peopleRoutes(api: Api, world: World): void {
  async function unitShown(by: Principal, id: UnitId) {
    const [row] = await readUnits(world, by, id)
    return row ? accept(row) : notFound()
  }
  async function officialShown(by: Principal, id: OfficialId) {
    const [row] = await readOfficials(world, by, id)
    return row ? accept(row) : notFound()
  }
  mount(api, listUnits, async ({ asked }) =>
    accept({ rows: [...(await readUnits(world, asked.by))] }),
  )
  mount(api, registerUnit, async ({ asked, body }) => {
    const done = await putUnitOnRecord(world, { ...asked, ...body })
    return done.ok ? unitShown(asked.by, done.value.unit) : done
  })
  mount(api, mergeSpec, async ({ asked, params, body }) => {
    const done = await mergeUnits(world, { ...asked, ...params, ...body })
    if (!done.ok) return done
    const unit = await unitShown(asked.by, params.unit)
    return unit.ok ? accept({ unit: unit.value, moved: done.value.moved }) : unit
  })
  mount(api, listOfficials, async ({ asked }) =>
    accept({ rows: [...(await readOfficials(world, asked.by))] }),
  )
  mount(api, registerOfficial, async ({ asked, body }) => {
    const done = await putOfficialOnRecord(world, { ...asked, registration: body })
    return done.ok ? officialShown(asked.by, done.value.official) : done
  })
  mount(api, transferSpec, async ({ asked, params, body }) => {
    const done = await transferPost(world, { ...asked, ...params, ...body })
    if (!done.ok) return done
    const official = await officialShown(asked.by, params.official)
    return official.ok ? accept({ official: official.value, moved: done.value.moved }) : official
  })
}
