/** Passengers are asked of two matters what became of them, before the committee judges: a poster where they wait. */
import type { Channel } from '@luoshi/domain/surveys/channel'
import type { Population } from '@luoshi/domain/surveys/population'
import { questionnaireTemplates } from '@luoshi/domain/surveys/questionnaire-templates'
import { wording } from '@luoshi/domain/surveys/wording'
import { closeSurvey } from '@luoshi/server/surveys/close-survey'
import { draftSurvey, stepOnSurvey } from '@luoshi/server/surveys/survey-steps'
import { paces } from '../calendar.ts'
import { appraisalOf, dayOf, decided, matterCalled, must, type Story } from '../story.ts'
import type { Shares } from '../words/surveys.ts'
import { answerOf, come, reachAndStart, versionOf, type Survey } from './survey-steps.ts'

const passengers: Population = {
  code: 'passengers',
  kind: 'serviceUsers',
  name: '候车乘客',
  sizeSource: '',
  strata: [{ code: 'all', name: '全部', size: null, quota: null }],
  sampling: { type: 'open' },
}

const poster: Channel = {
  code: 'station',
  kind: 'poster',
  population: passengers.code,
  stratum: 'all',
  place: '县客运站候车厅',
}

const said: Shares = {
  measures: [48, 36, 10],
  timeliness: [52, 30, 10],
  quality: [44, 34, 14],
  overall: [46, 38, 10],
}

const [from, until] = [paces.transport.submit + 2, paces.transport.verify - 2]

export function planSurveyOfFix(story: Story): void {
  story.plan(from, async () => {
    const survey = await ask(story)
    story.plan(until, () => answer(story, survey))
    story.plan(until + 1, () => close(story, survey))
  })
}

async function ask(story: Story): Promise<Survey> {
  const days = { from: dayOf(story, from), until: dayOf(story, until) }
  const titles = ['客运站检票口老旧', '末班公交过早']
  const drafting = {
    by: story.as('clerk'),
    appraisal: appraisalOf(story, 'transport'),
    matters: await Promise.all(titles.map((title) => matterCalled(story, title))),
    stage: 'after',
    form: { ...questionnaireTemplates.fix.form, title: wording('客运站和末班公交整改群众评价') },
    ...days,
  } as const
  const { id } = must(await draftSurvey(story.world, drafting), 'draftSurvey')
  await reachAndStart(story, id, { populations: [passengers], channels: [poster], ...days })
  return id
}

async function answer(story: Story, survey: Survey): Promise<void> {
  const answers = Array.from({ length: 50 }, (_, at) => ({
    ...answerOf(at, said),
    solved: at % 5 < 3 ? 'yes' : 'partly',
    relapse: 'no',
  }))
  await come(story, { survey, channel: poster.code, stratum: 'all', texts: [] }, answers)
}

async function close(story: Story, survey: Survey): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  const now = async () => ({ by, survey, version: await versionOf(story, survey) })
  must(await closeSurvey(world, { ...(await now()), reason: '' }), 'closeSurvey')
  const told = {
    type: 'PublishSurvey',
    approval: decided(story, until + 1, '第46次主任会议'),
  } as const
  must(await stepOnSurvey(world, { ...(await now()), told }), 'PublishSurvey')
}
