/** Surveys of ten questions to be measured on: begun by the rules, closed as a clerk does, over HTTP. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import type { Channel } from '@luoshi/domain/surveys/channel'
import type { Population } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { draftSurvey, startSurvey, stepOnSurvey } from '@luoshi/server/surveys/survey-steps'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import type { Side } from './measure.ts'

export const questions: readonly string[] = Array.from({ length: 10 }, (_, at) => `q${at + 1}`)
export const options = ['satisfied', 'mostly', 'dissatisfied', 'unknown'] as const

type Begun = Readonly<{
  county: County
  appraisal: AppraisalId
  population: Population
  channel: Channel
}>

/** Its third version is the open one. */
export async function openBenchSurvey(begun: Begun): Promise<Id<'survey'>> {
  const { county, appraisal, population, channel } = begun
  const { world, clerk: by, today: from } = county
  const form: Questionnaire = {
    title: { zh: '十题', en: null },
    questions: questions.map((code) => ({
      type: 'scale',
      code,
      text: { zh: code, en: null },
      scale: 'satisfied3',
      when: null,
    })),
  }
  const until = addDays(from, 30)
  const reach = { populations: [population], channels: [channel], from, until }
  const drafted = must(
    await draftSurvey(world, { by, appraisal, matters: [], stage: 'single', form, from, until }),
  )
  const told = { type: 'SetSurveyReach', reach } as const
  must(await stepOnSurvey(world, { by, survey: drafted.id, version: 1, told }))
  must(await startSurvey(world, { by, survey: drafted.id, version: 2 }))
  return drafted.id
}

export async function closeBenchSurvey(
  side: Pick<Side, 'origin' | 'headers'>,
  survey: Id<'survey'>,
): Promise<void> {
  const closed = await fetch(`${side.origin}/api/v1/surveys/${survey}/close`, {
    method: 'POST',
    headers: { ...side.headers('clerk'), 'content-type': 'application/json' },
    body: JSON.stringify({ version: 3, reason: '测完' }),
  })
  if (!closed.ok) throw new Error(`close: ${closed.status} ${await closed.text()}`)
}
