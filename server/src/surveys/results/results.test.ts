/** What a survey found, over HTTP on a real database: figures, who sees them, exports, and an adversary with every right. */
import type { Role } from '@luoshi/domain/people/roles'
import type { Person } from '@luoshi/domain/surveys/testing/count-answers'
import { shareWords } from '@luoshi/domain/surveys/statistics/share-words'
import { unzipSync, strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../testing/asked-survey.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../../testing/test-site.ts'
import { getSurveyResults } from '../../contract/survey-results.ts'
import { publishSurvey } from '../../contract/surveys.ts'

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

function crowd(stratum: string, n: number, answer: Person['answer']): readonly Person[] {
  return Array.from({ length: n }, () => ({ stratum, answer }))
}

/** 25 in a, 20 in b, 4 in c. */
const people = [
  ...crowd('a', 15, { duty: 'satisfied', way: 'counter' }),
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['slow'], way: 'online' }),
  ...crowd('b', 18, { duty: 'satisfied', way: 'counter' }),
  ...crowd('b', 2, { duty: 'unknown', way: 'online' }),
  ...crowd('c', 4, { duty: 'dissatisfied', why: ['rude', 'slow'], way: 'counter' }),
]
const populations = [townOf({ a: 900, b: 300, c: 60 })]
const results = (id: string) => `/api/v1/surveys/${id}/results`

describe('the results of a survey', () => {
  it('are not there before it is closed, for nobody', async () => {
    const { id, close } = await askedSurvey(site, clerk, { people, populations })
    for (const end of ['', '.xlsx', '.csv']) {
      const early = await clerk.get(`${results(id)}${end}`)
      expect(early.status).toBe(409)
      expect(await problemIn(early)).toMatchObject({ code: 'survey-not-closed' })
    }
    await close()
    const found = await answered(getSurveyResults, await clerk.get(results(id)))
    const [town] = found.populations
    const [duty, why] = town?.questions ?? []
    expect(town).toMatchObject({ answered: 49, size: 1260, smallest: 10, stands: true })
    expect(duty).toMatchObject({ key: 'duty', detail: 'groups', isWeighted: true })
    expect(duty?.groups.map(({ strata, answered: n }) => [strata, n])).toEqual([
      [['a'], 25],
      [['b', 'c'], 24],
    ])
    // Of those with an opinion, by the people of each group: (900×15/25 + 360×18/24) / (900 + 360×22/24).
    expect(duty?.whole?.rate?.share.p).toBeCloseTo(810 / 1230, 10)
    expect(duty?.whole?.rate?.share.n).toBe(47)
    expect(why).toMatchObject({ key: 'why', detail: 'whole', whole: { answered: 14 } })
  })

  it('are seen by the committee’s side; by the unit that was spoken of once they are published', async () => {
    const { id, close } = await askedSurvey(site, clerk, { people, populations })
    const survey = await close()
    const { roads, water } = site.county
    const statusFor = async (role: Role, unit: typeof roads.unit | null = null) =>
      (await (await site.as(role, unit)).get(results(id))).status
    expect(await statusFor('chairs')).toBe(200)
    expect(await statusFor('member')).toBe(200)
    expect(await statusFor('official', roads.unit)).toBe(403)
    expect(await statusFor('observer')).toBe(403)
    expect((await site.stranger.get(results(id))).status).toBe(401)
    const approval = { body: 'chairs', on: site.county.clock.today(), reference: '第12次主任会议' }
    await answered(
      publishSurvey,
      await clerk.send('POST', `/api/v1/surveys/${id}/publish`, {
        version: survey.version,
        approval,
      }),
    )
    expect(await statusFor('official', roads.unit)).toBe(200)
    expect(await statusFor('official', water.unit)).toBe(403)
    const next = await (await site.neighbour()).as('clerk')
    expect((await next.get(results(id))).status).toBe(404)
  })

  it('of a survey open to all comers stand for those who came, unweighted', async () => {
    const open = [townOf({ a: 900, b: 300, c: 60 }, { type: 'open' })]
    const { id, close } = await askedSurvey(site, clerk, { people, populations: open })
    await close()
    const found = await answered(getSurveyResults, await clerk.get(results(id)))
    const [town] = found.populations
    expect(town).toMatchObject({ stands: false, designEffect: 1 })
    expect(town?.questions[0]).toMatchObject({ isWeighted: false })
    expect(town?.questions[0]?.whole?.rate?.share.p).toBeCloseTo(33 / 47, 10)
    expect(await (await clerk.get(`${results(id)}.csv`)).text()).toContain('不代表全体')
  })

  it('leave as a sheet and as values, each share with its n and its interval', async () => {
    const { id, close } = await askedSurvey(site, clerk, { people, populations })
    await close()
    const csv = await (await clerk.get(`${results(id)}.csv`)).text()
    const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n')
    const columns = head.split(',')
    expect(lines.length).toBeGreaterThan(15)
    for (const line of lines) {
      const cells = line.split(',')
      const at = (name: string) => cells[columns.indexOf(name)] ?? ''
      if (at('share') === '') continue
      expect(Number(at('n'))).toBeGreaterThanOrEqual(10)
      expect(Number(at('low95'))).toBeLessThanOrEqual(Number(at('share')))
      expect(Number(at('high95'))).toBeGreaterThanOrEqual(Number(at('share')))
    }
    const book = await clerk.get(`${results(id)}.xlsx`)
    const files = unzipSync(new Uint8Array(await book.arrayBuffer()))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const shares = [...sheet.matchAll(/\d%/g)]
    const whole = [...sheet.matchAll(/[\d.]+%（n=\d+，95%置信区间 [\d.]+%至[\d.]+%）/g)]
    expect(whole.length).toBeGreaterThan(15)
    // Four signs to each: the share, the level, and both ends. One more is the heading.
    expect(shares.length).toBe(whole.length * 4 + 1)
  })
})

describe('the report on a survey', () => {
  const paper = (id: string) => `/api/v1/papers/survey-results/docx?record=${id}`

  it('has every figure of the page, is a draft until the decision to publish, and then the unit’s as well', async () => {
    const { id, close } = await askedSurvey(site, clerk, { people, populations })
    expect((await clerk.get(paper(id))).status).toBe(409)
    const survey = await close()
    const unit = await site.as('official', site.county.roads.unit)
    expect((await unit.get(paper(id))).status).toBe(403)
    expect((await (await site.as('observer')).get(paper(id))).status).toBe(403)
    const draft = await wordsOf(await clerk.get(paper(id)))
    expect(draft).toContain('草稿')
    const found = await answered(getSurveyResults, await clerk.get(results(id)))
    const [town] = found.populations
    for (const { whole, groups } of town?.questions ?? [])
      for (const { options } of [...(whole ? [whole] : []), ...groups])
        for (const { figure } of options) expect(draft).toContain(shareWords(figure.share).zh)
    for (const part of ['总体人数依据：名册', 'b乡、c乡', '纸质问卷', '截止情况：答卷已经收齐'])
      expect(draft).toContain(part)
    const approval = { body: 'chairs', on: site.county.clock.today(), reference: '第12次主任会议' }
    const body = { version: survey.version, approval }
    await clerk.send('POST', `/api/v1/surveys/${id}/publish`, body)
    const issued = await unit.get(paper(id))
    expect(issued.status).toBe(200)
    expect(await wordsOf(issued)).not.toContain('草稿')
  })
})

async function wordsOf(answer: Response): Promise<string> {
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const xml = Object.entries(parts)
    .filter(([name]) => /^word\/(document|header\d*)\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('')
  return xml.replaceAll(/<[^>]+>/g, '')
}
