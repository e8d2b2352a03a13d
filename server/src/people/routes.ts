/** /api/v1/units, /api/v1/officials */
import { accept } from '@luoshi/domain/kernel/result'
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import {
  beginOfficialLeave,
  endOfficialLeave,
  listOfficials,
  listUnits,
  mergeUnits as mergeSpec,
  nameUnitHead,
  reappointOfficial as reappointSpec,
  registerOfficial,
  registerUnit,
  transferOfficial as transferSpec,
} from '../contract/people.ts'
import type { World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { readOfficials, readUnits } from './list-people.ts'
import { putHeadOfUnit, stepOnOfficial } from './officials.ts'
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
    const { moved, handOver } = done.value
    return unit.ok ? accept({ unit: unit.value, moved, handOver }) : unit
  })
  mount(api, listOfficials, async ({ asked }) =>
    accept({ rows: [...(await readOfficials(world, asked.by))] }),
  )
  mount(api, registerOfficial, async ({ asked, body: { another = false, ...registration } }) => {
    const done = await putOfficialOnRecord(world, { ...asked, registration, another })
    return done.ok ? officialShown(asked.by, done.value.official) : done
  })
  mount(api, transferSpec, async ({ asked, params, body }) => {
    const done = await transferPost(world, { ...asked, ...params, ...body })
    if (!done.ok) return done
    const official = await officialShown(asked.by, params.official)
    const { moved, handOver } = done.value
    return official.ok ? accept({ official: official.value, moved, handOver }) : official
  })
  const onOfficial = async (asked: Parameters<typeof stepOnOfficial>[1]) => {
    const done = await stepOnOfficial(world, asked)
    return done.ok ? officialShown(asked.by, asked.official) : done
  }
  mount(api, reappointSpec, ({ asked, params, body: { version, to } }) =>
    onOfficial({ ...asked, ...params, version, told: { type: 'ReappointOfficial', to } }),
  )
  mount(api, beginOfficialLeave, ({ asked, params, body: { version, ...leave } }) =>
    onOfficial({ ...asked, ...params, version, told: { type: 'BeginLeave', ...leave } }),
  )
  mount(api, endOfficialLeave, ({ asked, params, body: { version } }) =>
    onOfficial({ ...asked, ...params, version, told: { type: 'EndLeave' } }),
  )
  mount(api, nameUnitHead, async ({ asked, params, body }) => {
    const done = await putHeadOfUnit(world, { ...asked, ...params, ...body })
    return done.ok ? unitShown(asked.by, params.unit) : done
  })
}
