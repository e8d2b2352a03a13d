/** Accounts, units and officials of the demo county, on record before anything else happens. */
import type { CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { handIn } from '@luoshi/server/evidence/arriving/hand-in'
import type { World } from '@luoshi/server/execute/context'
import type { Identity } from '@luoshi/server/identity/identity'
import type { Principal } from '@luoshi/server/identity/principal'
import { putHeadOfUnit } from '@luoshi/server/people/officials'
import { putOfficialOnRecord, putUnitOnRecord } from '@luoshi/server/people/register'
import { accounts, officials, units, type OfficialKey, type UnitKey } from './county.ts'
import { evidenceFiles } from './evidence-files.ts'
import { known, must, type DemoPerson } from './story.ts'

type Directory = Readonly<{
  people: readonly DemoPerson[]
  principal: (login: string) => Principal
  unit: (key: UnitKey) => UnitId
  official: (key: OfficialKey) => OfficialId
}>

export async function registerEverybody(
  { world, identity }: Readonly<{ world: World; identity: Identity }>,
  congress: CongressId,
): Promise<Directory> {
  const unitIds = new Map<UnitKey, UnitId>()
  const officialIds = new Map<OfficialKey, OfficialId>()
  const people = new Map<string, DemoPerson>()
  const unit = (key: UnitKey) => known(unitIds.get(key), key)
  const official = (key: OfficialKey) => known(officialIds.get(key), key)

  const enrol = async (one: (typeof accounts)[number]) => {
    const home = one.unit === null ? null : unit(one.unit)
    const post = one.official === null ? null : official(one.official)
    const asked = { login: one.login, name: one.name, roles: one.roles, unit: home, official: post }
    const account = must(
      await identity.createAccountDirectly(congress, asked),
      `account ${one.login}`,
    )
    const principal = {
      account,
      name: one.name,
      congress,
      roles: one.roles,
      unit: home,
      official: post,
    }
    people.set(one.login, { login: one.login, name: one.name, principal })
  }

  for (const one of accounts.filter((person) => person.unit === null)) await enrol(one)
  const by = known(people.get('clerk'), 'clerk').principal
  for (const key of keysOf(units)) {
    const done = must(await putUnitOnRecord(world, { by, name: units[key] }), `unit ${key}`)
    unitIds.set(key, done.unit)
  }
  for (const key of keysOf(officials)) {
    const { name, post, appointedBy, unit: home } = officials[key]
    const registration = { name, post, appointedBy, unit: unit(home) }
    const done = must(await putOfficialOnRecord(world, { by, registration }), `official ${key}`)
    officialIds.set(key, done.official)
  }
  for (const [key, head] of headsOf()) {
    const asked = { by, unit: unit(key), version: 1, official: official(head) }
    must(await putHeadOfUnit(world, asked), `head of ${key}`)
  }
  for (const one of accounts.filter((person) => person.unit !== null)) await enrol(one)
  const principal = (login: string) => known(people.get(login), login).principal
  return { people: [...people.values()], principal, unit, official }
}

/** The first official of a unit who is still in the post: who answers while another post there is empty. */
function headsOf(): ReadonlyMap<UnitKey, OfficialKey> {
  const heads = new Map<UnitKey, OfficialKey>()
  for (const key of keysOf(officials)) {
    const { unit, post } = officials[key]
    if (!post.startsWith('原') && !heads.has(unit)) heads.set(unit, key)
  }
  return heads
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  const isKey = (raw: string): raw is Key => raw in table
  return Object.keys(table).filter(isKey)
}

export async function keepEvidence(
  world: World,
  congress: CongressId,
): Promise<readonly Evidence[]> {
  return Promise.all(
    evidenceFiles().map(async ({ name, mediaType, bytes }) => ({
      ...(await handIn(world, congress, bytes, { mediaType })),
      name,
      mediaType,
    })),
  )
}
