/** /api/v1/surveys/:survey/frames and /api/v1/survey-frames */
import * as specs from '../../contract/survey-frames.ts'
import { mayGive, type Asked, type Outcome, type World } from '../../execute/context.ts'
import type { RecordDone } from '../../execute/record.ts'
import { forbidden } from '../../execute/refused.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../../http/mount.ts'
import type { SmsSettings } from '../../messages/channel-settings.ts'
import { uploaded } from '../../http/uploaded.ts'
import { issueCodes, remakeCodes } from './issue-codes.ts'
import { replaceCodes } from './replace-codes.ts'
import { stepOnFrame, takeFrame, type FrameTold, type OfFrame } from './frame-steps.ts'
import { framesOf, readFrames, readLines } from './read-frames.ts'

/** Fifty thousand lines with names and telephone numbers. */
const mostBytes = 10 * 1024 * 1024

export function frameRoutes(api: Api, world: World, sms: SmsSettings | null): void {
  async function shown(by: Asked['by'], command: Outcome<RecordDone<'surveyframe'>>) {
    const done = await command
    return done.ok ? framesOf(world, by, done.value.id) : done
  }
  const step = (asked: OfFrame, told: FrameTold) =>
    shown(asked.by, stepOnFrame(world, { ...asked, told }))
  mount(api, specs.listFrames, ({ asked, params }) => readFrames(world, asked.by, params.survey))
  mountRaw(api, specs.takeFrame, async ({ asked, params, query, c }) => {
    if (!mayGive(asked, 'TakeSurveyFrame')) return refusedAnswer(c, forbidden().refusal)
    const file = await uploaded(world, c, mostBytes)
    if (!file.ok) return refusedAnswer(c, file.refusal)
    const taking = { ...asked, ...params, ...query, ...file.value }
    const taken = await shown(asked.by, takeFrame(world, taking))
    return taken.ok ? c.json(taken.value) : refusedAnswer(c, taken.refusal)
  })
  mount(api, specs.sealFrame, ({ asked, params, body: { version, commitment } }) =>
    step({ ...asked, ...params, version }, { type: 'SealSurveyDraw', commitment }),
  )
  mount(api, specs.callFrame, ({ asked, params, body: { version, number } }) =>
    step({ ...asked, ...params, version }, { type: 'CallSurveyNumber', number }),
  )
  mount(api, specs.drawFrame, ({ asked, params, body: { version, secret, salt } }) =>
    step({ ...asked, ...params, version }, { type: 'DrawSurveySample', secret, salt }),
  )
  mount(api, specs.eraseFrame, ({ asked, params, body: { version } }) =>
    step({ ...asked, ...params, version }, { type: 'EraseSurveyFrame' }),
  )
  mount(api, specs.frameLines, ({ asked, params }) => readLines(world, asked.by, params.frame))
  mount(api, specs.issueCodes, ({ asked, params, body, c }) => {
    const { origin } = c.var.transport
    return issueCodes(world, { ...asked, ...params, ...body, origin, sms })
  })
  mount(api, specs.remakeCodes, ({ asked, params, body, c }) => {
    const { origin } = c.var.transport
    return remakeCodes(world, { ...asked, ...params, ...body, origin, sms })
  })
  mount(api, specs.replaceCodes, ({ asked, params, body, c }) => {
    const { origin } = c.var.transport
    return replaceCodes(world, { ...asked, ...params, ...body, origin, sms })
  })
}
