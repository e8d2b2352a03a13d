/** Whoever something waits for finds it at the desk, and nobody else does: administrators, chairs, members, the clerk. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { Role } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, value } from '../../testing/test-county.ts'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { getDeskTasks } from '../contract/desk.ts'
import { eraseWords, findWords } from '../contract/erasures.ts'
import { getLetterDraft } from '../contract/letters.ts'
import { listPendingActs, refuseAct } from '../contract/pending-acts.ts'
import { getSession } from '../contract/session.ts'
import { getSignInRules, setSignInRules } from '../contract/sign-in-rules.ts'
import { openTerm } from '../contract/terms.ts'
import { yearPlanRow } from '../contract/yearplans.ts'
import { recordRecusal } from '../people/record-recusal.ts'
import { readTasks } from './read-tasks.ts'

let site: TestSite
const people = new Map<Role, Browser>()
const them = (role: Role): Browser => {
  const browser = people.get(role)
  if (!browser) throw new Error(role)
  return browser
}

const everybody = [
  'clerk',
  'chairs',
  'member',
  'deputy',
  'observer',
  'team',
  'admin',
  'securityAdmin',
  'auditAdmin',
] as const

beforeAll(async () => {
  site = await testSite()
  for (const role of everybody) people.set(role, await site.as(role))
})
afterAll(() => site[Symbol.asyncDispose]())

async function tasksOf(by: Browser): Promise<readonly string[]> {
  const { rows } = await answered(getDeskTasks, await by.get('/api/v1/desk/tasks'))
  return rows.map(({ label }) => label.zh)
}

/** Who has it on the desk, of all of them. */
async function whoSees(label: string): Promise<readonly Role[]> {
  const seen: Role[] = []
  for (const role of everybody) if ((await tasksOf(them(role))).includes(label)) seen.push(role)
  return seen
}

const post = (by: Browser, path: string, body: unknown) => by.send('POST', `/api/v1/${path}`, body)

describe('what takes two administrators', () => {
  it('waits at the desk of who may approve it, never of who asked, until it is decided', async () => {
    const [admin, security] = [them('admin'), them('securityAdmin')]
    await site.county.raise('赵六家的低保')
    const { rules } = await answered(getSignInRules, await security.get('/api/v1/sign-in-rules'))
    const apart = { ...rules, admins: 'separate' }
    await answered(setSignInRules, await security.send('PUT', '/api/v1/sign-in-rules', apart))
    const found = await admin.get(`/api/v1/erasures/candidates?text=${encodeURIComponent('赵六')}`)
    const event = (await answered(findWords, found)).rows[0]?.event
    const ground = '个人信息保护法第四十七条'
    await answered(eraseWords, await post(admin, 'erasures', { event, ground, approval }))
    expect(await whoSees('待您批准')).toEqual(['securityAdmin'])
    const { rows } = await answered(listPendingActs, await admin.get('/api/v1/pending-acts'))
    const act = rows.find(({ outcome }) => outcome === null)?.id ?? ''
    await answered(refuseAct, await post(security, `pending-acts/${act}/refuse`, {}))
    expect(await whoSees('待您批准')).toEqual([])
  })
})

