/** The public door of a survey on a real database: read, filled in with and without a script, slowed, closed. */
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSurvey } from '../../../testing/open-survey.ts'
import { testSite, type Browser, type TestSite } from '../../../testing/test-site.ts'
import type { SurveyDetail } from '../../contract/surveys.ts'
import { hashOfCode } from '../../voices/receipt-code.ts'
import { checkBatches } from '../intake/check-batches.ts'
import { readAnswered, readCounts } from '../intake/tally.ts'

let site: TestSite
let clerk: Browser
let survey: SurveyDetail

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  survey = await openSurvey(clerk, site.county.appraisal)
})
afterAll(() => site[Symbol.asyncDispose]())

const chance = () => randomBytes(16).toString('hex')
const ours = { origin: 'http://localhost' }

function sent(more: object = {}) {
  const answers = { q1: 'satisfied', q2: 'unknown', q9: ['holes', 'signs'], q10: 'dissatisfied' }
  const texts: readonly object[] = []
  return {
    id: chance(),
    secret: chance(),
    channel: 'site',
    stratum: 'town',
    answers,
    texts,
    ...more,
  }
}

function post(body: object, headers: Readonly<Record<string, string>> = ours, of = survey.id) {
  return site.stranger.send('POST', `/s/${of}/answers`, body, headers)
}

function postForm(fields: readonly (readonly [string, string])[]) {
  const body = new URLSearchParams()
  for (const [name, value] of fields) body.append(name, value)
  const headers = { ...ours, 'content-type': 'application/x-www-form-urlencoded' }
  return site.stranger.send(
    'POST',
    `/s/${survey.id}/answers`,
    Buffer.from(body.toString()),
    headers,
  )
}

const counted = () =>
  readCounts(site.county.world.db, site.county.congress, survey.id).then((all) => all[0])

