/** Team, plan and records of an investigation: what the team and the clerk put down. */
import {
  decideInquiry,
  type InquiryCommand,
  type Telling,
} from '@luoshi/domain/inquiries/inquiry-decider'
import { protectedSource, type FindingKind, type Inquiry } from '@luoshi/domain/inquiries/inquiry'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import { decidePlan, type PlanCommand } from '@luoshi/domain/inquiries/plan'
import type { AppraisalId, CongressId, Id, UnitId } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type LoadedRecord, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refusedByAppraisal, type Refused } from '../execute/refused.ts'
import { settingOf } from '../opinions/raise-opinion.ts'
import { raising } from '../opinions/raising.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { envelopesAbout, refusedByInquiry, sealInto, type LoadedEnvelope } from './envelopes.ts'
import { inquiryKind, inquiryPlanKind, planOf } from './inquiry-kinds.ts'

/** What is put down about an appraisal that is over, or of nobody, would be found by nobody. */
export async function runningObstacle(
  { db }: World,
  congress: CongressId,
  appraisal: AppraisalId,
): Outcome<true> {
  const { state } = await loadAppraisal(db, congress, appraisal)
  if (state.status === 'none') return notFound()
  return state.status === 'running'
    ? accept(true)
    : refusedByAppraisal({ code: 'appraisal-not-running' })
}

type OfPlan = Asked & Readonly<{ appraisal: AppraisalId; version: number }>

export function onPlan(
  world: World,
  { by, key, appraisal, version }: OfPlan,
  command: PlanCommand,
) {
  return takeRecordStep(world, inquiryPlanKind, {
    by,
    key,
    command: 'PlanInquiry',
    id: planOf(appraisal),
    version,
    decide: async (plan) => {
      const running = await runningObstacle(world, by.congress, appraisal)
      if (!running.ok) return running
      const ruling = decidePlan(plan, command)
      return ruling.ok ? ruling : refusedByInquiry(ruling.refusal)
    },
  })
}

type Recording = Asked & Readonly<{ appraisal: AppraisalId; telling: Telling }>

/** The record and the envelope with the protected name are one act. */
export async function recordInquiry(at: World, asked: Recording): Outcome<RecordDone<'inquiry'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'RecordInquiry')) return forbidden()
  const { by, key, appraisal, telling } = asked
  const running = await runningObstacle(world, by.congress, appraisal)
  if (!running.ok) return running
  const id = newId('inquiry')
  const today = todayOf(world)
  const command = { type: 'RecordInquiry', appraisal, ...telling, today } as const
  const before = { state: inquiryKind.initial, version: 0 }
  return onInquiry(world, { by, key, inquiry: id, version: 0 }, before, command, () =>
    sealedName(world, id, telling.protectedName),
  )
}

type OfInquiry = Asked & Readonly<{ inquiry: Id<'inquiry'>; version: number }>

export async function amendInquiry(
  at: World,
  asked: OfInquiry & Readonly<{ telling: Telling; keepsProtection: boolean }>,
): Outcome<RecordDone<'inquiry'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'RecordInquiry')) return forbidden()
  const { by, inquiry, telling, keepsProtection } = asked
  const sealed = await sourceOf(world, by.congress, inquiry)
  const known = sealed?.state.status === 'source' ? sealed.state.name : null
  const protectedName = keepsProtection ? known : telling.protectedName
  const command = {
    type: 'AmendInquiry',
    ...telling,
    protectedName,
    today: todayOf(world),
  } as const
  const before = await inquiryKind.load(world.db, by.congress, inquiry)
  return onInquiry(world, asked, before, command, () =>
    sealedName(world, inquiry, keepsProtection ? null : protectedName, sealed),
  )
}

type Noting = OfInquiry &
  Readonly<{
    kind: FindingKind
    heading: string | null
    text: string
    title: string
    unit: UnitId | null
  }>

