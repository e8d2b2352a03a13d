/** Spot checks by lot on a real database: sealed by one, called by another, drawn, assigned, found. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { sampleSeed } from '@luoshi/domain/supervision/sample-decider'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { listSamples, type SampleRow } from '../contract/samples.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let team: Browser
let chairs: Browser

const kept = { secret: '秋收冬藏', salt: 'k3v9q0w2m5x8z1a4' }
const commitment = commitmentOf(kept)
const plan = {
  analysis: '线路老化',
  task: '更换线路',
  measures: ['更换'],
  dueOn: '2026-04-01',
  oversees: { name: '甲', post: '局长' },
  leads: { name: '乙', post: '副局长' },
  does: { name: '丙', post: '科员' },
}

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  team = await site.as('team')
  chairs = await site.as('chairs')
  const { unit } = county.roads
  for (const title of ['路灯不亮', '桥面破损', '站台积水', '护栏缺失']) {
    const matter = await county.handOver(title, county.roads)
    const head = county.as('official', unit)
    await county.step(head, matter, { type: 'SignReceipt', signer: '王某' })
    await county.step(head, matter, {
      type: 'RecordMeeting',
      heldOn: county.clock.today(),
      attended: ['甲'],
      resolved: '整改',
    })
    const told = { ...plan, dueOn: county.clock.today() }
    await county.step(head, matter, { type: 'SubmitPlan', plan: told, signedBy: '甲' })
  }
})
afterAll(() => site[Symbol.asyncDispose]())

const look = async () => answered(listSamples, await clerk.get('/api/v1/samples'))

async function first(): Promise<SampleRow> {
  const [row] = (await look()).rows
  if (!row) throw new Error('Nothing drawn')
  return row
}

const act = async (browser: Browser, step: string, body: object) => {
  const { id, version } = await first()
  return browser.send('POST', `/api/v1/samples/${id}/${step}`, { version, ...body })
}

describe('a spot check', () => {
  it('is sealed by the clerk over what is in rectification now', async () => {
    const seal = { purpose: 'spotCheck', count: 2, commitment }
    expect((await team.send('POST', '/api/v1/samples', seal)).status).toBe(403)
    const { rows } = await answered(listSamples, await clerk.send('POST', '/api/v1/samples', seal))
    expect(rows[0]).toMatchObject({ status: 'sealed', count: 2, seed: null, secret: null })
    expect(rows[0]?.labels).toHaveLength(4)
  })

  it('has its word called by somebody else', async () => {
    expect((await act(clerk, 'call-word', { word: '4721' })).status).toBe(403)
    await answered(listSamples, await act(chairs, 'call-word', { word: '4721' }))
    expect(await first()).toMatchObject({ status: 'called', word: '4721' })
  })

  it('is drawn with the sealed secret only, and can be computed again', async () => {
    const wrong = await act(clerk, 'draw', { ...kept, secret: '春生夏长' })
    expect(await problemIn(wrong)).toMatchObject({ code: 'sample-commitment-differs' })
    await answered(listSamples, await act(clerk, 'draw', kept))
    const row = await first()
    expect(row.seed).toBe(sampleSeed(row.listHash, { ...kept, word: '4721' }))
    expect(row.tasks).toHaveLength(2)
  })

  it('is assigned and its findings are kept; nobody but the team records them', async () => {
    const [task, other] = (await first()).tasks
    const matter = task?.matter
    await answered(listSamples, await act(clerk, 'assign', { matter, person: '秦岚' }))
    const found = { matter, outcome: 'notAsReported', findings: '路灯仍有三盏不亮。' }
    expect((await act(clerk, 'record', found)).status).toBe(403)
    // Two people, each on the spot of another matter, with the page as both saw it in the morning.
    const { id, version } = await first()
    const record = (browser: Browser, which: unknown) =>
      browser.send('POST', `/api/v1/samples/${id}/record`, { ...found, version, matter: which })
    const both = await Promise.all([
      record(team, matter),
      record(await site.as('team'), other?.matter),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await first()).tasks).toMatchObject([
      { person: '秦岚', result: { outcome: 'notAsReported' } },
      { person: null, result: { outcome: 'notAsReported' } },
    ])
    expect(await problemIn(await record(team, matter))).toMatchObject({ code: 'version-conflict' })
    expect(await problemIn(await act(team, 'record', found))).toMatchObject({
      code: 'sample-task-done',
    })
  })

  it('draws no look-back while nothing is due', async () => {
    const seal = { purpose: 'lookBack', count: 1, commitment }
    const refused = await clerk.send('POST', '/api/v1/samples', seal)
    expect(await problemIn(refused)).toMatchObject({ code: 'sample-nothing-due' })
  })

  it('is rebuilt from the log as it stands', async () => {
    const { database, congress } = site.county
    const { different } = await rebuildViews(database.owner, congress, project, 'compare')
    expect(different).toEqual([])
  })
})
