import { addDays, day } from '@luoshi/domain/kernel/day'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import {
  countDeadline,
  deadlinesBefore,
  getDueDays,
  getCalendar,
  readHolidayNotice,
} from '../contract/calendar.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

const notice = '元旦：1月1日至3日放假，共3天。春节：2月5日至11日放假调休，共7天。2月14日上班。'
const source = '国务院办公厅关于2027年部分节假日安排的通知'
const publish = '/api/v1/holidays/2027/publish-holidays'

const count = async (query: string) =>
  answered(countDeadline, await clerk.get(`/api/v1/deadlines?${query}`))

describe('holidays of a year that is not shipped', () => {
  it('are awaited, and what hangs on them is uncertain', async () => {
    const { years, awaited } = await answered(getCalendar, await clerk.get('/api/v1/holidays'))
    expect(years.map(({ year, version }) => [year, version])).toEqual([
      [2025, 0],
      [2026, 0],
    ])
    expect(awaited).toBe(2027)
    expect(await count('from=2027-02-04&count=1&unit=working')).toMatchObject({
      date: '2027-02-05',
      uncertain: true,
    })
  })

  it('are read from the text of the notice', async () => {
    const path = '/api/v1/holidays/2027/read-notice'
    const read = await clerk.send('POST', path, { text: notice })
    const { holidays, workdays } = await answered(readHolidayNotice, read)
    expect([holidays.length, workdays]).toEqual([2, ['2027-02-14']])
    const unclear = await clerk.send('POST', path, { text: '另行通知' })
    expect((await problemIn(unclear)).code).toBe('notice-names-no-holiday')
  })

  it('are the clerk’s to save, with their source', async () => {
    const table = { version: 0, source, holidays: [], workdays: [] }
    const unit = await site.as('unitStaff', site.county.roads.unit)
    expect((await unit.send('POST', publish, table)).status).toBe(403)
    expect((await problemIn(await clerk.send('POST', publish, table))).code).toBe('holiday-none')
  })

  it('count at once, for everybody, once they are saved', async () => {
    const holidays = [{ name: '春节', from: day('2027-02-05'), to: day('2027-02-11') }]
    const table = { version: 0, source, holidays, workdays: [day('2027-02-14')] }
    const saved = await answered(getCalendar, await clerk.send('POST', publish, table))
    expect(saved.awaited).toBe(2028)
    expect(await count('from=2027-02-04&count=2&unit=working')).toMatchObject({
      date: '2027-02-14',
      uncertain: false,
    })
    const { world, congress, appraisal } = site.county
    const policy = await world.policies.of(congress, appraisal)
    const plans = Array.from({ length: 40 }, (_, at) =>
      policy.planDueFrom(addDays(day('2027-01-01'), at)),
    )
    expect(plans).toContain('2027-02-12')
    expect(plans.filter((one) => one >= '2027-02-05' && one <= '2027-02-11')).toEqual([])
  })

  it('are replaced by a later saving, and nobody overwrites what he has not seen', async () => {
    const holidays = [{ name: '春节', from: day('2027-02-06'), to: day('2027-02-12') }]
    const table = { source, holidays, workdays: [] }
    expect((await clerk.send('POST', publish, { ...table, version: 0 })).status).toBe(409)
    await answered(getCalendar, await clerk.send('POST', publish, { ...table, version: 1 }))
    expect((await count('from=2027-02-04&count=1&unit=working')).date).toBe('2027-02-05')
  })

  it('are the same after a rebuild of the views', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})

describe('a time limit counted out', () => {
  it('names the days it went over', async () => {
    const counted = await count('from=2026-09-30&count=2&unit=working')
    expect([counted.date, counted.skipped.length]).toEqual(['2026-10-09', 7])
  })

  it.each(['from=2026-02-30&count=2&unit=working', 'from=2026-02-03&count=0&unit=natural'])(
    '%s is refused in words',
    async (query) => {
      const refused = await clerk.get(`/api/v1/deadlines?${query}`)
      expect(refused.status).toBe(400)
      expect((await problemIn(refused)).zh.fix).not.toBe('')
    },
  )

  it('runs backwards from the meeting of an appraisal', async () => {
    const query = `appraisal=${site.county.appraisal}&meeting=2026-10-28`
    const path = `/api/v1/deadlines/before-meeting?${query}`
    const { rows } = await answered(deadlinesBefore, await clerk.get(path))
    expect(rows.find(({ key }) => key === 'draftLead')).toMatchObject({ latest: '2026-10-08' })
    const nowhere = `appraisal=appraisal_nowhere01&meeting=2026-10-28`
    expect((await clerk.get(`/api/v1/deadlines/before-meeting?${nowhere}`)).status).toBe(404)
  })
})

describe('the days of a matter', () => {
  it('say how they came about, and that the leadership has not met', async () => {
    const { county } = site
    const matter = await county.handOver('城北路段路灯不亮', county.roads)
    const path = `/api/v1/matters/${matter}/due-days`
    const shown = await answered(getDueDays, await clerk.get(path))
    expect(shown.meeting).toBe('notYet')
    expect(shown.rows.map(({ due, counted }) => due === counted)).toEqual([true, true, true])
    county.clock.goTo(addDays(county.clock.today(), 200))
    clerk = await site.as('clerk')
    expect((await answered(getDueDays, await clerk.get(path))).meeting).toBe('overdue')
    const others = await site.as('unitStaff', county.water.unit)
    expect((await others.get(path)).status).toBe(404)
  })
})
