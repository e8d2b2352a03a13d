/** A paper that left the house is in the ledger, and anybody who holds its code may check it; a draft is neither. */
import { verifyPaper, type PaperVerdict } from '@luoshi/papers/identity/verify-paper'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { draftLetter, getLetterDraft } from '../contract/letters.ts'
import { getPaperTemplates } from '../contract/papers.ts'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'

let site: TestSite
let clerk: Browser
const secret = '姓毕的会计'

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  const { county } = site
  const { matter } = await county.raise('城北路段路灯不亮', county.roads.unit)
  await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
  const base = `/api/v1/appraisals/${county.appraisal}`
  const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
  await answered(
    draftLetter,
    await clerk.send('POST', `${base}/letters`, { replaces: null, content }),
  )
  const recorded = await clerk.send('POST', `${base}/inquiries`, {
    method: 'interview',
    on: county.clock.today(),
    place: '会议室',
    tookPart: '调查组甲、乙',
    whom: '',
    protectedName: secret,
    found: '路灯报修三次没有回音。',
    ratings: null,
    evidence: [],
  })
  expect(recorded.status).toBe(200)
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

async function taken(kind: string, who = clerk): Promise<PaperVerdict> {
  const answer = await who.get(`/api/v1/papers/${kind}/docx?appraisal=${site.county.appraisal}`)
  expect(answer.status).toBe(200)
  const verdict = await verifyPaper(new Uint8Array(await answer.arrayBuffer()), `${kind}.docx`)
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return verdict.value
}

async function codeOf(kind: string): Promise<string> {
  const verdict = await taken(kind)
  if (verdict.status !== 'whole') throw new Error(verdict.status)
  return verdict.code
}

async function page(code: string): Promise<string> {
  const answer = await site.stranger.get(`/check/${code}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  return answer.text()
}

const issuedEvents = async () => {
  const { rows } = await site.county.database.owner.query<{ facts: string; words: string }>(
    `select e.facts, w.body as words from luoshi.event e left join luoshi.event_words w using (congress, seq)
      where e.type = 'PaperIssued' order by e.seq`,
  )
  return rows
}

describe('a paper that is taken out', () => {
  it('is registered once, whoever takes it and however often', async () => {
    const code = await codeOf('interview-record')
    const before = await issuedEvents()
    expect(await codeOf('interview-record')).toBe(code)
    expect(await issuedEvents()).toHaveLength(before.length)
    expect(JSON.parse(before.at(-1)?.facts ?? '')).toMatchObject({ paper: 'interview-record' })
  })

  it('can be checked by anybody, who learns of kind, day and organ and not of people', async () => {
    const text = await page(await codeOf('interview-record'))
    expect(text).toContain('谈话记录')
    expect(text).toContain('现行有效')
    expect(text).toContain('测试县人大常委会')
    for (const words of [secret, '路灯', '调查组甲']) expect(text).not.toContain(words)
  })

  it('is said to be replaced once another of the same record was taken out, and stands again when it is', async () => {
    const first = await codeOf('interview-record')
    const shown = await answered(getPaperTemplates, await clerk.get('/api/v1/paper-templates'))
    const template = { ...defaultTemplates['interview-record'], closing: '以上记录经核对无误。' }
    const body = { version: shown.version, kind: 'interview-record', template }
    const set = await answered(
      getPaperTemplates,
      await clerk.send('POST', '/api/v1/paper-templates', body),
    )
    const second = await codeOf('interview-record')
    expect(second).not.toBe(first)
    expect(await page(first)).toContain('已有新的版本')
    expect(await page(second)).toContain('现行有效')
    const back = { version: set.version, kind: 'interview-record', template: null }
    await answered(getPaperTemplates, await clerk.send('POST', '/api/v1/paper-templates', back))
    expect(await codeOf('interview-record')).toBe(first)
    expect(await page(first)).toContain('现行有效')
    expect(await page(second)).toContain('已有新的版本')
  })
})

describe('a draft', () => {
  it('is not registered and carries nothing to check', async () => {
    const before = await issuedEvents()
    expect(await taken('opinion-letter')).toEqual({ status: 'unmarked' })
    expect(await issuedEvents()).toHaveLength(before.length)
  })
})

describe('the check page', () => {
  it('asks for the code, understands it as typed, and knows what was never issued', async () => {
    expect(await (await site.stranger.get('/check')).text()).toContain('查验码')
    const typed = await site.stranger.get('/check?code=7k2m+q9x4+htav')
    expect(typed.status).toBe(303)
    expect(typed.headers.get('location')).toBe('/check/7K2M-Q9X4-HTAV')
    const none = await site.stranger.get('/check/7K2M-Q9X4-HTAV')
    expect(none.status).toBe(404)
    expect(await none.text()).toContain('不是从本系统登记发出的')
    expect((await site.stranger.get('/check/%3Cscript%3E')).status).toBe(400)
  })

  it('is not for going through all codes', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 40; at += 1)
      statuses.push(
        (await site.stranger.get(`/check/7K2M-Q9X4-HT${String(at).padStart(2, '0')}`)).status,
      )
    expect(statuses.at(-1)).toBe(429)
    expect(statuses[0]).toBe(404)
  })
})