describe('the page', () => {
  it('is a form that needs no script, requires nothing and says what its figures are worth', async () => {
    const response = await site.stranger.get(`/s/${survey.id}`)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toContain('公路局群众评议')
    expect(text).toContain('开放参与，不代表全体')
    expect(text).not.toMatch(/\brequired\b|checked/)
    expect(text.match(/value="unknown"/g)).toHaveLength(11)
    expect(text).toMatch(/data-when="q10" data-any-of="dissatisfied"/)
    expect(text).toMatch(/name="stratum" value="unstated"/)
    expect(gzipSync(text).length).toBeLessThan(6_000)
  })

  it('allows nothing inline, is kept by nobody, and sets no cookie', async () => {
    const { headers } = await site.stranger.get(`/s/${survey.id}?c=hall`)
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    )
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('speaks English where it was translated, and asks no stratum of whom the poster has placed', async () => {
    const text = await (await site.stranger.get(`/s/${survey.id}?c=hall&lang=en`)).text()
    expect(text).toContain('<html lang="en"')
    expect(text).toContain('Works by the law')
    expect(text).not.toContain('name="stratum"')
  })

  it('says so when there is no such survey, and forgets at a kiosk', async () => {
    for (const path of ['/s/survey_nowhere', '/s/x', `/s/${survey.id}?c=nothing`]) {
      expect((await site.stranger.get(path)).status).toBe(404)
    }
    expect(await (await site.stranger.get(`/s/${survey.id}?c=kiosk`)).text()).toContain(
      'data-kiosk',
    )
  })
})

describe('an answer', () => {
  it('is taken by a plain form, and thanked for with the receipt of what was written', async () => {
    const fields = [
      ['id', chance()],
      ['secret', chance()],
      ['channel', 'hall'],
      ['a.q1', 'satisfied'],
      ['m.q9', 'holes'],
      ['m.q9', 'lights'],
      ['t.say', '大柳树路口的坑\r\n雨天看不见。'],
    ] as const
    const first = await postForm(fields)
    const thanks = await first.text()
    expect(first.status).toBe(200)
    const code = /data-code>([0-9A-Z-]{19})</.exec(thanks)?.[1]
    expect(code).toBeDefined()
    expect(await (await postForm(fields)).text()).toContain(code)
  })

  it('is taken as JSON, and told the same when it is sent again', async () => {
    const body = sent({ texts: [{ question: 'say', text: '路灯不亮。' }] })
    const [first, again] = [await post(body), await post(body)]
    expect(first.status).toBe(200)
    const told: unknown = await first.json()
    expect(told).toEqual(await again.json())
    expect(told).toMatchObject({ receipts: [{ question: 'say' }] })
  })

  it('of dissatisfaction only, of 不了解 only, or empty, is as good as any other', async () => {
    for (const one of ['dissatisfied', 'unknown', null]) {
      const keys = Array.from({ length: 8 }, (_, at) => [`q${at + 1}`, one] as const)
      const answers = Object.fromEntries(one === null ? [] : keys)
      expect((await post(sent({ answers }))).status).toBe(200)
    }
  })

  it('that does not fit the questions is not taken', async () => {
    const wrong = [
      sent({ answers: { q1: 'superb' } }),
      sent({ answers: { q77: 'satisfied' } }),
      sent({ answers: { q1: ['satisfied'] } }),
      sent({ id: 'AB' }),
      sent({ channel: 'elsewhere' }),
      sent({ texts: [{ question: 'q1', text: '这不是文字题' }] }),
      sent({ texts: [{ question: 'say', text: '长'.repeat(1_001) }] }),
      sent({ name: '张三' }),
    ]
    for (const body of wrong) expect((await post(body)).status).toBe(400)
  })

  it('sent by another site is not taken', async () => {
    expect((await post(sent(), { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post(sent(), {})).status).toBe(403)
  })

  it('under an id that was used for another one is not taken', async () => {
    const body = sent()
    await post(body)
    const other = await post({ ...body, answers: { q1: 'dissatisfied' } })
    expect(other.status).toBe(409)
  })

  it('of which too many are alike from one place must wait, but never one that is sent again', async () => {
    const answers = { q1: 'satisfied', q3: 'mostly' }
    const known = sent({ answers })
    const statuses = [(await post(known)).status]
    for (let n = 0; n < 20; n += 1) statuses.push((await post(sent({ answers }))).status)
    expect(statuses.filter((one) => one === 200)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
    expect((await post(known)).status).toBe(200)
    expect((await post(sent({ answers: { q1: 'mostly' } }))).status).toBe(200)
  })
})

describe('the close', () => {
  it('that is refused writes nothing: nobody makes a batch of one by asking for it', async () => {
    const early = await clerk.send('POST', `/api/v1/surveys/${survey.id}/close`, {
      version: survey.version,
      reason: '',
    })
    expect(early.status).toBe(409)
    expect(await counted()).toBeUndefined()
    expect((await post(sent({ answers: { q4: 'mostly' } }))).status).toBe(200)
  })

  it('writes what waits, tells the log how much there is, and opens what was written freely', async () => {
    const last = sent({ answers: { q5: 'mostly' } })
    await post(last)
    const { intake, db } = site.county.world
    const place = { congress: site.county.congress, survey: survey.id }
    const closed = await clerk.send('POST', `/api/v1/surveys/${survey.id}/close`, {
      version: survey.version,
      reason: '提前完成',
    })
    expect(closed.status).toBe(200)
    const answered = await readAnswered(db, place.congress, survey.id)
    const total = answered.reduce((sum, { n }) => sum + n, 0)
    const { rows } = await site.county.database.owner.query<{ facts: string }>(
      `select facts from luoshi.event where stream = $1 and type = 'SurveyClosed'`,
      [survey.id],
    )
    expect(JSON.parse(rows[0]?.facts ?? '{}')).toMatchObject({
      taken: { answers: total, texts: 2, answerBatches: 1, textBatches: 1 },
    })
    expect(answered).toContainEqual({
      population: 'people',
      stratum: 'town',
      channel: 'hall',
      n: 1,
    })
    expect((await checkBatches(db, place)).faults).toEqual([])
    const texts = await intake.texts.read(place)
    expect(texts?.map(({ text }) => text).toSorted()).toEqual([
      '大柳树路口的坑\n雨天看不见。',
      '路灯不亮。',
    ])
    expect((await post(sent())).status).toBe(410)
    // What was acknowledged is told so ever after.
    expect((await post(last)).status).toBe(200)
    expect((await site.stranger.get(`/s/${survey.id}`)).status).toBe(410)
  })

  it('the receipt code leads to the text, and the row beside it to nobody', async () => {
    const other = await openSurvey(clerk, site.county.appraisal)
    const body = sent({ texts: [{ question: 'say', text: '井盖松动。' }] })
    const told: unknown = await (await post(body, ours, other.id)).json()
    const code = /"code":"([0-9A-Z-]+)"/.exec(JSON.stringify(told))?.[1] ?? ''
    const place = { congress: site.county.congress, survey: other.id }
    await site.county.world.intake.close(place)
    expect(await site.county.world.intake.texts.read(place)).toBeNull()
    await site.county.world.intake.texts.release(place)
    expect(await site.county.world.intake.texts.read(place)).toEqual([
      { id: hashOfCode(code), question: 'say', population: 'people', text: '井盖松动。' },
    ])
    const { rows } = await site.county.database.owner.query<{ length: number }>(
      'select length(sealed) as length from luoshi.survey_text where survey = $1',
      [other.id],
    )
    expect(rows).toEqual([{ length: 512 + 81 }])
  })
})
