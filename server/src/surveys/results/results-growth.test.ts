/**
 * The page of results costs as much after ten million answers as after ten thousand: it reads counters, whose number is
 * that of the options. In the suite with few answers; `SURVEY_GROWTH=100000,1000000,10000000` measures (docs/performance.md).
 */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import type { Population } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedSurvey } from '../../../testing/asked-survey.ts'
import { answered, testSite, type Browser, type TestSite } from '../../../testing/test-site.ts'
import { getSurveyResults } from '../../contract/survey-results.ts'

const sizes = (process.env['SURVEY_GROWTH'] ?? '2000,20000').split(',').map(Number)
const isMeasured = process.env['SURVEY_GROWTH'] !== undefined

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const keys = Array.from({ length: 10 }, (_, at) => `q${at}`)
const strata = Array.from({ length: 20 }, (_, at) => `s${at}`)

const form: Questionnaire = {
  title: { zh: '千万人的调查', en: null },
  questions: keys.map((code) => ({
    type: 'scale',
    code,
    text: { zh: `第${code}题`, en: null },
    scale: 'satisfied3',
    when: null,
  })),
}

const town: Population = {
  code: 'residents',
  kind: 'residents',
  name: '城乡居民',
  sizeSource: '名册',
  strata: strata.map((code) => ({ code, name: code, size: 20_000_000, quota: null })),
  sampling: { type: 'all' },
}

/** Ten questions, twenty strata, counted from the very rows that were put in. */
async function fill(survey: Id<'survey'>, rows: number): Promise<void> {
  const { owner } = site.county.database
  const { congress } = site.county
  const given = keys
    .map(
      (key, at) =>
        `'${key}', (array['satisfied','mostly','dissatisfied','unknown'])[1 + (i / ${at + 1}) % 4]`,
    )
    .join(', ')
  await owner.query(
    `insert into luoshi.survey_answer
      select $1, $2, decode(md5(i::text), 'hex'), 'residents', 's' || i % 20,
        json_build_object(${given})::text, 1 + i / 10000
      from generate_series(1, $3::int) i`,
    [congress, survey, rows],
  )
  await owner.query(
    `insert into luoshi.survey_answered
      select congress, survey, population, stratum, 'paper0', count(*) from luoshi.survey_answer
      where survey = $1 group by 1, 2, 3, 4`,
    [survey],
  )
  await owner.query(
    `insert into luoshi.survey_count
      select congress, survey, population, stratum, key, value, count(*)
      from luoshi.survey_answer, json_each_text(answer::json) where survey = $1 group by 1, 2, 3, 4, 5, 6`,
    [survey],
  )
}

async function medianOf(times: number, act: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < times; at += 1) {
    const began = performance.now()
    await act()
    took.push(performance.now() - began)
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

it('results take as long, however many answered', { timeout: 3_600_000 }, async () => {
  const medians: number[] = []
  for (const rows of sizes) {
    const { id, close } = await askedSurvey(site, clerk, { people: [], populations: [town], form })
    await fill(idOf('survey', id), rows)
    await close()
    const read = async () =>
      answered(getSurveyResults, await clerk.get(`/api/v1/surveys/${id}/results`))
    const [found] = (await read()).populations
    expect(found?.answered).toBe(rows)
    expect(found?.questions.map(({ detail }) => detail)).toEqual(keys.map(() => 'groups'))
    medians.push(await medianOf(isMeasured ? 31 : 3, read))
    if (isMeasured) console.info(`results over ${rows} answers: ${medians.at(-1)?.toFixed(1)} ms`)
  }
  if (!isMeasured) return
  expect(Math.max(...medians)).toBeLessThanOrEqual(300)
  expect(Math.max(...medians) / (medians[0] ?? 1)).toBeLessThanOrEqual(3)
})
