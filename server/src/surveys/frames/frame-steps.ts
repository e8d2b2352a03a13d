/** Steps of a sampling frame. The list stands in its own table before the log tells of it, and goes again when refused. */
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { decideFrame, type FrameCommand } from '@luoshi/domain/surveys/decide-frame'
import { drawnPlaces } from '@luoshi/domain/surveys/draw-sample'
import { strataOfDraw, type Frame, type KnownFrame } from '@luoshi/domain/surveys/frame'
import { explainFrameRefusal } from '@luoshi/domain/surveys/frame-refusals'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import type { IssuedCode } from '../../contract/survey-frames.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../../execute/context.ts'
import { newId } from '../../execute/ids.ts'
import { takeRecordStep, type RecordDone } from '../../execute/record.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import type { SmsSettings } from '../../messages/channel-settings.ts'
import { newReceiptCode } from '../../voices/receipt-code.ts'
import { surveyKind } from '../survey-kind.ts'
import { frameKind } from './frame-kind.ts'
import {
  dropFrame,
  eraseNames,
  frameLinesOf,
  hashOfLines,
  keepFrame,
  readFrameLines,
} from './frame-table.ts'
import { sendCodes } from './send-codes.ts'
import { readFrameSheet } from './read-frame-sheet.ts'

type Done = Outcome<RecordDone<'surveyframe'>>

type Taking = Asked &
  Readonly<{ survey: Id<'survey'>; population: string; bytes: Uint8Array; fileName: string }>

export async function takeFrame(at: World, asked: Taking): Done {
  const world = oneMoment(at)
  if (!mayGive(asked, 'TakeSurveyFrame')) return forbidden()
  const { by, key, survey, bytes, fileName } = asked
  const population = await populationOf(world, by, survey, asked.population)
  if (!population) return notFound()
  const people = await readFrameSheet(bytes, fileName, population)
  if (!people.ok) return people
  const lines = frameLinesOf(people.value)
  const id = newId('surveyframe')
  const told = { survey, population, lines: lines.map(({ stratum }) => stratum) }
  const command = {
    type: 'TakeSurveyFrame',
    ...told,
    listHash: hashOfLines(lines),
    codesAreOut: await codesAreOut(world, by, survey, asked.population),
    today: todayOf(world),
  } as const
  const possible = ruled({ status: 'none' }, command)
  if (!possible.ok) return possible
  await keepFrame(world.db, by.congress, id, lines)
  const done = await takeRecordStep(world, frameKind, {
    by,
    key,
    command: 'TakeSurveyFrame',
    id,
    version: 0,
    decide: (frame) => ruled(frame, command),
  })
  if (!done.ok || done.value.id !== id) await dropFrame(world.db, by.congress, id)
  return done
}

async function codesAreOut(
  { db }: World,
  { congress }: Asked['by'],
  survey: Id<'survey'>,
  population: string,
): Promise<boolean> {
  const rows = await db.rows(congress, {
    text: `select from luoshi.survey_invitation
      where congress = $1 and survey = $2 and population = $3 limit 1`,
    values: [congress, survey, population],
  })
  return rows.length > 0
}

async function populationOf({ db }: World, by: Asked['by'], survey: Id<'survey'>, code: string) {
  const { state } = await surveyKind.load(db, by.congress, survey)
  return state.status === 'none' || state.status === 'dropped' ? null : inSurvey(state, code)
}

function inSurvey({ reach }: KnownSurvey, code: string) {
  return reach.populations.find((one) => one.code === code) ?? null
}

export type OfFrame = Asked & Readonly<{ frame: Id<'surveyframe'>; version: number }>

export type FrameTold =
  | Readonly<{ type: 'SealSurveyDraw'; commitment: string }>
  | Readonly<{ type: 'CallSurveyNumber'; number: string }>
  | Readonly<{ type: 'DrawSurveySample'; secret: string; salt: string }>
  | Readonly<{ type: 'EraseSurveyFrame' }>

export async function stepOnFrame(at: World, asked: OfFrame & Readonly<{ told: FrameTold }>): Done {
  const world = oneMoment(at)
  const { by, key, frame, version, told } = asked
  const done = await takeRecordStep(world, frameKind, {
    by,
    key,
    command: told.type,
    id: frame,
    version,
    decide: async (state) => {
      const command = await commandOf(world, asked, state)
      return command ? ruled(state, command) : notFound()
    },
  })
  if (done.ok && told.type === 'EraseSurveyFrame') await eraseNames(world.db, by.congress, frame)
  return done
}

