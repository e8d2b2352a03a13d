/** What both chapters of surveys do: a list taken and drawn from, a survey moved on, answers of made-up people. */
import { randomBytes } from 'node:crypto'
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import type { Answer } from '@luoshi/domain/surveys/answer'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { frameKind } from '@luoshi/server/surveys/frames/frame-kind'
import { stepOnFrame, takeFrame, type FrameTold } from '@luoshi/server/surveys/frames/frame-steps'
import { enterAnswer } from '@luoshi/server/surveys/papers/enter-answer'
import { receiveAnswer } from '@luoshi/server/surveys/answering/receive-answer'
import { surveyKind } from '@luoshi/server/surveys/survey-kind'
import { startSurvey, stepOnSurvey } from '@luoshi/server/surveys/survey-steps'
import { congressName } from '../county.ts'
import { must, type Story } from '../story.ts'
import type { Shares } from '../words/surveys.ts'

export type Survey = Id<'survey'>

export async function versionOf({ world, congress }: Story, survey: Survey): Promise<number> {
  return (await surveyKind.load(world.db, congress, survey)).version
}

export async function reachAndStart(story: Story, survey: Survey, reach: Reach): Promise<void> {
  await setReach(story, survey, reach)
  await start(story, survey)
}

export async function setReach(story: Story, survey: Survey, reach: Reach): Promise<void> {
  const told = { type: 'SetSurveyReach', reach } as const
  const asked = { by: story.as('clerk'), survey, version: await versionOf(story, survey), told }
  must(await stepOnSurvey(story.world, asked), 'SetSurveyReach')
}

export async function start(story: Story, survey: Survey): Promise<void> {
  const asked = { by: story.as('clerk'), survey, version: await versionOf(story, survey) }
  must(await startSurvey(story.world, asked), 'StartSurvey')
}

type Listed = Readonly<{ survey: Survey; population: string; text: string; number: string }>

/** The clerk seals, a member of the committee calls, the clerk opens: as it is done before witnesses. */
export async function drawFrom(story: Story, listed: Listed): Promise<void> {
  const { world, congress } = story
  const { survey, population, text, number } = listed
  const bytes = new TextEncoder().encode(text)
  const taking = { by: story.as('clerk'), survey, population, bytes, fileName: '名单.csv' }
  const frame = idOf('surveyframe', must(await takeFrame(world, taking), 'takeFrame').id)
  const opened = { secret: randomBytes(8).toString('hex'), salt: randomBytes(8).toString('hex') }
  const tell = async (login: string, told: FrameTold) => {
    const { version } = await frameKind.load(world.db, congress, frame)
    must(await stepOnFrame(world, { by: story.as(login), frame, version, told }), told.type)
  }
  await tell('clerk', { type: 'SealSurveyDraw', commitment: commitmentOf(opened) })
  await tell('member', { type: 'CallSurveyNumber', number })
  await tell('clerk', { type: 'DrawSurveySample', ...opened })
}

/** How many of each stratum a list's draw took. */
export async function drawnOf({ world, congress }: Story, survey: Survey) {
  const rows = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'surveyframe'
      and parent = $2 and to_seq is null`,
    values: [congress, survey],
  })
  const found =
    rows[0] && (await frameKind.load(world.db, congress, idOf('surveyframe', rows[0].id)))
  return found?.state.status === 'drawn' ? found.state.drawn : []
}

/** The n-th of those asked, so that of a hundred just as many say each thing as `shares` has it. */
export function answerOf(n: number, shares: Shares): Answer {
  const entries = Object.entries(shares).map(
    ([question, [satisfied, mostly, dissatisfied]], at) => {
      // 37 and 100 share no divisor: each hundred in a row falls on every place once.
      const place = (n * 37 + at * 29) % 100
      if (place < satisfied) return [question, 'satisfied']
      if (place < satisfied + mostly) return [question, 'mostly']
      return [question, place < satisfied + mostly + dissatisfied ? 'dissatisfied' : 'unknown']
    },
  )
  return Object.fromEntries(entries)
}

const whys = [['muddy'], ['muddy', 'leaks'], ['leaks'], ['cuts'], ['fees']]

export function withWhy(answer: Answer, n: number): Answer {
  return answer['overall'] === 'dissatisfied'
    ? { ...answer, 'overall-why': whys[n % whys.length] ?? [] }
    : answer
}

type Entered = Readonly<{ survey: Survey; channel: string; stratum: string; by: string }>

export async function enter(
  story: Story,
  { survey, channel, stratum, by }: Entered,
  answers: readonly Answer[],
): Promise<void> {
  const who = story.as(by)
  const entered = answers.map((answer) => {
    const id = randomBytes(16).toString('hex')
    return enterAnswer(story.world, { by: who, survey, id, channel, stratum, answers: answer })
  })
  for (const done of await Promise.all(entered)) must(done, 'enterAnswer')
}

type Came = Readonly<{ survey: Survey; channel: string; stratum: string; texts: readonly string[] }>

/** People who scanned a poster, one after the other; the first ones also wrote something. */
export async function come(
  { world, congress }: Story,
  { survey: id, channel, stratum, texts }: Came,
  answers: readonly Answer[],
): Promise<void> {
  const place = { congress, survey: id }
  const { state: survey } = await surveyKind.load(world.db, congress, id)
  if (survey.status === 'none') throw new Error(`there is no ${id}`)
  const door = { place, survey, asker: congressName }
  const chance = () => randomBytes(16).toString('hex')
  const received = answers.map((answer, at) => {
    const text = texts[at]
    const written = text === undefined ? [] : [{ question: 'say', text }]
    const sent = { id: chance(), secret: chance(), channel, stratum, texts: written }
    const given = Object.entries(answer).map(([question, said]) => {
      return [question, typeof said === 'string' ? said : [...said]]
    })
    return receiveAnswer(world, door, { ...sent, answers: Object.fromEntries(given) }, () => true)
  })
  for (const done of await Promise.all(received)) must(done, 'receiveAnswer')
}
