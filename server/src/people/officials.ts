/** Steps on officials and their units that move no matter: another post, leave, the head of a unit. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { OfficialEvent, OfficialLeave, Post } from '@luoshi/domain/people/directory'
import {
  beginOfficialLeave,
  endOfficialLeave,
  nameUnitHead,
  reappointOfficial,
} from '@luoshi/domain/people/directory-rules'
import { alreadyDone, commit } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { loadOfficial, loadUnit } from '../execute/load.ts'
import { forbidden, notFound, versionConflict } from '../execute/refused.ts'
import { refusedByDirectory } from './register.ts'
import { officialWrite, unitWrite } from './succession.ts'

type OfOfficial = Asked & Readonly<{ official: OfficialId; version: number }>

export type OfficialStep =
  | Readonly<{ type: 'ReappointOfficial'; to: Post }>
  | (Readonly<{ type: 'BeginLeave' }> & OfficialLeave)
  | Readonly<{ type: 'EndLeave' }>

export async function stepOnOfficial(
  world: World,
  asked: OfOfficial & Readonly<{ told: OfficialStep }>,
): Outcome<Readonly<{ official: OfficialId; seq: number }>> {
  const { by, official, told } = asked
  if (!mayGive(asked, told.type)) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ official, seq: repeated.seq })
  const before = await loadOfficial(world.db, by.congress, official)
  if (before.state.status === 'none') return notFound()
  if (before.version !== asked.version) return versionConflict()
  if (told.type === 'BeginLeave' && told.acting !== null) {
    const { state } = await loadOfficial(world.db, by.congress, told.acting)
    if (state.status === 'none') return notFound()
  }
  const ruling = await decide(world, asked)
  if (!ruling.ok) return ruling
  const done = await commit(world, asked, [officialWrite(official, before, ruling.value)])
  return done.ok ? accept({ official, seq: done.value.seq }) : done
}

async function decide(
  world: World,
  { by, official, told }: OfOfficial & Readonly<{ told: OfficialStep }>,
): Outcome<readonly OfficialEvent[]> {
  const { state } = await loadOfficial(world.db, by.congress, official)
  const today = todayOf(world)
  const ruling = await (async () => {
    switch (told.type) {
      case 'ReappointOfficial': {
        const home = await loadUnit(world.db, by.congress, told.to.unit)
        return reappointOfficial(state, home.state, told.to, today)
      }
      case 'BeginLeave':
        return beginOfficialLeave(state, told, official)
      case 'EndLeave':
        return endOfficialLeave(state, today)
    }
  })()
  return ruling.ok ? ruling : refusedByDirectory(ruling.refusal)
}

export async function putHeadOfUnit(
  world: World,
  asked: Asked & Readonly<{ unit: UnitId; version: number; official: OfficialId }>,
): Outcome<Readonly<{ unit: UnitId; seq: number }>> {
  if (!mayGive(asked, 'NameUnitHead')) return forbidden()
  const { by, unit: id, version } = asked
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ unit: id, seq: repeated.seq })
  const [unit, official] = await Promise.all([
    loadUnit(world.db, by.congress, id),
    loadOfficial(world.db, by.congress, asked.official),
  ])
  if (unit.state.status === 'none') return notFound()
  if (unit.version !== version) return versionConflict()
  const ruling = nameUnitHead(unit.state, official.state, { ...asked, today: todayOf(world) })
  if (!ruling.ok) return refusedByDirectory(ruling.refusal)
  const done = await commit(world, asked, [unitWrite(id, unit, ruling.value)])
  return done.ok ? accept({ unit: id, seq: done.value.seq }) : done
}
