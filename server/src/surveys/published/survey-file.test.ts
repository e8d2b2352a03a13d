/** A stranger is given the file of a closed survey and the ledger’s proof, and counts it again; whatever was changed is seen. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import type { Person } from '@luoshi/domain/surveys/testing/count-answers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../testing/asked-survey.ts'
import { answered, testSite, type Browser, type TestSite } from '../../../testing/test-site.ts'
import { getSurveyResults } from '../../contract/survey-results.ts'
import { checkBatches } from '../intake/check-batches.ts'
import { recount } from '../intake/recount.ts'
import { startSurvey } from '../survey-steps.ts'
import { surveyKind } from '../survey-kind.ts'
import { readSurveyFile, verifySurveyFile } from './read-survey-file.ts'

let site: TestSite
let clerk: Browser
let folder: string
let text: string
let proof: string

function crowd(stratum: string, n: number, answer: Person['answer']): readonly Person[] {
  return Array.from({ length: n }, () => ({ stratum, answer }))
}

const people = [
  ...crowd('a', 15, { duty: 'satisfied', way: 'counter' }),
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['slow', 'rude'], way: 'online' }),
  ...crowd('b', 18, { duty: 'satisfied', way: 'counter' }),
  ...crowd('c', 4, { duty: 'dissatisfied', why: ['rude'] }),
]
const populations = [townOf({ a: 900, b: 300, c: 60 })]

type Asked = Awaited<ReturnType<typeof askedSurvey>>
let survey: Asked['id']

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  folder = await mkdtemp(join(tmpdir(), 'luoshi-survey-file-'))
  const texts = [{ question: 'more', text: '路灯不亮', code: 'ABCD-EFGH-JKMN' }]
  const asked = await askedSurvey(site, clerk, { people, populations, texts })
  survey = asked.id
  await asked.close()
  text = await (await clerk.get(`/api/v1/surveys/${survey}/survey.json`)).text()
  proof = join(folder, 'proof.jsonl')
  const { county } = site
  const key = await signingKey(county.folder)
  const at = county.clock.now()
  await exportProof(county.database.pool, { congress: county.congress, key, at }, proof)
}, 120_000)
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

async function verified(changed: string = text) {
  const file = readSurveyFile(changed)
  if (!file) throw new Error('unreadable')
  return verifySurveyFile(file, { path: proof, vkey: undefined })
}

describe('the file of a closed survey', () => {
  it('holds, together with the proof of the ledger, and has the figures of the page', async () => {
    expect(await verified()).toMatchObject({ ok: true, answers: 47, batches: 2, faults: [] })
    const found = await answered(
      getSurveyResults,
      await clerk.get(`/api/v1/surveys/${survey}/results`),
    )
    const questions = JSON.stringify(found.populations[0]?.questions)
    expect(JSON.stringify(readSurveyFile(text)?.populations[0]?.results)).toContain(questions)
  })

  it('has no row, no number of a row and no hash of one in it', async () => {
    const { owner } = site.county.database
    const { rows } = await owner.query<{ id: string }>(
      `select encode(id, 'hex') as id from luoshi.survey_answer where survey = $1
       union all select encode(id, 'hex') from luoshi.survey_text where survey = $1`,
      [survey],
    )
    expect(rows).toHaveLength(48)
    for (const { id } of rows) expect(text).not.toContain(id)
    // Hashes: of the questions, and one root a batch.
    expect([...text.matchAll(/[0-9a-f]{64}/g)]).toHaveLength(3)
    expect(text).not.toContain('路灯不亮')
  })

  it.each([
    ['a count', /"option":"satisfied","n":\d+/, '"option":"satisfied","n":14'],
    ['a figure', /"low":0\.\d+/, '"low":0.9'],
    ['a word of a question', '履行职责', '履行职责情况'],
    ['the smallest group', '"smallest":10', '"smallest":5'],
    ['a root', /"root":"[0-9a-f]{8}/, '"root":"00000000'],
    ['the number of a batch’s rows', /"rows":47/, '"rows":46'],
    ['how many were taken', '"answers":47', '"answers":48'],
  ])('is found out when somebody changed %s', async (_, before, after) => {
    const changed = text.replace(before, after)
    expect(changed).not.toBe(text)
    const found = await verified(changed)
    expect(found.ok).toBe(false)
    expect(found.faults.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
  })

  it('that leaves out a batch, or is of another survey, is not what the ledger says', async () => {
    const file = readSurveyFile(text)
    if (!file) throw new Error('unreadable')
    const path = { path: proof, vkey: undefined }
    const [first, ...others] = file.batches
    expect(first?.of).toBe('answers')
    const less = await verifySurveyFile({ ...file, batches: others }, path)
    expect(less.faults.map(({ zh }) => zh)).toContain('各批的份数或默克尔根和台账不符')
    const other = text.replaceAll(survey, 'survey_zzzz')
    expect((await verified(other)).faults.map(({ zh }) => zh)).toContain(
      '台账里没有这次调查的开始或截止',
    )
    expect(readSurveyFile('{}')).toBeNull()
    expect(readSurveyFile('not json')).toBeNull()
  })
})

describe('whoever runs the machine', () => {
  it('counts row by row, and sees a row or a counter that was changed', async () => {
    const { congress, world, database } = site.county
    const place = { congress, survey }
    expect(await recount(world.db, place)).toBe(0)
    expect((await checkBatches(world.db, place)).faults).toEqual([])
    const cell = `survey = '${survey}' and stratum = 'a' and question = 'duty' and option = 'satisfied'`
    await database.owner.query(`update luoshi.survey_count set n = n + 1 where ${cell}`)
    expect(await recount(world.db, place)).toBe(1)
    await database.owner.query(`update luoshi.survey_count set n = n - 1 where ${cell}`)
    await database.owner.query(
      `update luoshi.survey_answer set answer = '{"duty":"mostly"}'
       where ctid = (select min(ctid) from luoshi.survey_answer where survey = $1)`,
      [survey],
    )
    expect(await recount(world.db, place)).toBeGreaterThan(0)
    expect((await checkBatches(world.db, place)).faults).toMatchObject([{ fault: 'rows-changed' }])
  })
})

it('a survey keeps the smallest group it started with, whatever the rules say later', async () => {
  const { county } = site
  const world = {
    ...county.world,
    policies: {
      ...county.world.policies,
      ruleBookOf: async (...which: Parameters<typeof county.world.policies.ruleBookOf>) => {
        const book = await county.world.policies.ruleBookOf(...which)
        const surveySmallest = { ...book.settings.surveySmallest, value: 22 }
        return { ...book, settings: { ...book.settings, surveySmallest } }
      },
    },
  }
  const asked = await askedSurvey(site, clerk, {
    people,
    populations,
    start: async (id, version) => {
      const done = await startSurvey(world, { by: county.as('clerk'), survey: id, version })
      if (!done.ok) throw new Error(done.refusal.code)
    },
  })
  await asked.close()
  const { state } = await surveyKind.load(county.world.db, county.congress, asked.id)
  expect(state).toMatchObject({ smallest: 22 })
  const found = await answered(
    getSurveyResults,
    await clerk.get(`/api/v1/surveys/${asked.id}/results`),
  )
  const [own] = found.populations
  expect(own?.smallest).toBe(22)
  expect(own?.questions[0]?.groups.map(({ strata }) => strata)).toEqual([['a'], ['b', 'c']])
})
