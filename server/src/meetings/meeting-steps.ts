/** Steps of a meeting, and what is taken down in it. */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  idOf,
  type AppraisalId,
  type CongressId,
  type Id,
  type MatterId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Adjournment } from '@luoshi/domain/meetings/agenda'
import { isBesideMeeting } from '@luoshi/domain/meetings/beside'
import {
  decideMeeting,
  type Attended,
  type MeetingAbout,
  type MeetingCommand,
} from '@luoshi/domain/meetings/meeting'
import { explainMeetingRefusal } from '@luoshi/domain/meetings/meeting-refusals'
import {
  decideSpeech,
  explainSpeechRefusal,
  raiserKindOf,
  type Answering,
  type SpeakerKind,
  type Speech,
  type SpeechAct,
  type SpeechCommand,
} from '@luoshi/domain/meetings/speech'
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
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { settingOf } from '../opinions/raise-opinion.ts'
import { raising } from '../opinions/raising.ts'
import { recusalFromEach, recusalObstacle } from '../people/recused-from.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { meetingKind, speechKind } from './meeting-kinds.ts'
import { tellOfMeeting } from './meeting-news.ts'

export async function conveneMeeting(
  world: World,
  asked: Asked & Readonly<{ meeting: MeetingAbout }>,
): Outcome<RecordDone<'meeting'>> {
  if (!mayGive(asked, 'ConveneMeeting')) return forbidden()
  for (const appraisal of asked.meeting.appraisals) {
    const { state } = await loadAppraisal(world.db, asked.by.congress, appraisal)
    if (state.status === 'none') return notFound()
  }
  const { by, key, meeting } = asked
  const which = { by, key, meeting: newId('meeting'), version: 0 }
  return onMeeting(world, which, { type: 'ConveneMeeting', ...meeting })
}

type OfMeeting = Asked & Readonly<{ meeting: Id<'meeting'>; version: number }>

export function beginMeeting(world: World, asked: OfMeeting & Attended) {
  const { present, absent } = asked
  return onMeeting(world, asked, { type: 'BeginMeeting', present, absent })
}

export function changeAttendance(
  world: World,
  asked: OfMeeting & Attended & Readonly<{ point: number | null }>,
) {
  const { point, present, absent } = asked
  return onMeeting(world, asked, { type: 'ChangeAttendance', point, present, absent })
}

export function hearPoint(world: World, asked: OfMeeting & Readonly<{ point: number }>) {
  return onMeeting(world, asked, { type: 'HearPoint', point: asked.point })
}

export function closeMeeting(world: World, asked: OfMeeting) {
  return onMeeting(world, asked, { type: 'CloseMeeting' })
}

type Adjourning = OfMeeting & Readonly<{ how: Adjournment; nextOn: Day | null; reason: string }>

export function adjournMeeting(world: World, asked: Adjourning) {
  const { how, nextOn, reason } = asked
  return onMeeting(world, asked, { type: 'AdjournMeeting', how, nextOn, reason })
}

async function onMeeting(
  world: World,
  { by, key, meeting, version }: OfMeeting,
  command: MeetingCommand,
): Outcome<RecordDone<'meeting'>> {
  const done = await takeRecordStep(world, meetingKind, {
    by,
    key,
    command: command.type,
    id: meeting,
    version,
    isBeside: (since) => isBesideMeeting(command.type, since),
    decide: async (state) => {
      const ruling = decideMeeting(state, command)
      const about = command.type === 'ConveneMeeting' ? command : state
      const heard = 'appraisals' in about ? about.appraisals : []
      const barred = await recusalFromEach(world, by, command.type, heard)
      if (!barred.ok) return barred
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainMeetingRefusal(ruling.refusal))
    },
  })
  if (done.ok) tellOfMeeting()
  return done
}

type Taking = Asked &
  Readonly<{
    meeting: Id<'meeting'>
    kind: SpeakerKind
    act?: SpeechAct | undefined
    question?: Id<'speech'> | undefined
    matter?: MatterId | undefined
    speaker: string
    text: string
  }>

export async function takeSpeech(world: World, asked: Taking): Outcome<RecordDone<'speech'>> {
  if (!mayGive(asked, 'TakeSpeech')) return forbidden()
  const { by, key, meeting, kind, speaker, text } = asked
  const { act = kind === 'official' ? 'reply' : 'remark', question = null, matter = null } = asked
  const [row] = await world.db.rows<{ status: string }>(by.congress, {
    text: `select status from luoshi.record_view
      where congress = $1 and id = $2 and kind = 'meeting' and to_seq is null`,
    values: [by.congress, meeting],
  })
  if (!row) return notFound()
  if (row.status !== 'inSession') {
    const code = 'meeting-not-in-session'
    return refused(409, code, explainMeetingRefusal({ code }))
  }
  const answered = await answeredHere(world, by, { meeting, question, matter })
  if (!answered.ok) return answered
  const to = { question, matter }
  const command = { type: 'TakeSpeech', meeting, kind, act, to, speaker, text } as const
  return onSpeech(world, { by, key, speech: newId('speech'), version: 0 }, command)
}

