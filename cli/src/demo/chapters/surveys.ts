/**
 * A survey before rectification, and the same questions once more after it: households drawn from a list before
 * witnesses and visited; beside them, told apart, whoever scanned the poster. Then one that is open.
 */
import type { Channel } from '@luoshi/domain/surveys/channel'
import { closeSurvey } from '@luoshi/server/surveys/close-survey'
import { noteReach } from '@luoshi/server/surveys/coverage/contacts'
import { askAgain, draftSurvey, stepOnSurvey } from '@luoshi/server/surveys/survey-steps'
import { openTexts } from '@luoshi/server/surveys/texts/open-texts'
import { readTexts } from '@luoshi/server/surveys/texts/read-texts'
import { replyToVoice } from '@luoshi/server/voices/handle-voice'
import { paces } from '../calendar.ts'
import { appraisalOf, dayOf, decided, matterCalled, must, type Story } from '../story.ts'
import {
  after,
  before,
  householdList,
  households,
  passers,
  saidAfter,
  saidBefore,
  waterForm,
  type Shares,
} from '../words/surveys.ts'
import {
  answerOf,
  come,
  drawFrom,
  drawnOf,
  enter,
  reachAndStart,
  start,
  versionOf,
  withWhy,
  type Survey,
} from './survey-steps.ts'
import { planOpenSurvey } from './survey-open.ts'

const visits: Channel = {
  code: 'visits',
  kind: 'visit',
  population: households.code,
  stratum: null,
  place: '评议调查组入户',
}

const poster: Channel = {
  code: 'poster',
  kind: 'poster',
  population: passers.code,
  stratum: 'all',
  place: '县政务服务大厅供水窗口',
}

const [asked, again] = [paces.water.raise + 4, paces.water.close + 4]

export function planSurveys(story: Story): void {
  story.plan(asked, async () => {
    const survey = await first(story)
    await draw(story, survey, '20260517')
    story.plan(asked + 6, () => answer(story, survey, before))
    story.plan(asked + 7, () => end(story, survey, asked + 7, '第41次主任会议'))
    story.plan(again, async () => {
      const second = await next(story, survey)
      await draw(story, second, '8842')
      story.plan(again + 9, () => answer(story, second, after))
      story.plan(again + 10, () => end(story, second, again + 10, '第46次主任会议'))
    })
  })
  planOpenSurvey(story)
}

async function first(story: Story): Promise<Survey> {
  const titles = ['自来水浑浊', '青石街供水管网漏损', '水费收缴不公开']
  const days = { from: dayOf(story, asked), until: dayOf(story, asked + 6) }
  const drafting = {
    by: story.as('clerk'),
    appraisal: appraisalOf(story, 'water'),
    matters: await Promise.all(titles.map((title) => matterCalled(story, title))),
    stage: 'before',
    form: waterForm,
    ...days,
  } as const
  const { id } = must(await draftSurvey(story.world, drafting), 'draftSurvey')
  const reach = { populations: [households, passers], channels: [visits, poster], ...days }
  await reachAndStart(story, id, reach)
  return id
}

async function next(story: Story, survey: Survey): Promise<Survey> {
  const days = { from: dayOf(story, again), until: dayOf(story, again + 9) }
  const asking = { by: story.as('clerk'), survey, stage: 'after', ...days } as const
  const { id } = must(await askAgain(story.world, asking), 'askAgain')
  await start(story, id)
  return id
}

async function draw(story: Story, survey: Survey, number: string): Promise<void> {
  const population = households.code
  await drawFrom(story, { survey, population, text: householdList(), number })
}

/** Nobody was at home at every tenth door. */
async function answer(story: Story, survey: Survey, shares: Shares): Promise<void> {
  let n = 0
  for (const { code: stratum, n: drawn } of await drawnOf(story, survey)) {
    const met = Math.floor(drawn * 0.9)
    const answers = Array.from({ length: met }, (_, at) => withWhy(answerOf(n + at, shares), at))
    n += met
    const way = { survey, channel: visits.code, stratum }
    await enter(story, { ...way, by: 'team' }, answers)
    const noted = { by: story.as('team'), ...way, what: 'tried', n: drawn } as const
    must(await noteReach(story.world, noted), 'noteReach')
  }
  const passed = Array.from({ length: 32 }, (_, at) => withWhy(answerOf(at * 3, shares), at))
  const texts = (shares === before ? saidBefore : saidAfter).map(({ text }) => text)
  await come(story, { survey, channel: poster.code, stratum: 'all', texts }, passed)
}

async function end(story: Story, survey: Survey, on: number, meeting: string): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  const closing = { by, survey, version: await versionOf(story, survey), reason: '' }
  must(await closeSurvey(world, closing), 'closeSurvey')
  await reply(story, survey)
  story.plan(on + 3, async () => {
    const told = { type: 'PublishSurvey', approval: decided(story, on + 3, meeting) } as const
    const publishing = { by, survey, version: await versionOf(story, survey), told }
    must(await stepOnSurvey(world, publishing), 'PublishSurvey')
  })
}

async function reply(story: Story, survey: Survey): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  must(await openTexts(world, { by, survey }), 'openTexts')
  const { rows } = must(await readTexts(world, by, survey), 'readTexts')
  for (const { id: voice, version, text } of rows) {
    const said = [...saidBefore, ...saidAfter].find((one) => one.text === text)
    if (said) must(await replyToVoice(world, { by, voice, version, reply: said.reply }), 'reply')
  }
}