/** A problem, its opinion and its matter are one act: nothing waits in a notebook (S12). */
export async function noteFinding(at: World, asked: Noting): Outcome<RecordDone<'inquiry'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'RecordInquiry')) return forbidden()
  const { by, inquiry, kind, heading, text, title } = asked
  const before = await inquiryKind.load(world.db, by.congress, inquiry)
  if (before.state.status === 'none') return notFound()
  const sealed = await sourceOf(world, by.congress, inquiry)
  const protectedName = sealed?.state.status === 'source' ? sealed.state.name : null
  const raised = kind === 'problem' ? await raisedBy(world, asked, before.state) : null
  if (raised && !raised.ok) return raised
  const carried = raised ? { opinion: raised.value.opinion, matter: raised.value.matter } : null
  const command = {
    type: 'NoteFinding',
    kind,
    heading,
    text,
    title,
    carried,
    protectedName,
  } as const
  return onInquiry(world, asked, before, command, () => accept(raised?.value.writes ?? []))
}

async function raisedBy(
  world: World,
  asked: Noting,
  inquiry: Exclude<Inquiry, Readonly<{ status: 'none' }>>,
) {
  const { by, title, unit, text } = asked
  const setting = await settingOf(world, asked, inquiry.appraisal)
  if (!setting.ok) return setting
  const obstacle = unit === null ? accept(true) : await unitObstacle(world.db, by.congress, unit)
  if (!obstacle.ok) return obstacle
  const { channel, raiserKind } = methodRules[inquiry.method]
  const raiser = inquiry.isProtected ? protectedSource : inquiry.whom
  return raising(
    {
      channel,
      raiserKind,
      raiser: raiserKind === 'team' ? inquiry.tookPart : raiser,
      text: text.trim(),
      receivedOn: inquiry.on,
      partOf: null,
      source: null,
      disposition: { kind: 'matter', title, unit },
    },
    setting.value,
  )
}

export async function withdrawFinding(
  world: World,
  asked: OfInquiry & Readonly<{ finding: string; reason: string }>,
): Outcome<RecordDone<'inquiry'>> {
  const { finding, reason } = asked
  const before = await inquiryKind.load(world.db, asked.by.congress, asked.inquiry)
  const command = { type: 'WithdrawFinding', finding, reason } as const
  return onInquiry(world, asked, before, command, () => accept([]))
}

async function onInquiry(
  world: World,
  { by, key, inquiry, version }: OfInquiry,
  before: LoadedRecord<Inquiry>,
  command: InquiryCommand,
  more: () => Result<readonly StreamWrite[], Refused>,
): Outcome<RecordDone<'inquiry'>> {
  const first = decideInquiry(before.state, command)
  const files = 'evidence' in command ? command.evidence : []
  const kept = await evidenceKept(world.db, by.congress, files)
  if (!kept.ok) return kept
  const also = first.ok ? more() : accept([])
  if (!also.ok) return also
  return takeRecordStep(world, inquiryKind, {
    by,
    key,
    command: 'RecordInquiry',
    id: inquiry,
    version,
    decide: (state) => {
      const ruling = decideInquiry(state, command)
      return ruling.ok ? ruling : refusedByInquiry(ruling.refusal)
    },
    also: () => also.value,
  })
}

export async function sourceOf(
  { db }: World,
  congress: CongressId,
  inquiry: Id<'inquiry'>,
): Promise<LoadedEnvelope | null> {
  return (await envelopesAbout(db, congress, inquiry)).at(-1) ?? null
}

function sealedName(
  world: World,
  inquiry: Id<'inquiry'>,
  name: string | null,
  sealed: LoadedEnvelope | null = null,
): Result<readonly StreamWrite[], Refused> {
  if (name === null) return accept([])
  // What was erased stays erased: another name lies in another envelope.
  const kept = sealed?.state.status === 'erased' ? null : sealed
  const before = kept ?? { id: newId('envelope'), state: { status: 'none' }, version: 0 }
  const command = { type: 'SealSource', inquiry, name, today: todayOf(world) } as const
  const write = sealInto(before, inquiry, command)
  return write.ok ? accept([write.value]) : write
}
