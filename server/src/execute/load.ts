/** Things as their events made them: one indexed read of a stream, then the rules' own `evolve`. */
import { appraisalDecider, type Appraisal } from '@luoshi/domain/appraisals/appraisal'
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
import { importDecider } from '@luoshi/domain/imports/import'
import { readStream, type StoredEvent } from '@luoshi/ledger/log/read'
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
  stored: readonly StoredEvent[],
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

export function matterOf(stored: readonly StoredEvent[]): Loaded<Matter> {
  return replay(stored, isMatterEvent, noMatter, evolveMatter)
}

export function opinionOf(stored: readonly StoredEvent[]): Loaded<Opinion> {
  return replay(stored, isOpinionEvent, noOpinion, evolveOpinion)
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

export async function loadAppraisal(
  db: CongressDb,
  congress: CongressId,
  id: AppraisalId,
): Promise<Loaded<Appraisal>> {
  const stored = await readStream(db.pool, congress, id)
  return replay(stored, isAppraisalEvent, appraisalDecider.initial, appraisalDecider.evolve)
}

export async function loadUnit(db: CongressDb, congress: CongressId, id: UnitId) {
  return replay(await readStream(db.pool, congress, id), isUnitEvent, noUnit, evolveUnit)
}

export async function loadOfficial(db: CongressDb, congress: CongressId, id: OfficialId) {
  return replay(
    await readStream(db.pool, congress, id),
    isOfficialEvent,
    noOfficial,
    evolveOfficial,
  )
}

export async function loadImport(db: CongressDb, congress: CongressId, id: ImportId) {
  const stored = await readStream(db.pool, congress, id)
  return replay(stored, isImportEvent, importDecider.initial, importDecider.evolve)
}
