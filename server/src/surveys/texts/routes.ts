/** /api/v1/surveys/:survey/texts */
import { handleSurveyTexts, listSurveyTexts, openSurveyTexts } from '../../contract/survey-texts.ts'
import type { World } from '../../execute/context.ts'
import { mount, type Api } from '../../http/mount.ts'
import { handleTexts } from './handle-texts.ts'
import { openTexts } from './open-texts.ts'
import { readTexts } from './read-texts.ts'

export function surveyTextRoutes(api: Api, world: World): void {
  mount(api, listSurveyTexts, ({ asked, params }) => readTexts(world, asked.by, params.survey))
  mount(api, openSurveyTexts, async ({ asked, params }) => {
    const opened = await openTexts(world, { ...asked, survey: params.survey })
    return opened.ok ? readTexts(world, asked.by, params.survey) : opened
  })
  mount(api, handleSurveyTexts, ({ asked, body }) => handleTexts(world, { ...asked, ...body }))
}
