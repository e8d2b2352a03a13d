/** Things as their events made them: one indexed read of a stream, then the rules' own `evolve`. */
import { evolveAppraisal, noAppraisal, type Appraisal } from '@luoshi/domain/appraisals/appraisal'
import type {
  AppraisalId,
  CongressId,
  ImportId,
  MatterId,
  OfficialId,
  OpinionId,
  UnitId,
} from '@luoshi/domain/kernel/ids'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import type { Matter, OpenedMatter } from '@luoshi/domain/matters/matter'
import { opinionDecider } from '@luoshi/domain/opinions/opinion-decider'
import type { Opinion } from '@luoshi/domain/opinions/opinion'
import {
  evolveOfficial,
  evolveUnit,
  type Official,
  type Unit,
} from '@luoshi/domain/people/directory'
import { importDecider, type Import } from '@luoshi/domain/imports/import'
import { readStream, type StoredEvent } from '@luoshi/ledger/log/read'
import type { ToldEvent } from '@luoshi/ledger/log/stored-event'
import type { CongressDb } from './congress-db.ts'
import {
  isAppraisalEvent,
  isImportEvent,
  isMatterEvent,
  isOfficialEvent,
  isOpinionEvent,
  isUnitEvent,
} from './known-events.ts'
import { rawEvent, type RawEvent } from './domain-event.ts'

export type Loaded<State> = Readonly<{ state: State; version: number }>

function replay<State, Event extends RawEvent>(
  stored: readonly ToldEvent[],
  isKnown: (raw: RawEvent) => raw is Event,
  initial: State,
  evolve: (state: State, event: Event) => State,
): Loaded<State> {
  let state = initial
  for (const one of stored) {
    const event = rawEvent(one)
    if (!isKnown(event)) throw new Error(`Unknown event ${one.type} at ${one.seq}`)
    state = evolve(state, event)
  }
  return { state, version: stored.at(-1)?.version ?? 0 }
}

const noMatter: Matter = { status: 'none' }
const { initial: noOpinion, evolve: evolveOpinion } = opinionDecider({
  mayApprove: { matter: [], exit: [], closure: [], extension: [], escalation: [] },
})
const noUnit: Unit = { status: 'none' }
const noOfficial: Official = { status: 'none' }

export function matterOf(stored: readonly ToldEvent[]): Loaded<Matter> {
  return replay(stored, isMatterEvent, noMatter, evolveMatter)
}

export function opinionOf(stored: readonly StoredEvent[]): Loaded<Opinion> {
  return replay(stored, isOpinionEvent, noOpinion, evolveOpinion)
}

export function appraisalOf(stored: readonly StoredEvent[]): Loaded<Appraisal> {
  return replay(stored, isAppraisalEvent, noAppraisal, evolveAppraisal)
}

export function unitOf(stored: readonly StoredEvent[]): Loaded<Unit> {
  return replay(stored, isUnitEvent, noUnit, evolveUnit)
}

export function officialOf(stored: readonly StoredEvent[]): Loaded<Official> {
  return replay(stored, isOfficialEvent, noOfficial, evolveOfficial)
}

export function importOf(stored: readonly StoredEvent[]): Loaded<Import> {
  return replay(stored, isImportEvent, importDecider.initial, importDecider.evolve)
}

export function isOpened(matter: Matter): matter is OpenedMatter {
  return matter.status !== 'none'
}

export async function loadMatter(db: CongressDb, congress: CongressId, id: MatterId) {
  return matterOf(await readStream(db.pool, congress, id))
}

export async function loadOpinion(db: CongressDb, congress: CongressId, id: OpinionId) {
  return opinionOf(await readStream(db.pool, congress, id))
}

export async function loadAppraisal(db: CongressDb, congress: CongressId, id: AppraisalId) {
  return appraisalOf(await readStream(db.pool, congress, id))
}

export async function loadUnit(db: CongressDb, congress: CongressId, id: UnitId) {
  return unitOf(await readStream(db.pool, congress, id))
}

export async function loadOfficial(db: CongressDb, congress: CongressId, id: OfficialId) {
  return officialOf(await readStream(db.pool, congress, id))
}

export async function loadImport(db: CongressDb, congress: CongressId, id: ImportId) {
  return importOf(await readStream(db.pool, congress, id))
}
