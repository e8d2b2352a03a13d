/** Before and after on a real database: asked again after rectification, beside what the committee judged. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Question } from '@luoshi/domain/surveys/questionnaire'
import { smallForm, type Person } from '@luoshi/domain/surveys/testing/count-answers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../testing/asked-survey.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import { askAgain } from '../../contract/surveys.ts'
import { listEffects } from '../../contract/effects.ts'
import { enterIndicator, listIndicators, readIndicator } from '../../contract/indicators.ts'

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const populations = [townOf({ a: 900, b: 300 })]

/** Of a hundred in a and fifty in b so many in a hundred are satisfied. */
function town(percent: number): readonly Person[] {
  const crowd = (stratum: string, n: number) =>
    Array.from({ length: n }, (_, at): Person => ({
      stratum,
      answer: { duty: at < (n * percent) / 100 ? 'satisfied' : 'dissatisfied' },
    }))
  return [...crowd('a', 100), ...crowd('b', 50)]
}

async function wave(percent: number, matters: readonly Id<'matter'>[], again?: Id<'survey'>) {
  const asking = { people: town(percent), populations, matters, ...(again ? { again } : {}) }
  const { id, close } = await askedSurvey(site, clerk, asking)
  return { id, close }
}

async function effects(by: Browser, query: string) {
  return answered(listEffects, await by.get(`/api/v1/effects?${query}`))
}

it('a question is compared once it was asked twice, and a relapse is seen', async () => {
  const matter = await site.county.handOver('坑槽修补慢', site.county.roads)
  const first = await wave(50, [matter])
  expect((await effects(clerk, `matter=${matter}`)).series).toEqual([])
  await first.close()
  const once = await effects(clerk, `matter=${matter}`)
  expect(once.series).toMatchObject([
    { survey: first.id, question: { zh: '履行职责' }, points: [{ wave: 1 }], effect: null },
  ])
  expect(once.judged).toMatchObject([{ matter, title: '坑槽修补慢', rounds: [] }])
  const second = await wave(80, [matter], first.id)
  await second.close()
  const [better] = (await effects(clerk, `matter=${matter}`)).series
  expect(better).toMatchObject({
    points: [{ wave: 1 }, { wave: 2 }],
    effect: { verdict: 'improved', before: { n: 150 }, after: { n: 150 } },
    relapse: null,
  })
  await (await wave(52, [matter], first.id)).close()
  const [back] = (await effects(clerk, `appraisal=${site.county.appraisal}`)).series
  expect(back).toMatchObject({
    effect: { verdict: 'no evidence' },
    relapse: { wave: 2, effect: { verdict: 'worse' } },
  })
})

it('a third wave is bound to whichever it asks again, and only the same words are compared', async () => {
  const scale = (code: string, zh: string): Question => ({
    type: 'scale',
    code,
    text: { zh, en: null },
    scale: 'satisfied3',
    when: null,
  })
  const formWith = (...more: readonly Question[]) => ({
    ...smallForm,
    questions: [...smallForm.questions, ...more],
  })
  const asked = { people: town(60), populations }
  const first = await askedSurvey(site, clerk, asked)
  await first.close()
  const again = { ...asked, again: first.id }
  const second = await askedSurvey(site, clerk, {
    ...again,
    form: formWith(scale('more', '办事更快')),
  })
  await second.close()
  const third = await clerk.send('POST', `/api/v1/surveys/${second.id}/ask-again`, {
    stage: 'after',
    from: site.county.clock.today(),
    until: site.county.clock.today(),
  })
  const draft = await answered(askAgain, third)
  expect(draft).toMatchObject({ wave: 3, series: first.id, boundQuestions: 4 })
  const changed = await clerk.send('POST', `/api/v1/surveys/${draft.id}/set-questions`, {
    version: draft.version,
    form: formWith(scale('more', '办事更好')),
  })
  expect(await problemIn(changed)).toMatchObject({ code: 'survey-wave-changes-question' })
  const early = await clerk.send('POST', `/api/v1/surveys/${draft.id}/ask-again`, {
    stage: 'after',
    from: site.county.clock.today(),
    until: site.county.clock.today(),
  })
  expect(early.status).toBe(404)
  const fourth = await askedSurvey(site, clerk, {
    ...again,
    form: formWith(scale('more', '办事更好')),
  })
  await fourth.close()
  const { series } = await effects(clerk, `appraisal=${site.county.appraisal}`)
  const own = series.filter((one) => one.survey === first.id)
  expect(own.map(({ question, points }) => [question.zh, points.map((one) => one.wave)])).toEqual([
    ['履行职责', [1, 2, 4]],
    ['办事更快', [2]],
    ['办事更好', [4]],
  ])
  expect(own[0]?.steps.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [1, 4],
  ])
})

it('the unit sees nothing of it before it is published, an observer and a neighbour nothing at all', async () => {
  const query = `appraisal=${site.county.appraisal}`
  const unit = await site.as('official', site.county.roads.unit)
  expect((await effects(unit, query)).series).toEqual([])
  expect((await (await site.as('observer')).get(`/api/v1/effects?${query}`)).status).toBe(403)
  const next = await (await site.neighbour()).as('clerk')
  expect(await effects(next, query)).toEqual({ series: [], judged: [] })
})

it('an indicator is entered before and after, with its source, by the office and the team only', async () => {
  const appraisal = site.county.appraisal
  const day = site.county.clock.today()
  const reading = { on: '2026-01-31', value: 87, of: 120, source: '审批台账第3页' }
  const told = {
    appraisal,
    matters: [],
    name: '按时办结',
    unit: '件',
    better: 'more',
    first: reading,
  }
  const unit = await site.as('official', site.county.roads.unit)
  expect((await unit.send('POST', '/api/v1/indicators', told)).status).toBe(403)
  const entered = await answered(
    enterIndicator,
    await clerk.send('POST', '/api/v1/indicators', told),
  )
  const [row] = entered.rows
  const again = { appraisal, version: row?.version, reading: { ...reading, on: day, value: 110 } }
  const team = await site.as('team')
  await answered(
    readIndicator,
    await team.send('POST', `/api/v1/indicators/${row?.id}/read-again`, again),
  )
  const wrong = await team.send('POST', `/api/v1/indicators/${row?.id}/read-again`, {
    ...again,
    version: (row?.version ?? 0) + 1,
    reading: { ...reading, value: 72.5, of: 100 },
  })
  expect(await problemIn(wrong)).toMatchObject({ code: 'indicator-number-wrong' })
  const seen = await unit.get(`/api/v1/indicators?appraisal=${appraisal}`)
  expect(await answered(listIndicators, seen)).toMatchObject({
    mayEnter: false,
    rows: [{ name: '按时办结', readings: [reading, { value: 110, of: 120 }] }],
  })
  const next = await (await site.neighbour()).as('clerk')
  const theirs = await next.get(`/api/v1/indicators?appraisal=${appraisal}`)
  expect((await answered(listIndicators, theirs)).rows).toEqual([])
})