/** A line answers what was asked in the same meeting, or a matter of one of its appraisals. */
async function answeredHere(
  { db }: World,
  by: Principal,
  { meeting, question, matter }: Answering & Readonly<{ meeting: Id<'meeting'> }>,
): Outcome<true> {
  if (question !== null) {
    const { state } = await speechKind.load(db, by.congress, question)
    if (state.status === 'none' || state.meeting !== meeting || state.act !== 'question')
      return notFound()
  }
  if (matter === null) return accept(true)
  const [found] = await db.rows<{ appraisal: string }>(by.congress, {
    text: `select m.appraisal from luoshi.matter_view m join luoshi.record_view r
        on r.congress = m.congress and r.id = $3 and r.to_seq is null
          and r.doc -> 'appraisals' ? m.appraisal
      where m.congress = $1 and m.id = $2 and m.to_seq is null`,
    values: [by.congress, matter, meeting],
  })
  return found ? accept(true) : notFound()
}

type OfSpeech = Asked & Readonly<{ speech: Id<'speech'>; version: number }>

export function amendSpeech(
  world: World,
  asked: OfSpeech & Readonly<{ speaker: string; text: string }>,
) {
  const { speaker, text } = asked
  return onSpeech(world, asked, { type: 'AmendSpeech', speaker, text })
}

type Turning = OfSpeech &
  Readonly<{
    appraisal: AppraisalId
    title: string
    text?: string | undefined
    unit: UnitId | null
  }>

/** The speech, the opinion and its matter are one act. */
export async function turnSpeech(at: World, asked: Turning): Outcome<RecordDone<'speech'>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'TurnSpeech')) return forbidden()
  const { by, appraisal, title, unit } = asked
  const { state } = await speechKind.load(world.db, by.congress, asked.speech)
  if (state.status === 'none') return notFound()
  const raiserKind = raiserKindOf(state.kind)
  if (raiserKind === null) {
    const code = 'speech-is-reply'
    return refused(409, code, explainSpeechRefusal({ code }))
  }
  const meeting = await meetingKind.load(world.db, by.congress, state.meeting)
  const heard = meeting.state.status === 'none' ? [] : meeting.state.appraisals
  if (!heard.includes(appraisal)) return notFound()
  const on = { unit: null, appraisal }
  const barred = await recusalObstacle(world, by, 'TurnSpeech', on)
  if (!barred.ok) return barred
  const setting = await settingOf(world, asked, appraisal)
  if (!setting.ok) return setting
  const obstacle = unit === null ? accept(true) : await unitObstacle(world.db, by.congress, unit)
  if (!obstacle.ok) return obstacle
  const raised = raising(
    {
      channel: 'meetingRemark',
      raiserKind,
      raiser: state.speaker,
      text: asked.text ?? state.text,
      receivedOn: todayOf(world),
      partOf: null,
      source: null,
      disposition: { kind: 'matter', title, unit },
    },
    setting.value,
  )
  if (!raised.ok) return raised
  const { opinion, matter, writes } = raised.value
  const command = { type: 'TurnSpeech', opinion, matter } as const
  return onSpeech(world, asked, command, writes)
}

function meetingOf(speech: Speech): Id<'meeting'> | null {
  return speech.status === 'none' ? null : speech.meeting
}

async function heardAt({ db }: World, congress: CongressId, meeting: Id<'meeting'>) {
  const rows = await db.rows<{ appraisal: string }>(congress, {
    name: 'heard-at',
    text: `select jsonb_array_elements_text(doc -> 'appraisals') as appraisal
      from luoshi.record_view where congress = $1 and id = $2 and to_seq is null`,
    values: [congress, meeting],
  })
  return rows.map(({ appraisal }) => idOf('appraisal', appraisal))
}

async function onSpeech(
  world: World,
  { by, key, speech, version }: OfSpeech,
  command: SpeechCommand,
  also: readonly StreamWrite[] = [],
): Outcome<RecordDone<'speech'>> {
  const done = await takeRecordStep(world, speechKind, {
    by,
    key,
    command: command.type,
    id: speech,
    version,
    decide: async (state) => {
      const ruling = decideSpeech(state, command)
      const meeting = command.type === 'TakeSpeech' ? command.meeting : meetingOf(state)
      const barred = await recusalFromEach(
        world,
        by,
        command.type,
        // What one appraisal's opinion is made of is that appraisal's own affair, asked before.
        meeting === null || command.type === 'TurnSpeech'
          ? []
          : await heardAt(world, by.congress, meeting),
      )
      if (!barred.ok) return barred
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainSpeechRefusal(ruling.refusal))
    },
    also: () => also,
  })
  if (done.ok) tellOfMeeting()
  return done
}
