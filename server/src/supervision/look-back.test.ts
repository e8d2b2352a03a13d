/**
 * From the verdict to the look-back on a real database: an open objection keeps a matter from being struck off; what is
 * struck off falls due for a look-back by its rule book; what is drawn and found relapsed is open again, under its number.
 * Source: domain.md §8.11, §9.1; seed map S08, S09.
 */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { addMonths } from '@luoshi/domain/calendar/add-months'
import { addDays } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import { answered, problemIn, stepPath, testSite, type TestSite } from '../../testing/test-site.ts'
import { verifiedMatter } from '../../testing/verified-matter.ts'
import { getMatter } from '../contract/matters.ts'
import { listSamples } from '../contract/samples.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let matters: readonly MatterId[]

const kept = { secret: '秋收冬藏', salt: 'k3v9q0w2m5x8z1a4' }
const seal = { purpose: 'lookBack', count: 2, commitment: commitmentOf(kept) }
const satisfied = { satisfied: 28, basically: 0, dissatisfied: 0, abstain: 0 }

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  const found: MatterId[] = []
  for (const title of ['路灯不亮', '桥面破损']) {
    const matter = await verifiedMatter(county, title, county.roads)
    await county.step(county.as('clerk'), matter, {
      type: 'JudgeMatter',
      session: '第31次会议',
      attendance: { members: 33, present: 29, issued: 28, returned: 28 },
      votes: { measures: satisfied, timeliness: satisfied, quality: satisfied },
      reasons: '',
    })
    found.push(matter)
  }
  matters = found
})
afterAll(() => site[Symbol.asyncDispose]())

const stateOf = async (matter: MatterId) => {
  const clerk = await site.as('clerk')
  return answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
}

async function close(matter: MatterId): Promise<Response> {
  const clerk = await site.as('clerk')
  const { version } = await stateOf(matter)
  return clerk.send('POST', stepPath(matter, 'close-matter'), { version, approval })
}

async function samples() {
  const clerk = await site.as('clerk')
  return answered(listSamples, await clerk.get('/api/v1/samples'))
}

async function onSample(role: 'clerk' | 'chairs' | 'team', step: string, body: object) {
  const browser = await site.as(role)
  const [row] = (await samples()).rows
  if (!row) throw new Error('Nothing is sealed')
  const path = `/api/v1/samples/${row.id}/${step}`
  await answered(listSamples, await browser.send('POST', path, { version: row.version, ...body }))
}

describe('a matter that was found satisfied', () => {
  it('is not struck off while an objection waits for its answer, and is once it is answered', async () => {
    const { county } = site
    const [matter] = matters
    if (!matter) throw new Error('No matter')
    const clerk = county.as('clerk')
    await county.step(clerk, matter, {
      type: 'ObjectToClosure',
      text: '还有三盏不亮。',
      from: '城北居民',
    })
    expect(await problemIn(await close(matter))).toMatchObject({ code: 'objection-open' })
    expect((await stateOf(matter)).matter.status).toBe('satisfied')
    const answer = '已经到现场复核，三盏当天修好。'
    await county.step(clerk, matter, { type: 'AnswerObjection', objection: 0, answer })
    expect((await close(matter)).status).toBe(200)
    expect((await stateOf(matter)).matter).toMatchObject({
      status: 'closed',
      objections: [{ text: '还有三盏不亮。', answer: { text: answer } }],
    })
  })

  it('is not kept open by an objection to another matter', async () => {
    const [, other] = matters
    if (!other) throw new Error('No matter')
    expect((await close(other)).status).toBe(200)
  })
})

describe('a look-back', () => {
  it('is drawn only when the months of the rule book are over', async () => {
    const { clock } = site.county
    const clerk = await site.as('clerk')
    const early = await clerk.send('POST', '/api/v1/samples', seal)
    expect(await problemIn(early)).toMatchObject({ code: 'sample-nothing-due' })
    const due = addMonths(clock.today(), 6)
    clock.goTo(addDays(due, -1))
    const eve = await (await site.as('clerk')).send('POST', '/api/v1/samples', seal)
    expect(await problemIn(eve)).toMatchObject({ code: 'sample-nothing-due' })
    clock.goTo(due)
    await answered(
      listSamples,
      await (await site.as('clerk')).send('POST', '/api/v1/samples', seal),
    )
    await onSample('chairs', 'call-word', { word: '4721' })
    await onSample('clerk', 'draw', kept)
    const [drawn] = (await samples()).rows
    expect(drawn?.tasks.map(({ matter }) => matter).toSorted()).toEqual(matters.toSorted())
  })

  it('leaves closed what held, and reopens what relapsed as the next round of the same matter', async () => {
    const [held, relapsed] = matters
    if (!held || !relapsed) throw new Error('No matter')
    const before = await stateOf(relapsed)
    await onSample('team', 'record', { matter: held, outcome: 'held', findings: '路灯都亮着。' })
    await onSample('team', 'record', {
      matter: relapsed,
      outcome: 'relapsed',
      findings: '桥面又有坑槽。',
    })
    expect((await stateOf(held)).matter).toMatchObject({
      status: 'closed',
      lookBacks: [{ outcome: 'held' }],
    })
    const after = await stateOf(relapsed)
    expect(after.number).toBe(before.number)
    expect(after.matter.rounds.map(({ number }) => number)).toEqual([1, 2])
    expect(after.matter.status).not.toBe('closed')
    expect(after.matter.lookBacks).toMatchObject([{ outcome: 'relapsed' }])
    const [{ tasks } = { tasks: [] }] = (await samples()).rows
    const found = new Set(tasks.map(({ result }) => result?.outcome))
    expect(found).toEqual(new Set(['held', 'relapsed']))
  })

  it('is rebuilt from the log as it stands', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
