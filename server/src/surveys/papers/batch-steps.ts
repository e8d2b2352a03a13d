/** Steps of a batch of paper forms: begun, typed by two, compared, settled, handed in to the intake of the survey. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { readAnswer, type Answer } from '@luoshi/domain/surveys/answer'
import { isTypedBeside } from '@luoshi/domain/surveys/beside-typing'
import {
  decideBatch,
  explainBatchRefusal,
  paperDifferences,
  typingFault,
  type KnownBatch,
  type PaperBatch,
  type PaperBatchCommand,
  type PaperBatchRefusal,
  type PaperDifference,
  type TypedForm,
} from '@luoshi/domain/surveys/paper-batch'
import { explainAnswerRefusal } from '@luoshi/domain/surveys/questionnaire-refusals'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../../execute/context.ts'
import { newId } from '../../execute/ids.ts'
import { oneAtATime } from '../../execute/one-at-a-time.ts'
import { takeRecordStep, type RecordDone } from '../../execute/record.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import { surveyKind } from '../survey-kind.ts'
import { paperBatchKind } from './batch-kind.ts'
import { handIn } from './hand-in-answers.ts'
import { staffedWay } from './staffed-way.ts'
import { dropTyped, keepTyped, typedBy, typistsOf, type KeptForm } from './typed-table.ts'

type Done = Outcome<RecordDone<'surveypaper'>>
type OfBatch = Asked & Readonly<{ batch: Id<'surveypaper'> }>

const refusedByBatch = (refusal: PaperBatchRefusal) =>
  refused(409, refusal.code, explainBatchRefusal(refusal))

function ruled(batch: PaperBatch, command: PaperBatchCommand) {
  const ruling = decideBatch(batch, command)
  return ruling.ok ? ruling : refusedByBatch(ruling.refusal)
}

type Beginning = Asked &
  Readonly<{ survey: Id<'survey'>; channel: string; stratum: string; forms: number }>

export async function beginBatch(at: World, asked: Beginning): Done {
  const world = oneMoment(at)
  if (!mayGive(asked, 'BeginPaperBatch')) return forbidden()
  const { by, key, survey, channel, stratum, forms } = asked
  const way = await staffedWay(world, by.congress, { ...asked, entry: 'paper' })
  if (!way.ok) return way
  const told = { survey, channel, stratum, forms, today: todayOf(world) }
  return takeRecordStep(world, paperBatchKind, {
    by,
    key,
    command: 'BeginPaperBatch',
    id: newId('surveypaper'),
    version: 0,
    decide: (batch) => ruled(batch, { type: 'BeginPaperBatch', ...told }),
  })
}

async function knownBatch({ db }: World, { by, batch }: OfBatch): Promise<KnownBatch | null> {
  const { state } = await paperBatchKind.load(db, by.congress, batch)
  return state.status === 'none' ? null : state
}

/** One after the other, so that a third person does not slip in beside the second. */
export function typeForm(
  world: World,
  asked: OfBatch & Readonly<{ form: number; answers: Answer }>,
): Outcome<true> {
  return oneAtATime(world.db, asked.by.congress, () => typeNow(world, asked))
}

async function typeNow(
  world: World,
  asked: OfBatch & Readonly<{ form: number; answers: Answer }>,
): Outcome<true> {
  if (!mayGive(asked, 'TypePaperForm')) return forbidden()
  const { by, batch, form, answers } = asked
  const state = await knownBatch(world, asked)
  if (!state || form > state.forms) return notFound()
  const fault = typingFault(state, by.account)
  if (fault) return refusedByBatch(fault)
  const place = { congress: by.congress, batch }
  const others = (await typistsOf(world.db, place)).filter((one) => one !== by.account)
  if (others.length >= 2) return refusedByBatch({ code: 'batch-typed-by-two-already' })
  const { state: survey } = await surveyKind.load(world.db, by.congress, state.survey)
  if (survey.status === 'none') return notFound()
  const read = readAnswer(survey.form, answers)
  if (!read.ok) return refused(409, read.refusal.code, explainAnswerRefusal(read.refusal))
  await keepTyped(world.db, place, by.account, form, answers)
  return accept(true)
}

