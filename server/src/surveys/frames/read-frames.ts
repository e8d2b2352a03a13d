/** Sampling frames for the committee's side: counts, hashes and secrets once opened; names only where codes are made. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { KnownFrame } from '@luoshi/domain/surveys/frame'
import type { AnswerOf } from '../../contract/kit.ts'
import type { frameLines, FrameRow, FramesShown } from '../../contract/survey-frames.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { listRecords } from '../../execute/record.ts'
import { forbidden, notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { frameKind } from './frame-kind.ts'
import { placesOf } from './frame-steps.ts'
import { readUnsent, type Unsent } from './unsent-codes.ts'
import { publishedLine, readFrameLines } from './frame-table.ts'

export async function readFrames(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<FramesShown> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const records = await listRecords(world.db, by.congress, 'surveyframe', { parent: survey })
  const rows: FrameRow[] = []
  for (const record of records) {
    const id = idOf('surveyframe', record.id)
    const { state } = await frameKind.load(world.db, by.congress, id)
    if (state.status === 'none') continue
    const unsent = await readUnsent(world, { congress: by.congress, frame: id })
    rows.push(rowOf(by, { id, version: record.version, frame: state, unsent }))
  }
  return accept({ rows, mayTake: may(by, 'TakeSurveyFrame', null) })
}

export async function framesOf(
  world: World,
  by: Principal,
  frame: Id<'surveyframe'>,
): Outcome<FramesShown> {
  const { state } = await frameKind.load(world.db, by.congress, frame)
  return state.status === 'none' ? notFound() : readFrames(world, by, state.survey)
}

type Found = Readonly<{
  id: Id<'surveyframe'>
  version: number
  frame: KnownFrame
  unsent: Unsent
}>

function rowOf(by: Principal, { id, version, frame, unsent: waiting }: Found): FrameRow {
  const { status, survey, population, sampling, strata, listHash, takenOn, codes, erasedOn } = frame
  const sealed = frame.status === 'sealed' || frame.status === 'called' ? frame : null
  const draw = frame.status === 'drawn' ? frame.draw : null
  const number = frame.status === 'called' ? frame.number : (draw?.number ?? null)
  // A list that was made ready and whose first step was refused waits for nobody.
  const unsent = codes.length === 0 ? { n: 0, isSending: false } : waiting
  const isSealer = sealed?.sealedBy === by.account
  return {
    id,
    version,
    status,
    survey,
    population,
    sampling,
    strata: [...strata],
    listHash,
    takenOn,
    commitment: sealed?.commitment ?? draw?.commitment ?? null,
    number,
    secret: draw?.secret ?? null,
    salt: draw?.salt ?? null,
    seed: draw?.seed ?? null,
    drawn: frame.status === 'drawn' ? [...frame.drawn] : null,
    codes: codes.map((one) => ({
      channel: one.channel,
      n: one.strata.reduce((sum, { n }) => sum + n, 0),
      on: one.on,
      anew: one.anew === true,
      instead: one.instead === true,
    })),
    unsent,
    erasedOn,
    may: {
      seal: status === 'listed' && may(by, 'SealSurveyDraw', null),
      call: status === 'sealed' && !isSealer && may(by, 'CallSurveyNumber', null),
      draw: status === 'called' && may(by, 'DrawSurveySample', null),
      codes:
        status === 'drawn' &&
        codes.length === 0 &&
        erasedOn === null &&
        may(by, 'IssueSurveyCodes', null),
      remake:
        unsent.n > 0 && !unsent.isSending && erasedOn === null && may(by, 'IssueSurveyCodes', null),
      replace:
        codes.length > 0 &&
        !unsent.isSending &&
        erasedOn === null &&
        may(by, 'IssueSurveyCodes', null),
      erase: erasedOn === null && may(by, 'EraseSurveyFrame', null),
    },
  }
}

export async function readLines(
  world: World,
  by: Principal,
  frame: Id<'surveyframe'>,
): Outcome<AnswerOf<typeof frameLines>> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const { state } = await frameKind.load(world.db, by.congress, frame)
  if (state.status === 'none') return notFound()
  const lines = await readFrameLines(world.db, by.congress, frame)
  return accept({
    listHash: state.listHash,
    seed: state.status === 'drawn' ? (state.draw?.seed ?? null) : null,
    lines: lines.map(publishedLine),
    drawn: (await placesOf(world, by, state, lines)).map((place) => place + 1),
  })
}