describe('what waits for those who decide', () => {
  it('a letter, for the chairs and the clerk, not for a clerk who is recused', async () => {
    const { county } = site
    const { appraisal } = county
    await county.raise('城北路段路灯不亮', county.roads.unit)
    const clerk = them('clerk')
    const drafted = await clerk.get(`/api/v1/appraisals/${appraisal}/letter-draft`)
    const { content } = await answered(getLetterDraft, drafted)
    const letter = { replaces: null, content: { ...content, overall: '总体较好。' } }
    expect((await post(clerk, `appraisals/${appraisal}/letters`, letter)).status).toBe(200)
    expect(await whoSees('审定意见书')).toEqual(['clerk', 'chairs'])
    const kin = await site.as('clerk')
    const { account } = await answered(getSession, await kin.get('/api/v1/session'))
    const about = { appraisal, person: null, account: account.id, ground: 'kinship' } as const
    await recordRecusal(county.world, {
      by: county.as('clerk'),
      ...about,
      reason: '近亲属',
      approval,
    })
    expect(await tasksOf(kin)).not.toContain('审定意见书')
  })

  it('a briefing, for the chairs and the clerk', async () => {
    const body = { month: '2026-02', remarks: '', again: null }
    expect((await post(them('clerk'), 'briefings', body)).status).toBe(200)
    expect(await whoSees('批准印发')).toEqual(['clerk', 'chairs'])
  })

  it('a sealed accusation, for the clerk alone, without a word of it', async () => {
    const path = `appraisals/${site.county.appraisal}/accusations`
    expect((await post(them('team'), path, { text: '收受贿赂的线索' })).status).toBe(200)
    expect(await whoSees('移送密封的举报线索')).toEqual(['clerk'])
    const said = await (await them('clerk').get('/api/v1/desk/tasks')).text()
    expect(said).not.toContain('贿赂')
  })

  it('a lot, for whoever takes part in the drawing', async () => {
    const { roads, water } = site.county
    const { account } = await answered(getSession, await them('member').get('/api/v1/session'))
    const candidates = [roads, water].map((seat, n) => ({ ...seat, label: `对象${n}` }))
    const participants = [account.name, '别人']
    const opening = { title: '抽签', plan: null, candidates, count: 1, participants }
    expect((await post(them('clerk'), 'drawings', opening)).status).toBe(200)
    expect(await whoSees('抽签：封存您的数')).toEqual(['member'])
    expect(await whoSees('抽签还没有抽完')).toEqual(['clerk'])
  })
})

describe('what waits for the clerk', () => {
  it('the next step of the annual plan, one after another', async () => {
    const clerk = them('clerk')
    const drafted = await post(clerk, 'year-plans', { year: 2026, title: '' })
    let plan = yearPlanRow.parse(await drafted.json())
    const step = async (told: unknown) => {
      const sent = await post(clerk, `year-plans/${plan.id}/steps`, { version: plan.version, told })
      plan = yearPlanRow.parse(await sent.json())
    }
    const { unit, official } = site.county.roads
    const subject = { kind: 'person', unit, official, selection: 'plan', drawing: null }
    const subjects = [{ ...subject, reason: '届内轮到' }]
    await step({ type: 'PlanSubjects', subjects, approval: null })
    expect(await whoSees('记录县委意见')).toEqual(['clerk'])
    await step({
      type: 'RecordPartyConsent',
      body: '县委',
      number: '清委〔2026〕3号',
      on: '2026-03-01',
    })
    expect(await whoSees('记录主任会议通过')).toEqual(['clerk'])
    await step({ type: 'AdoptYearPlan', approval })
    expect(await tasksOf(clerk)).toEqual(
      expect.arrayContaining(['公布年度计划', '计划中的对象还没有立项']),
    )
  })

  it('a session whose day has passed and of which nobody said that it was held', async () => {
    const clerk = them('clerk')
    const term = { number: 18, from: '2021-12-01', until: '2027-01-01' }
    const { terms } = await answered(openTerm, await post(clerk, 'terms', term))
    const today = site.county.clock.today()
    const session = { term: terms[0]?.id, number: 31, on: today }
    expect((await post(clerk, 'sessions', session)).status).toBe(200)
    // In process: a session of a browser ends when the clock jumps a day.
    const labels = async (role: Role) => {
      const { rows } = value(await readTasks(site.county.world, site.county.as(role)))
      return rows.map(({ label }) => label.zh)
    }
    const label = '会期已过，登记召开、改期或者取消'
    expect(await labels('clerk')).not.toContain(label)
    site.county.clock.goTo(addDays(today, 1))
    expect(await labels('clerk')).toContain(label)
    expect(await labels('member')).not.toContain(label)
  })
})