export async function finishTyping(
  at: World,
  asked: OfBatch & Readonly<{ version: number }>,
): Done {
  const world = oneMoment(at)
  const { by, key, batch, version } = asked
  const typed = await typedBy(world.db, { congress: by.congress, batch }, by.account)
  const told = { by: by.account, typed: typed.length, today: todayOf(world) }
  return takeRecordStep(world, paperBatchKind, {
    by,
    key,
    command: 'TypePaperForm',
    id: batch,
    version,
    isBeside: isTypedBeside,
    decide: (state) => ruled(state, { type: 'FinishTyping', ...told }),
  })
}

/** What both typed, and where they differ; nothing while one of them still types. */
export async function comparedForms(
  world: World,
  { by, batch }: OfBatch,
  state: KnownBatch,
): Promise<Readonly<{ first: readonly KeptForm[]; open: readonly PaperDifference[] }>> {
  const [one, other] = state.done
  if (state.status !== 'compared' || !one || !other) return { first: [], open: [] }
  const place = { congress: by.congress, batch }
  const [first, second] = [
    await typedBy(world.db, place, one),
    await typedBy(world.db, place, other),
  ]
  const { state: survey } = await surveyKind.load(world.db, by.congress, state.survey)
  if (survey.status === 'none') return { first, open: [] }
  return { first, open: paperDifferences(survey.form, first, second) }
}

type Settled = Readonly<{
  form: number
  question: string
  value: string | readonly string[] | null
}>

type Settling = OfBatch & Readonly<{ version: number; settled: readonly Settled[] }>

export function settleBatch(world: World, asked: Settling): Done {
  return oneAtATime(world.db, asked.by.congress, () => settleNow(oneMoment(world), asked))
}

async function settleNow(world: World, asked: Settling): Done {
  if (!mayGive(asked, 'SettlePaperBatch')) return forbidden()
  const { by, key, batch, version, settled } = asked
  const state = await knownBatch(world, asked)
  if (!state) return notFound()
  const way = await staffedWay(world, by.congress, { ...state, isBegun: true })
  if (!way.ok) return way
  const { first, open } = await comparedForms(world, asked, state)
  const isSettled = ({ form, question }: PaperDifference) =>
    settled.some((one) => one.form === form && one.question === question)
  const left = open.filter((one) => !isSettled(one)).length
  const command = {
    type: 'SettlePaperBatch',
    differences: open.length,
    open: left,
    today: todayOf(world),
  } as const
  const possible = ruled(state, command)
  if (!possible.ok) return possible
  const answers = new Map<string, Answer>()
  for (const typed of first) {
    const read = readAnswer(way.value.survey.form, withSettled(typed, open, settled))
    if (!read.ok) return refused(409, read.refusal.code, explainAnswerRefusal(read.refusal))
    answers.set(typed.id, read.value)
  }
  // Handed in before the log tells of it: tried again, each is the same answer and counts once.
  const place = { congress: by.congress, survey: state.survey }
  for (const [id, answer] of answers) {
    const taken = await handIn(world, place, way.value, id, answer)
    if (!taken.ok) return taken
  }
  const done = await takeRecordStep(world, paperBatchKind, {
    by,
    key,
    command: 'SettlePaperBatch',
    id: batch,
    version,
    decide: (known) => ruled(known, command),
  })
  if (done.ok) await dropTyped(world.db, { congress: by.congress, batch })
  return done
}

/** Only what differed is taken from what was settled: nobody changes what both typed alike. */
function withSettled(
  { form, answer }: TypedForm,
  open: readonly PaperDifference[],
  settled: readonly Settled[],
): Answer {
  const kept = new Map(Object.entries(answer))
  for (const { question } of open.filter((one) => one.form === form)) {
    const value = settled.find((one) => one.form === form && one.question === question)?.value
    if (value === null || value === undefined) kept.delete(question)
    else kept.set(question, value)
  }
  return Object.fromEntries(kept)
}
