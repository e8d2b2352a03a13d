import { addDays } from '@luoshi/domain/kernel/day'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { enterBallot, openBallot } from '../contract/ballots.ts'
import { getDeskTasks } from '../contract/desk.ts'
import { getNotice } from '../contract/supervision.ts'

let site: TestSite
let clerk: Browser
let team: Browser
let roads: Browser
let water: Browser

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  team = await site.as('team')
  roads = await site.as('unitStaff', county.roads.unit)
  water = await site.as('unitStaff', county.water.unit)
})
afterAll(() => site[Symbol.asyncDispose]())

const papers = async (browser: Browser) => {
  const desk = await answered(getDeskTasks, await browser.get('/api/v1/desk/tasks'))
  return desk.rows.filter(({ kind }) => kind !== 'appraisal').map(({ label }) => label.zh)
}

describe('papers and records on a desk', () => {
  it('a paper: to be signed for by its unit, then to be answered, then no more', async () => {
    const { county } = site
    const matter = await county.handOver('城北路段路灯不亮', county.roads)
    const reportBy = addDays(county.clock.today(), 10)
    const body = {
      level: 'reminder',
      unit: county.roads.unit,
      matters: [matter],
      problem: 'late',
      demand: '请于限期内报送整改方案。',
      reportBy,
      approval: null,
    }
    const { id, version } = await answered(
      getNotice,
      await clerk.send('POST', '/api/v1/notices', body),
    )
    const desk = await answered(getDeskTasks, await roads.get('/api/v1/desk/tasks'))
    expect(desk.rows).toMatchObject([{ kind: 'notice', id, title: '催办', due: reportBy }])
    expect(await papers(water)).toEqual([])
    expect(await papers(clerk)).toEqual([])
    const path = `/api/v1/notices/${id}`
    await answered(getNotice, await roads.send('POST', `${path}/sign-notice`, { version }))
    expect(await papers(roads)).toEqual(['报告督办文书办理情况'])
    const said = { version: version + 1, text: '已排出工期，本月内完成。' }
    await answered(getNotice, await roads.send('POST', `${path}/answer-notice`, said))
    expect(await papers(roads)).toEqual([])
  })

  it('a ballot: for both who may enter it, then only for the one who has not, then to be announced', async () => {
    const ballot = await answered(
      openBallot,
      await clerk.send('POST', '/api/v1/ballots', {
        appraisal: site.county.appraisal,
        meeting: null,
        session: '第十八届人大常委会第三十一次会议',
        heldOn: site.county.clock.today(),
        subject: { type: 'official' },
        source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
        members: 33,
        present: 29,
        recused: [],
        entries: 2,
        replaces: null,
      }),
    )
    expect(await papers(clerk)).toEqual(['录入计票结果'])
    expect(await papers(team)).toEqual(['录入计票结果'])
    const row = { satisfied: 20, basically: 8, dissatisfied: 1, abstain: 0, unknown: 0, spoiled: 0 }
    const count = { issued: 29, returned: 29, invalid: 0, rows: [row] }
    const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }
    const enter = async (by: Browser, version: number) =>
      answered(
        enterBallot,
        await by.send('POST', `/api/v1/ballots/${ballot.id}/enter-ballot`, {
          version,
          count,
          counters,
        }),
      )
    const once = await enter(clerk, ballot.version)
    expect(await papers(clerk)).toEqual([])
    expect(await papers(team)).toEqual(['录入计票结果'])
    await enter(team, once.version)
    expect(await papers(team)).toEqual([])
    expect(await papers(clerk)).toEqual(['宣布测评结果'])
  })

  it('nothing for an observer', async () => {
    expect(await papers(await site.as('observer'))).toEqual([])
  })
})
