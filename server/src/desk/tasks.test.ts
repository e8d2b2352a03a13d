import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value } from '../../testing/test-county.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { openAppraisal } from '../appraisals/appraisal-commands.ts'
import { readAppraisals } from '../appraisals/list-appraisals.ts'
import { guideOf, guidesOf } from '../appraisals/read-guide.ts'
import { appraisalRow } from '../contract/appraisals.ts'
import { getDeskTasks } from '../contract/desk.ts'
import { getLetter, getLetterDraft } from '../contract/letters.ts'
import { getSelfCheck, selfCheckRow } from '../contract/self-checks.ts'
import { readTasks } from './read-tasks.ts'

let site: TestSite
let clerk: Browser
let staff: Browser
let stranger: Browser
let base: string

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  base = `/api/v1/appraisals/${county.appraisal}`
  clerk = await site.as('clerk')
  staff = await site.as('unitStaff', county.roads.unit)
  stranger = await site.as('unitStaff', county.water.unit)
})
afterAll(() => site[Symbol.asyncDispose]())

async function tasksOf(browser: Browser): Promise<readonly string[]> {
  const { rows } = await answered(getDeskTasks, await browser.get('/api/v1/desk/tasks'))
  return rows.map(({ label }) => label.zh)
}

describe('what waits besides matters', () => {
  it('is the next step of every appraisal for the clerk, and of nobody else', async () => {
    expect(await tasksOf(clerk)).toEqual(['经县委同意'])
    expect(await tasksOf(staff)).toEqual([])
    expect(await tasksOf(await site.as('member'))).toEqual([])
    expect(await tasksOf(await site.as('admin'))).toEqual([])
  })

  it('is the self-check for the unit that was asked, until it is submitted', async () => {
    const { framework } = await answered(getSelfCheck, await clerk.get(`${base}/self-check`))
    const asked = await clerk.send('POST', `${base}/self-check`, { framework, due: '2026-04-01' })
    let row = selfCheckRow.parse(await asked.json())
    const { rows } = await answered(getDeskTasks, await staff.get('/api/v1/desk/tasks'))
    const { appraisal: id } = site.county
    expect(rows).toMatchObject([{ kind: 'selfCheck', id, due: '2026-04-01' }])
    expect(await tasksOf(stranger)).toEqual([])
    const head = await site.as('official', site.county.roads.unit)
    const step = async (by: Browser, told: object) => {
      const sent = await by.send('POST', `/api/v1/self-checks/${row.id}/steps`, {
        version: row.version,
        told,
      })
      row = selfCheckRow.parse(await sent.json())
    }
    for (const { questions } of framework)
      for (const { key } of questions)
        await step(staff, {
          type: 'StateNothingFound',
          stated: [{ question: key, basis: '已查阅全年台账。' }],
        })
    await step(head, { type: 'SubmitSelfCheck', signedBy: '公路局长' })
    expect(await tasksOf(staff)).toEqual([])
  })

  it('is the letter, then the report, for each unit its own', async () => {
    const { county } = site
    await county.raise('城北路段路灯不亮', county.roads.unit)
    const { content } = await answered(getLetterDraft, await clerk.get(`${base}/letter-draft`))
    const draft = { replaces: null, content: { ...content, overall: '总体较好。' } }
    let letter = await answered(getLetter, await clerk.send('POST', `${base}/letters`, draft))
    const step = async (by: Browser, name: string, body: object) => {
      const sent = { version: letter.version, ...body }
      const path = `/api/v1/letters/${letter.id}/${name}`
      letter = await answered(getLetter, await by.send('POST', path, sent))
    }
    await step(clerk, 'approve-letter', { approval, minutes: '', changes: '' })
    await step(clerk, 'issue-letter', { prefix: '云常评意' })
    expect(await tasksOf(staff)).toEqual([])
    await step(clerk, 'hand-over-letter', { how: 'paper', place: '机要' })
    expect(await tasksOf(staff)).toEqual(['签收评议意见书'])
    expect(await tasksOf(stranger)).toEqual([])
    await step(staff, 'sign-letter', { signer: '王某' })
    expect(await tasksOf(staff)).toEqual(['撰写整改情况报告'])
  })

  it('is nothing of an appraisal that is suspended', async () => {
    const { version } = await answered({ answer: appraisalRow }, await clerk.get(base))
    const told = { type: 'SuspendAppraisal', ground: 'transferred', reason: '调任', approval }
    await clerk.send('POST', `${base}/steps`, { version, told })
    expect(await tasksOf(clerk)).toEqual([])
  })
})

describe('how much it asks', () => {
  it('is the same for one appraisal and for many, and each guide is the one its page shows', async () => {
    await using other = await testCounty()
    const { world, congress, database, roads, water, schools } = other
    const by = other.as('clerk')
    let asked = 0
    database.pool.on('acquire', () => {
      asked += 1
    })
    const questions = async () => {
      asked = 0
      value(await readTasks(world, by))
      return asked
    }
    const one = await questions()
    for (const seat of [roads, water, schools]) {
      const opening = { title: '再评议', ruleBook: 'seed', session: '第31次会议', ...seat }
      value(await openAppraisal(world, { by, opening }))
    }
    expect(await questions()).toBe(one)
    const rows = await readAppraisals(world, by)
    const ids = rows.map(({ id }) => id)
    const together = await guidesOf(world, congress, ids)
    expect(together.size).toBe(4)
    for (const id of ids) {
      const alone = await guideOf(world, congress, id)
      expect(together.get(id)).toEqual({ id, ...alone })
    }
  })
})