async function commandOf(
  world: World,
  { by, frame, told }: OfFrame & Readonly<{ told: FrameTold }>,
  state: Frame,
): Promise<FrameCommand | null> {
  const today = todayOf(world)
  if (told.type === 'EraseSurveyFrame') return { ...told, today }
  if (told.type !== 'DrawSurveySample') return { ...told, by: by.account, today }
  if (state.status === 'none') return null
  const population = await populationOf(world, by, state.survey, state.population)
  if (!population) return null
  const lines = await readFrameLines(world.db, by.congress, frame)
  return { ...told, population, lines: lines.map(({ stratum }) => stratum), today }
}

function ruled(frame: Frame, command: FrameCommand) {
  const ruling = decideFrame(frame, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainFrameRefusal(ruling.refusal))
}

/** Places drawn, from 0. */
export async function placesOf(
  world: World,
  by: Asked['by'],
  frame: KnownFrame,
  lines: readonly Readonly<{ stratum: string }>[],
): Promise<readonly number[]> {
  if (frame.status !== 'drawn') return []
  const population = await populationOf(world, by, frame.survey, frame.population)
  const strata = strataOfDraw(frame, population?.strata ?? [])
  const own = lines.map(({ stratum }) => stratum)
  return drawnPlaces(frame.draw?.seed ?? '', frame.sampling, strata, own)
}

type Issuing = OfFrame & Readonly<{ channel: string; origin: string; sms: SmsSettings | null }>

/** Hash of an invitation code, as it is kept and as whoever comes with a code is looked up. */
export function hashOfInvitation(survey: Id<'survey'>, code: string): string {
  return createHash('sha256').update(`luoshi invitation ${survey} ${code}`).digest('hex')
}

/**
 * A code for each person drawn. The hashes are written in an order of chance, so that the table does not say which code
 * went to which line; the codes themselves are answered once and kept nowhere.
 */
export async function issueCodes(
  at: World,
  asked: Issuing,
): Outcome<Readonly<{ rows: IssuedCode[] }>> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'IssueSurveyCodes')) return forbidden()
  const { by, key, frame, version, origin } = asked
  const { congress } = by
  const { state } = await frameKind.load(world.db, congress, frame)
  if (state.status === 'none') return notFound()
  const survey = await surveyKind.load(world.db, congress, state.survey)
  const reach = survey.state.status === 'none' ? null : survey.state.reach
  const channel = reach?.channels.find(({ code }) => code === asked.channel)
  if (!channel) return notFound()
  const lines = await readFrameLines(world.db, congress, frame)
  const places = await placesOf(world, by, state, lines)
  const rows = places.flatMap((place): readonly IssuedCode[] => {
    const line = lines[place]
    if (!line) return []
    const code = newReceiptCode()
    const { stratum, name, contact } = line
    // Behind the #, which browsers send to nobody.
    const link = `${origin}/s/${state.survey}?c=${channel.code}#${code}`
    return [{ place: place + 1, stratum, name, contact, code, link, sent: false }]
  })
  // Kept before the log tells of them: a hash of a code that nobody was given opens nothing.
  const command = { type: 'IssueSurveyCodes', channel, today: todayOf(world) } as const
  const possible = ruled(state, command)
  if (!possible.ok) return possible
  await keepInvitations(world, congress, state, channel.code, rows)
  const done = await takeRecordStep(world, frameKind, {
    by,
    key,
    command: 'IssueSurveyCodes',
    id: frame,
    version,
    decide: (known) => ruled(known, command),
  })
  if (!done.ok) return done
  const template = asked.sms?.surveyTemplate
  if (channel.kind !== 'sms' || !asked.sms || template === undefined) return accept({ rows })
  return accept({ rows: [...(await sendCodes(asked.sms, template, rows))] })
}

async function keepInvitations(
  { db }: World,
  congress: Asked['by']['congress'],
  { survey, population }: KnownFrame,
  channel: string,
  rows: readonly IssuedCode[],
): Promise<void> {
  const kept = rows.map(({ stratum, code }) => ({ stratum, hash: hashOfInvitation(survey, code) }))
  const mixed = kept
    .map((one) => ({ one, at: randomBytes(8).toString('hex') }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one)
  await db.rows(congress, {
    text: `insert into luoshi.survey_invitation
        (congress, survey, code_hash, population, stratum, channel)
      select $1, $2, hash, $4, stratum, $5
      from jsonb_to_recordset($3::jsonb) as code (hash text, stratum text)`,
    values: [congress, survey, JSON.stringify(mixed), population, channel],
  })
}
