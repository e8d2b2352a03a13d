/** What the clerk does with a call and with each voice in it. */
import type { Day } from '@luoshi/domain/kernel/day'
import { idOf, isId, type AppraisalId, type Id, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decideCall, explainCallRefusal, type CallCommand } from '@luoshi/domain/opinions/call'
import { decideVoice, type SealedRoute, type VoiceCommand } from '@luoshi/domain/opinions/voice'
import { maskPersonal } from '@luoshi/domain/surveys/texts/mask-personal'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { oneMoment, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { mayGive } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused, type Refused } from '../execute/refused.ts'
import { sealInto, type LoadedEnvelope } from '../inquiries/envelopes.ts'
import { settingOf } from '../opinions/raise-opinion.ts'
import { raising } from '../opinions/raising.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { refusedByVoice } from './receive-voice.ts'
import { callKind, voiceKind } from './voice-kinds.ts'

type Calling = Asked & Readonly<{ appraisal: AppraisalId; notice: string; until: Day }>

export async function openCall(world: World, asked: Calling): Outcome<RecordDone<'call'>> {
  if (!mayGive(asked, 'OpenCall')) return forbidden()
  const { appraisal, notice, until } = asked
  const { state } = await loadAppraisal(world.db, asked.by.congress, appraisal)
  if (state.status === 'none') return notFound()
  const today = todayOf(world)
  const command: CallCommand = { type: 'OpenCall', appraisal, notice, until, today }
  return onCall(world, { ...asked, call: newId('call'), version: 0 }, command)
}

type OfCall = Asked & Readonly<{ call: Id<'call'>; version: number }>

export function closeCall(world: World, asked: OfCall): Outcome<RecordDone<'call'>> {
  return onCall(world, asked, { type: 'CloseCall', today: todayOf(world) })
}

function onCall(world: World, { by, key, call, version }: OfCall, command: CallCommand) {
  return takeRecordStep(world, callKind, {
    by,
    key,
    command: command.type,
    id: call,
    version,
    decide: (state) => {
      const ruling = decideCall(state, command)
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainCallRefusal(ruling.refusal))
    },
  })
}

type OfVoice = Asked & Readonly<{ voice: Id<'voice'>; version: number }>

/** What was said lies in an envelope, so that the log does not tell a reply from an accusation passed on. */
export function replyToVoice(at: World, asked: OfVoice & Readonly<{ reply: string }>) {
  const world = oneMoment(at)
  const { voice, reply } = asked
  const told = { reply, today: todayOf(world) }
  const empty = emptyEnvelope()
  return onVoice(world, asked, { type: 'ReplyToVoice', ...told, envelope: empty.id }, () =>
    sealed(empty, voice, { type: 'SealReply', voice, ...told }),
  )
}

type Sealing = OfVoice & Readonly<{ route: SealedRoute; reference: string }>

export async function sealVoice(at: World, asked: Sealing): Outcome<RecordDone<'voice'>> {
  const world = oneMoment(at)
  const { by, voice, route, reference } = asked
  const { state } = await voiceKind.load(world.db, by.congress, voice)
  if (!mayGive(asked, 'SealVoice')) return forbidden()
  if (state.status === 'none') return notFound()
  const { appraisal, receivedOn } = state
  const told = { route, reference, today: todayOf(world) }
  const empty = emptyEnvelope()
  return onVoice(world, asked, { type: 'SealVoice', ...told, envelope: empty.id }, () =>
    sealed(empty, appraisal, { type: 'PassVoiceOn', voice, appraisal, receivedOn, ...told }),
  )
}

function sealed(...asked: Parameters<typeof sealInto>): Result<readonly StreamWrite[], Refused> {
  const write = sealInto(...asked)
  return write.ok ? accept([write.value]) : write
}

function emptyEnvelope(): LoadedEnvelope {
  return { id: newId('envelope'), state: { status: 'none' }, version: 0 }
}

type TakingOver = OfVoice & Readonly<{ title: string; unit: UnitId | null }>

/** The voice, the opinion and its matter are one act: nothing is taken over twice or by halves. */
export async function takeOverVoice(at: World, asked: TakingOver): Outcome<RecordDone<'voice'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'TakeOverVoice')) return forbidden()
  const { by, voice, title, unit } = asked
  const { state } = await voiceKind.load(world.db, by.congress, voice)
  if (state.status === 'none') return notFound()
  const isOfSurvey = isId('survey', state.call)
  const said = await voiceText(world, asked, voice)
  // What was answered without a name goes on without the numbers by which its writer is found.
  const text = isOfSurvey ? maskPersonal(said).text : said
  const setting = await settingOf(world, asked, state.appraisal)
  if (!setting.ok) return setting
  const obstacle = unit === null ? accept(true) : await unitObstacle(world.db, by.congress, unit)
  if (!obstacle.ok) return obstacle
  const channel = isOfSurvey ? 'survey' : 'publicCall'
  const facts = { channel, raiserKind: 'public', raiser: '' } as const
  const where = { receivedOn: state.receivedOn, partOf: null, source: null }
  const disposition = { kind: 'matter', title, unit } as const
  const raised = raising({ ...facts, ...where, text, disposition }, setting.value)
  if (!raised.ok) return raised
  const { opinion, matter, writes } = raised.value
  const command = { type: 'TakeOverVoice', opinion, matter, today: todayOf(world) } as const
  return onVoice(world, asked, command, () => accept(writes))
}

type Handling = Extract<VoiceCommand, { type: 'TakeOverVoice' | 'ReplyToVoice' | 'SealVoice' }>

function onVoice(
  world: World,
  { by, key, voice, version }: OfVoice,
  command: Handling,
  more: () => Result<readonly StreamWrite[], Refused>,
): Outcome<RecordDone<'voice'>> {
  const also = more()
  return takeRecordStep(world, voiceKind, {
    by,
    key,
    command: command.type,
    id: voice,
    version,
    decide: (state) => {
      const ruling = decideVoice(state, command)
      if (!ruling.ok) return refusedByVoice(ruling.refusal)
      return also.ok ? ruling : also
    },
    also: () => (also.ok ? also.value : []),
  })
}

async function voiceText(world: World, { by }: Asked, voice: Id<'voice'>): Promise<string> {
  const [row] = await world.db.rows<{ text: string }>(by.congress, {
    text: 'select text from luoshi.voice_text where congress = $1 and id = $2',
    values: [by.congress, idOf('voice', voice)],
  })
  return row?.text ?? ''
}
