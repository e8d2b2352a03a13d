/** Steps of a sampling frame. The list stands in its own table before the log tells of it, and goes again when refused. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { decideFrame, type FrameCommand } from '@luoshi/domain/surveys/decide-frame'
import { drawnPlaces } from '@luoshi/domain/surveys/draw-sample'
import { strataOfDraw, type Frame, type KnownFrame } from '@luoshi/domain/surveys/frame'
import { explainFrameRefusal } from '@luoshi/domain/surveys/frame-refusals'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import { explainSurveyRefusal } from '@luoshi/domain/surveys/survey-refusals'
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
import { dropUnsent } from './unsent-codes.ts'
import { readFrameSheet } from './read-frame-sheet.ts'

type Done = Outcome<RecordDone<'surveyframe'>>

type Taking = Asked &
  Readonly<{ survey: Id<'survey'>; population: string; bytes: Uint8Array; fileName: string }>

export async function takeFrame(at: World, asked: Taking): Done {
  const world = oneMoment(at)
  if (!mayGive(asked, 'TakeSurveyFrame')) return forbidden()
  const { by, key, survey, bytes, fileName } = asked
  const over = await whenOver(world, by, survey)
  if (over) return over
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
    isDrawnAndAsked: await isDrawnAndAsked(world, by, survey, asked.population),
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

/**
 * Once it is closed its lists stay as they are. What is told of it depends on how many were asked by name: with a longer
 * list taken in afterwards, an office of one mind could be told after all.
 */
async function whenOver({ db }: World, by: Asked['by'], survey: Id<'survey'>) {
  const { status } = (await surveyKind.load(db, by.congress, survey)).state
  if (status !== 'closed' && status !== 'published') return null
  const refusal = { code: 'survey-wrong-status', status } as const
  return refused(409, refusal.code, explainSurveyRefusal(refusal))
}

async function codesAreOut(
  { db }: World,
  { congress }: Asked['by'],
  survey: Id<'survey'>,
  population: string,
): Promise<boolean> {
  const rows = await db.rows(congress, {
    // Sent, or about to be: a list whose messages are on their way stays, too.
    text: `select from luoshi.survey_invitation
        where congress = $1 and survey = $2 and population = $3
      union all select from luoshi.survey_unsent u
        join luoshi.record_view r on r.congress = u.congress and r.id = u.frame and r.to_seq is null
        where u.congress = $1 and r.parent = $2 and r.title = $3
      limit 1`,
    values: [congress, survey, population],
  })
  return rows.length > 0
}

async function isDrawnAndAsked(
  { db }: World,
  { congress }: Asked['by'],
  survey: Id<'survey'>,
  population: string,
): Promise<boolean> {
  const rows = await db.rows(congress, {
    text: `select from luoshi.record_view f
      join luoshi.record_view s on s.congress = f.congress and s.id = f.parent and s.to_seq is null
      where f.congress = $1 and f.kind = 'surveyframe' and f.parent = $2 and f.title = $3
        and f.to_seq is null and f.status = 'drawn' and s.status = 'open' limit 1`,
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
      const isDraw = told.type !== 'EraseSurveyFrame' && state.status !== 'none'
      const over = isDraw ? await whenOver(world, by, state.survey) : null
      if (over) return over
      const command = await commandOf(world, asked, state)
      return command ? ruled(state, command) : notFound()
    },
  })
  if (done.ok && told.type === 'EraseSurveyFrame') {
    await eraseNames(world.db, by.congress, frame)
    // Without a name or a number nobody can be sent anything.
    await dropUnsent(world, { congress: by.congress, frame })
  }
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

export function ruled(frame: Frame, command: FrameCommand) {
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
