/** A survey of the clerk's, answered by made-up people through the intake and closed. */
import { randomBytes } from 'node:crypto'
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Population } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { smallForm, type Person } from '@luoshi/domain/surveys/testing/count-answers'
import {
  askAgain,
  closeSurvey,
  draftSurvey,
  getSurvey,
  setSurveyQuestions,
  setSurveyReach,
  startSurvey,
  type SurveyDetail,
} from '../src/contract/surveys.ts'
import { hashOfCode } from '../src/voices/receipt-code.ts'
import { answered, type Browser, type TestSite } from './test-site.ts'

export type Asking = Readonly<{
  people: readonly Person[]
  populations: readonly Population[]
  matters?: readonly Id<'matter'>[]
  form?: Questionnaire
  /** Written freely, each under a receipt code of its own. */
  texts?: readonly Readonly<{ question: string; text: string; code: string }>[]
  /** How it is started; else as the clerk does. */
  start?: (id: Id<'survey'>, version: number) => Promise<void>
  /** The survey whose questions are asked again. */
  again?: Id<'survey'>
}>

export function townOf(
  sizes: Readonly<Record<string, number | null>>,
  sampling: Population['sampling'] = { type: 'all' },
): Population {
  const strata = Object.entries(sizes).map(([code, size]) => ({
    code,
    name: `${code}乡`,
    size,
    quota: null,
  }))
  return {
    code: 'residents',
    kind: 'residents',
    name: '城乡居民',
    sizeSource: '名册',
    strata,
    sampling,
  }
}

/** Still open; `close` ends it. */
export async function askedSurvey(
  site: TestSite,
  clerk: Browser,
  asking: Asking,
): Promise<Readonly<{ id: Id<'survey'>; close: () => Promise<SurveyDetail> }>> {
  const { county } = site
  const day = county.clock.today()
  const told = { stage: asking.again ? 'after' : 'before', from: day, until: day }
  const drafted = asking.again
    ? await clerk.send('POST', `/api/v1/surveys/${asking.again}/ask-again`, told)
    : await clerk.send('POST', '/api/v1/surveys', {
        ...told,
        appraisal: county.appraisal,
        matters: asking.matters ?? [],
        form: asking.form ?? smallForm,
      })
  let survey = await answered(asking.again ? askAgain : draftSurvey, drafted)
  const act = async (step: string, body: object) =>
    clerk.send('POST', `/api/v1/surveys/${survey.id}/${step}`, { version: survey.version, ...body })
  if (asking.again && asking.form)
    survey = await answered(setSurveyQuestions, await act('set-questions', { form: asking.form }))
  const { populations } = asking
  // A sheet of paper serves every way of choosing people.
  const channels = populations.map(({ code: population }, at) => ({
    code: `paper${at}`,
    kind: 'paper',
    population,
    stratum: null,
    place: '乡镇人大',
  }))
  const reach = { populations, channels, from: day, until: day }
  survey = await answered(setSurveyReach, await act('set-reach', { reach }))
  if (asking.start) {
    await asking.start(survey.id, survey.version)
    survey = await answered(getSurvey, await clerk.get(`/api/v1/surveys/${survey.id}`))
  } else survey = await answered(startSurvey, await act('start', {}))
  await takeAnswers(site, survey.id, asking.people)
  await takeTexts(site, survey.id, asking.texts ?? [])
  return {
    id: survey.id,
    close: async () => answered(closeSurvey, await act('close', { reason: '答卷已经收齐' })),
  }
}

async function takeAnswers(
  { county }: TestSite,
  survey: Id<'survey'>,
  people: readonly Person[],
): Promise<void> {
  const place = { congress: county.congress, survey }
  await Promise.all(
    people.map(({ stratum, answer }) =>
      county.world.intake.takeAnswer(place, {
        id: randomBytes(16).toString('hex'),
        population: 'residents',
        stratum,
        channel: 'paper0',
        answer: JSON.stringify(answer),
      }),
    ),
  )
}

async function takeTexts(
  { county }: TestSite,
  survey: Id<'survey'>,
  texts: NonNullable<Asking['texts']>,
): Promise<void> {
  const { intake } = county.world
  const place = { congress: county.congress, survey }
  for (const { question, text, code } of texts) {
    const box = await intake.texts.seal(place, { question, text, population: 'residents' })
    await intake.takeText(place, { id: hashOfCode(code), box })
  }
}
