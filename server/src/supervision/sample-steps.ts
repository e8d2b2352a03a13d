/** Steps on a sample. What is found in a look-back is written to the matter in the same commit: a relapse reopens it. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { isBesideSample } from '@luoshi/domain/supervision/beside'
import {
  decideSample,
  explainSampleRefusal,
  type SampleCommand,
  type SampleRefusal,
} from '@luoshi/domain/supervision/sample-decider'
import type {
  Sample,
  SampleEvent,
  SampleOutcome,
  SamplePurpose,
} from '@luoshi/domain/supervision/sample'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { takeRecordStep } from '../execute/record.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { matterWrites } from '../letters/matter-writes.ts'
import { sampleCandidates } from './sample-candidates.ts'
import { lookBackKind, spotCheckKind } from './sample-kind.ts'

export type SampleId = Id<'lookback'> | Id<'spotcheck'>
export type SampleDone = Readonly<{ id: SampleId; seq: number }>

function refusedBySample(refusal: SampleRefusal) {
  return refused(409, refusal.code, explainSampleRefusal(refusal))
}

function ruled(sample: Sample, command: SampleCommand) {
  const ruling = decideSample(sample, command)
  return ruling.ok ? ruling : refusedBySample(ruling.refusal)
}

export async function sealSample(
  world: World,
  asked: Asked & Readonly<{ purpose: SamplePurpose; count: number; commitment: string }>,
): Outcome<SampleDone> {
  if (!mayGive(asked, 'SealSample')) return forbidden()
  const { by, key, purpose, count, commitment } = asked
  const due = (await sampleCandidates(world, by, purpose)).filter(({ isDue }) => isDue)
  const candidates = due.map(({ id: matter, number }) => ({ matter, number }))
  const told = { purpose, candidates, count, commitment, by: by.account, today: todayOf(world) }
  const step = {
    by,
    key,
    command: 'SealSample',
    version: 0,
    mattersOf: drawnFrom,
    decide: (sample: Sample) => ruled(sample, { type: 'SealSample', ...told }),
  } as const
  return purpose === 'lookBack'
    ? takeRecordStep(world, lookBackKind, { ...step, id: newId('lookback') })
    : takeRecordStep(world, spotCheckKind, { ...step, id: newId('spotcheck') })
}

const drawnFrom = (sample: Sample) =>
  sample.status === 'none' ? [] : sample.candidates.map(({ matter }) => matter)

type Later = Exclude<SampleCommand, { type: 'SealSample' }>
/** A step as it arrives: the day and the person are the server’s to say. */
export type SampleTold =
  | Readonly<{ type: 'CallSampleWord'; word: string }>
  | Readonly<{ type: 'DrawSample'; secret: string; salt: string }>
  | Readonly<{ type: 'VoidSample'; reason: string }>
  | Readonly<{ type: 'AssignSampleTask'; matter: Id<'matter'>; person: string }>
  | Readonly<{
      type: 'RecordSampleTask'
      matter: Id<'matter'>
      outcome: SampleOutcome
      findings: string
    }>

export async function stepOnSample(
  at: World,
  asked: Asked & Readonly<{ sample: SampleId; version: number; told: SampleTold }>,
): Outcome<SampleDone> {
  const world = oneMoment(at)
  const { by, key, sample: id, version, told } = asked
  const today = todayOf(world)
  const command: Later =
    told.type === 'CallSampleWord' ? { ...told, by: by.account, today } : { ...told, today }
  let writes: readonly StreamWrite[] = []
  const step = {
    by,
    key,
    command: told.type,
    version,
    isBeside: (since: readonly SampleEvent[]) => isBesideSample(told, since),
    mattersOf: (sample: Sample) => ('matter' in told ? [told.matter] : drawnFrom(sample)),
    decide: async (sample: Sample) => {
      const ruling = ruled(sample, command)
      if (!ruling.ok) return ruling
      const also = await matterWrites(world, by.congress, lookedBack(sample, command))
      if (!also.ok) return also
      writes = also.value
      return accept(ruling.value)
    },
    also: () => writes,
  }
  return isId('lookback', id)
    ? takeRecordStep(world, lookBackKind, { ...step, id })
    : isId('spotcheck', id)
      ? takeRecordStep(world, spotCheckKind, { ...step, id })
      : forbidden()
}

function lookedBack(sample: Sample, command: Later) {
  if (command.type !== 'RecordSampleTask' || sample.status === 'none') return []
  const { matter, outcome, findings, today } = command
  if (outcome !== 'held' && outcome !== 'relapsed') return []
  return [{ matter, command: { type: 'LookBackAtMatter', outcome, findings, today } as const }]
}
