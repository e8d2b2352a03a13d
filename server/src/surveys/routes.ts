/** /api/v1/surveys */
import {
  addChannel,
  askAgain as askAgainSpec,
  closeSurvey,
  draftSurvey as draftSpec,
  dropSurvey,
  getSurvey,
  listSurveys,
  publishSurvey,
  setSurveyQuestions as questionsSpec,
  setSurveyMatters as mattersSpec,
  setSurveyReach,
  shutChannel,
  startSurvey,
  surveyQr,
} from '../contract/surveys.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import type { SmsSettings } from '../messages/channel-settings.ts'
import type { Principal } from '../identity/principal.ts'
import { closeSurvey as closeStep } from './close-survey.ts'
import { channelQr } from './channel-qr.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { paperBatchRoutes } from './papers/routes.ts'
import { frameRoutes } from './frames/routes.ts'
import { readSurvey, readSurveys } from './read-surveys.ts'
import {
  askAgain,
  draftSurvey,
  setSurveyMatters,
  setSurveyQuestions,
  startSurvey as startStep,
  stepOnSurvey,
} from './survey-steps.ts'

export function surveyRoutes(api: Api, world: World, sms: SmsSettings | null): void {
  frameRoutes(api, world, sms)
  coverageRoutes(api, world)
  paperBatchRoutes(api, world)
  async function shown(by: Principal, command: Outcome<RecordDone<'survey'>>) {
    const done = await command
    return done.ok ? readSurvey(world, by, done.value.id) : done
  }
  mount(api, listSurveys, ({ asked, query }) => readSurveys(world, asked.by, query))
  mount(api, getSurvey, ({ asked, params }) => readSurvey(world, asked.by, params.survey))
  mountRaw(api, surveyQr, async ({ asked, params, c }) => {
    const { origin } = c.var.transport
    const picture = await channelQr(world, asked.by, { ...params, origin })
    if (!picture.ok) return refusedAnswer(c, picture.refusal)
    return c.body(picture.value, 200, { 'content-type': 'image/svg+xml' })
  })
  mount(api, draftSpec, ({ asked, body }) =>
    shown(asked.by, draftSurvey(world, { ...asked, ...body })),
  )
  mount(api, askAgainSpec, ({ asked, params, body }) =>
    shown(asked.by, askAgain(world, { ...asked, ...params, ...body })),
  )
  mount(api, questionsSpec, ({ asked, params, body }) =>
    shown(asked.by, setSurveyQuestions(world, { ...asked, ...params, ...body })),
  )
  mount(api, mattersSpec, ({ asked, params, body }) =>
    shown(asked.by, setSurveyMatters(world, { ...asked, ...params, ...body })),
  )
  mount(api, setSurveyReach, ({ asked, params, body: { version, reach } }) => {
    const told = { type: 'SetSurveyReach', reach } as const
    return shown(asked.by, stepOnSurvey(world, { ...asked, ...params, version, told }))
  })
  mount(api, startSurvey, ({ asked, params, body }) =>
    shown(asked.by, startStep(world, { ...asked, ...params, ...body })),
  )
  mount(api, addChannel, ({ asked, params, body: { version, channel } }) => {
    const told = { type: 'AddSurveyChannel', channel } as const
    return shown(asked.by, stepOnSurvey(world, { ...asked, ...params, version, told }))
  })
  mount(api, shutChannel, ({ asked, params, body: { version, channel, reason } }) => {
    const told = { type: 'ShutSurveyChannel', channel, reason } as const
    return shown(asked.by, stepOnSurvey(world, { ...asked, ...params, version, told }))
  })
  mount(api, closeSurvey, ({ asked, params, body: { version, reason } }) => {
    return shown(asked.by, closeStep(world, { ...asked, ...params, version, reason }))
  })
  mount(api, publishSurvey, ({ asked, params, body: { version, approval } }) => {
    const told = { type: 'PublishSurvey', approval } as const
    return shown(asked.by, stepOnSurvey(world, { ...asked, ...params, version, told }))
  })
  mount(api, dropSurvey, ({ asked, params, body: { version, reason } }) => {
    const told = { type: 'DropSurvey', reason } as const
    return shown(asked.by, stepOnSurvey(world, { ...asked, ...params, version, told }))
  })
}
