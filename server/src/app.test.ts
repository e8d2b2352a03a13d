import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../testing/test-county.ts'
import * as z from 'zod/mini'
import { getDesk } from './contract/desk.ts'
import { getMatter } from './contract/matters.ts'
import { raiseOpinion } from './contract/opinions.ts'
import {
  answered,
  problemIn,
  stepPath,
  testSite,
  type Browser,
  type TestSite,
} from '../testing/test-site.ts'

const operation = z.looseObject({
  operationId: z.string(),
  responses: z.record(
    z.string(),
    z.union([
      z.object({ description: z.string(), content: z.unknown() }),
      z.strictObject({ $ref: z.string().check(z.startsWith('#/components/responses/')) }),
    ]),
  ),
})
const openApiShape = z.object({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().check(z.startsWith('/')), z.record(z.string(), operation)),
})

let site: TestSite
let clerk: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

describe('the API', () => {
  it('tells a stranger to sign in, with a problem and both languages', async () => {
    const answer = await site.stranger.get('/api/v1/desk')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({
      code: 'not-signed-in',
      zh: { what: expect.any(String), fix: expect.any(String) },
      en: { what: expect.any(String), fix: expect.any(String) },
    })
  })

  it('says who is signed in', async () => {
    const answer = await clerk.get('/api/v1/session')
    expect(await answer.json()).toMatchObject({ roles: ['clerk'], today: '2026-03-02' })
  })

  it('names each fault of what was sent, by place and in both languages', async () => {
    const answer = await clerk.send('POST', '/api/v1/opinions', {
      appraisal: 'x',
      receivedOn: '3月',
    })
    expect(answer.status).toBe(400)
    const problem = await problemIn(answer)
    expect(problem).toMatchObject({ code: 'not-understood' })
    expect(problem.issues).toContainEqual({
      path: 'body.receivedOn',
      zh: '不是有效日期，应写成 2026-03-01',
      en: 'Not a day: write 2026-03-01',
    })
  })

  it('takes no broken JSON and nothing too large', async () => {
    const headers = { 'content-type': 'application/json' }
    const broken = await clerk.send('POST', '/api/v1/units', new TextEncoder().encode('{'), headers)
    expect(broken.status).toBe(400)
    const large = await clerk.send('POST', '/api/v1/units', { name: 'x'.repeat(1_100_000) })
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ code: 'request-too-large' })
  })

  it('carries out no change without the token of the session', async () => {
    const answer = await clerk.send(
      'POST',
      '/api/v1/units',
      { name: '林业局' },
      { 'x-luoshi-csrf': 'no' },
    )
    expect(answer.status).toBe(403)
  })

  it('answers what is not there as what may not be seen', async () => {
    const nowhere = await clerk.get('/api/v1/matters/matter_00000000')
    expect(nowhere.status).toBe(404)
    const member = await site.as('unitStaff', site.county.water.unit)
    const matter = await site.county.handOver('别家的事', site.county.roads)
    const hidden = await member.get(`/api/v1/matters/${matter}`)
    expect(hidden.status).toBe(404)
    expect(await hidden.json()).toEqual(await nowhere.json())
  })

  it('takes a matter from an opinion to a plan over HTTP', async () => {
    const { roads, appraisal } = site.county
    const raised = await clerk.send('POST', '/api/v1/opinions', {
      appraisal,
      text: '东门桥头路灯长期不亮',
      channel: 'forum',
      raiserKind: 'deputy',
      raiser: '某代表',
      receivedOn: '2026-03-02',
      disposition: { kind: 'matter', title: '修复路灯', unit: roads.unit },
    })
    const { matter, number } = await answered(raiseOpinion, raised)
    expect(number).toBeGreaterThan(0)
    if (matter === null) throw new Error('No matter')
    const approve = await clerk.send('POST', stepPath(matter, 'approve-matter'), {
      version: 1,
      approval,
    })
    expect(await approve.json()).toMatchObject({ version: 2, status: 'approved' })
    const letter = {
      version: 2,
      unit: roads.unit,
      official: roads.official,
      letter: '人常〔2026〕8号',
    }
    await clerk.send('POST', stepPath(matter, 'hand-over-matter'), letter)
    const staff = await site.as('unitStaff', roads.unit)
    await staff.send('POST', stepPath(matter, 'sign-receipt'), { version: 3, signer: '办公室' })
    const page = await answered(getMatter, await staff.get(`/api/v1/matters/${matter}`))
    expect(page).toMatchObject({
      number,
      version: 4,
      unitName: '公路局',
      matter: { status: 'received', title: '修复路灯' },
      opinions: [{ text: '东门桥头路灯长期不亮', raiser: '某代表' }],
      may: ['AskReassignment', 'RecordMeeting'],
    })
    expect(page.trail.map(({ event }) => event.type)).toEqual([
      'MatterOpened',
      'MatterApproved',
      'MatterHandedOver',
      'ReceiptSigned',
    ])
    expect(page.trail[0]?.actor.name).toBe('clerk')
  })

  it('tells the second of two writers that the first was faster', async () => {
    const { matter } = await site.county.raise('两人同时办理')
    const body = { version: 1, approval }
    const both = await Promise.all([
      clerk.send('POST', stepPath(matter, 'approve-matter'), body),
      clerk.send('POST', stepPath(matter, 'approve-matter'), body),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const lost = both.find(({ status }) => status === 409)
    expect(await lost?.json()).toMatchObject({ code: 'version-conflict' })
  })

  it('does a command of one name once', async () => {
    const body = { name: '民政局' }
    const headers = { 'idempotency-key': 'k1' }
    const first = await clerk.send('POST', '/api/v1/units', body, headers)
    const again = await clerk.send('POST', '/api/v1/units', body, headers)
    expect(await again.json()).toEqual(await first.json())
  })

  it('shows a desk whose count comes out', async () => {
    const desk = await answered(getDesk, await clerk.get('/api/v1/desk'))
    expect(desk.law.holds).toBe(true)
    expect(desk.waiting.length).toBeGreaterThan(0)
  })

  it('hands out a list that spreadsheets open and do not run', async () => {
    await site.county.raise('=cmd|calc')
    const answer = await clerk.get('/api/v1/matters.csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(text.startsWith('\uFEFF编号,事项')).toBe(true)
    expect(text).toContain(`,'=cmd|calc,`)
    expect(text.split('\r\n').length).toBeGreaterThan(3)
  })

  it('is described in OpenAPI 3.1, every operation once', async () => {
    const described = openApiShape.parse(await (await site.stranger.get('/openapi.json')).json())
    const operations = Object.values(described.paths).flatMap((path) => Object.values(path))
    const names = operations.map(({ operationId }) => operationId)
    expect(names.length).toBeGreaterThan(60)
    expect(new Set(names).size).toBe(names.length)
    const submit = described.paths['/api/v1/matters/{matter}/submit-plan']?.['post']
    expect(submit?.['x-luoshi-command']).toBe('SubmitPlan')
  })

  it('says that it is well', async () => {
    expect(await (await site.stranger.get('/healthz')).json()).toEqual({ ok: true })
  })

  it('sends a person without a session to the sign-in page, and back afterwards', async () => {
    const answer = await site.stranger.get('/matters?late=1')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fmatters%3Flate%3D1')
  })
})
