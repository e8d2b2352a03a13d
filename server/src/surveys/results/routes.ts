/** /api/v1/surveys/:survey/results */
import { ReadableStream } from 'node:stream/web'
import { workbookType } from '../../contract/ledgers.ts'
import { getSurveyFile } from '../../contract/survey-file.ts'
import { getSurveyResults, surveyCsv, surveyWorkbook } from '../../contract/survey-results.ts'
import type { World } from '../../execute/context.ts'
import { attachmentOf } from '../../http/attachment.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../../http/mount.ts'
import { makeSurveyFile } from '../published/make-survey-file.ts'
import { readSurveyResults } from './read-results.ts'

export function surveyResultRoutes(api: Api, world: World): void {
  mount(api, getSurveyResults, ({ asked, params }) =>
    readSurveyResults(world, asked.by, params.survey),
  )
  // Writing files is loaded when somebody asks for one.
  const exports = () => import('./export-results.ts')
  mountRaw(api, surveyWorkbook, async ({ asked, params, c }) => {
    const found = await readSurveyResults(world, asked.by, params.survey)
    if (!found.ok) return refusedAnswer(c, found.refusal)
    const name = `${found.value.title} 调查结果.xlsx`
    const { resultsWorkbook } = await exports()
    const pieces = ReadableStream.from(resultsWorkbook(found.value))
    return c.body(pieces, 200, attachmentOf(name, workbookType))
  })
  mountRaw(api, getSurveyFile, async ({ asked, params, c }) => {
    const found = await makeSurveyFile(world, asked.by, params.survey)
    if (!found.ok) return refusedAnswer(c, found.refusal)
    const text = `${JSON.stringify(found.value)}\n`
    const name = `${found.value.form.title.zh} 核验材料.json`
    return c.body(text, 200, attachmentOf(name, getSurveyFile.answers))
  })
  mountRaw(api, surveyCsv, async ({ asked, params, c }) => {
    const found = await readSurveyResults(world, asked.by, params.survey)
    if (!found.ok) return refusedAnswer(c, found.refusal)
    const name = `${found.value.title} 调查结果.csv`
    const { resultsCsv } = await exports()
    return c.body(resultsCsv(found.value), 200, attachmentOf(name, surveyCsv.answers))
  })
}
