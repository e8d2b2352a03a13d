/**
 * One completed form comes in by an open channel: checked against the questionnaire, its texts taken apart from it, and
 * given to the intake. Who sends it again is told the same. What is told is true when it is told: it is on the disk.
 */
import { createHash } from 'node:crypto'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { readAnswer } from '@luoshi/domain/surveys/answer'
import { hashOfCode, receiptCodeFrom } from '../../voices/receipt-code.ts'
import type { World } from '../../execute/context.ts'
import { isShutWay, openingOf, stratumOf, wayOf, type DoorSurvey, type Way } from './open-survey.ts'
import type { SentAnswer } from './sent-answer.ts'
import { todayOf } from '../../execute/context.ts'
import type { AnswerRefusalCode } from './answer-refusals.ts'

/** By which the raiser of a text follows it. */
export type Receipt = Readonly<{ question: string; code: string }>

export type Received = Readonly<{ receipts: readonly Receipt[] }>

type Answered = Promise<Result<Received, AnswerRefusalCode>>

export async function receiveAnswer(
  world: Pick<World, 'intake' | 'now'>,
  door: DoorSurvey,
  sent: SentAnswer,
  mayCome: (answer: string) => boolean,
): Answered {
  const { place, survey } = door
  const opening = openingOf(door, todayOf(world), world.intake)
  const isWritten = async () => (await world.intake.written(place, sent.id)) !== null
  if (opening === 'over' && (await isWritten())) return thanked(sent)
  if (opening !== 'open') return refuse(opening === 'over' ? 'survey-over' : 'survey-not-open')
  const way = wayOf(survey, sent.channel)
  if (!way && isShutWay(survey, sent.channel))
    return (await isWritten()) ? thanked(sent) : refuse('way-shut')
  if (!way) return refuse('answer-unreadable')
  const read = readAnswer(way.form, sent.answers)
  if (!read.ok) return refuse('answer-unreadable')
  const texts = textsIn(sent)
  const known = way.form.questions.filter(({ type }) => type === 'text')
  if (texts.some((one) => !known.some(({ code }) => code === one.question)))
    return refuse('answer-unreadable')
  const answer = JSON.stringify(read.value)
  if (!mayCome(answer + JSON.stringify(texts))) return refuse('too-many-answers')
  const taken = await takeBoth(world, place, way, sent, answer)
  return taken === 'taken' ? thanked(sent) : refuse(taken)
}

async function takeBoth(
  { intake }: Pick<World, 'intake'>,
  place: DoorSurvey['place'],
  way: Way,
  sent: SentAnswer,
  answer: string,
): Promise<'taken' | AnswerRefusalCode> {
  const entry = {
    id: sent.id,
    population: way.population.code,
    stratum: stratumOf(way, sent.stratum),
    channel: way.channel.code,
    answer,
  }
  const texts = textsIn(sent).map(async ({ question, text }) => {
    const said = { question, text, population: way.population.code }
    const box = await intake.texts.seal(place, said)
    return intake.takeText(place, { id: hashOfCode(codeFor(sent.secret, question)), box })
  })
  for (const taken of await Promise.all([intake.takeAnswer(place, entry), ...texts])) {
    if (taken === 'closed') return 'survey-over'
    if (taken !== 'taken') return taken
  }
  return 'taken'
}

/** NUL and half characters, which no text column keeps, are nobody's words. */
function textsIn({ texts }: SentAnswer): SentAnswer['texts'] {
  return texts
    .map(({ question, text }) => ({
      question,
      text: text.replaceAll('\u0000', '').toWellFormed().trim(),
    }))
    .filter(({ text }) => text !== '')
}

function thanked(sent: SentAnswer) {
  const receipts = textsIn(sent).map(({ question }) => ({
    question,
    code: codeFor(sent.secret, question),
  }))
  return accept({ receipts })
}

function codeFor(secret: string, question: string): string {
  return receiptCodeFrom(
    createHash('sha256')
      .update(`luoshi survey receipt ${secret} ${question}`)
      .digest()
      .subarray(16),
  )
}
