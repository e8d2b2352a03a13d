/** Written defences on a real county: who may, until when, and what whom is shown. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { answerDefence, fileDefence, listDefences } from '../contract/defences.ts'
import { getDeskTasks } from '../contract/desk.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let official: Browser
let matter: MatterId

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  clerk = await site.as('clerk')
  official = await site.as('official', county.roads.unit)
  matter = await county.handOver('城北路段路灯不亮', county.roads)
})
afterAll(() => site[Symbol.asyncDispose]())

const path = () => `/api/v1/matters/${matter}/defences`
const text = '该路段路灯由城管局养护，附产权移交协议。'
const body = { text, signedBy: '公路局长', evidence: [] }
const shown = async (by: Browser) => answered(listDefences, await by.get(path()))

describe('a written defence', () => {
  it('is offered to the official of the matter within the window, and to nobody else', async () => {
    const { window, may } = await shown(official)
    expect(window).toMatchObject({ until: addDays(site.county.clock.today(), 10) })
    expect(may).toEqual({ file: true, answer: false })
    expect((await shown(clerk)).may).toEqual({ file: false, answer: true })
    for (const [role, unit] of [
      ['clerk', null],
      ['unitStaff', site.county.roads.unit],
      ['official', site.county.water.unit],
    ] as const) {
      const browser = await site.as(role, unit)
      expect((await browser.send('POST', path(), body)).status, `to ${role}`).toBe(403)
    }
    const stranger = await site.as('official', site.county.water.unit)
    expect((await stranger.get(path())).status).toBe(404)
  })

  it('waits on the clerk’s desk until the answer of a body is recorded, one at a time', async () => {
    const filed = await answered(fileDefence, await official.send('POST', path(), body))
    expect(filed.rows).toMatchObject([{ status: 'filed', text, round: 1, answer: null }])
    expect(filed.may.file).toBe(false)
    expect(await problemIn(await official.send('POST', path(), body))).toMatchObject({
      code: 'defence-waits',
    })
    const tasks = await answered(getDeskTasks, await clerk.get('/api/v1/desk/tasks'))
    expect(tasks.rows).toContainEqual(expect.objectContaining({ kind: 'defence', id: matter }))
    const [row] = filed.rows
    const told = { version: row?.version, outcome: 'standsInPart', answer: '改由城管局协办。' }
    const answering = `/api/v1/defences/${row?.id}/answer-defence`
    const own = await official.send('POST', answering, { ...told, approval })
    expect(own.status).toBe(403)
    const done = await clerk.send('POST', answering, { ...told, approval })
    expect((await answered(answerDefence, done)).rows[0]?.answer).toMatchObject({
      outcome: 'standsInPart',
      text: '改由城管局协办。',
    })
    expect((await shown(official)).rows[0]?.status).toBe('answered')
  })

  it('keeps its words out of the facts, is rebuilt to the byte, and is too late after the window', async () => {
    const { county } = site
    const { rows } = await county.database.owner.query<{ facts: string }>(
      `select string_agg(facts::text, ' ') as facts from luoshi.event where type like 'Defence%'`,
    )
    expect(rows[0]?.facts).not.toMatch(/城管局|公路局长/)
    const { different } = await rebuildViews(
      county.database.owner,
      county.congress,
      project,
      'compare',
    )
    expect(different).toEqual([])
    county.clock.goTo(addDays(county.clock.today(), 11))
    official = await site.as('official', county.roads.unit)
    expect((await shown(official)).may.file).toBe(false)
    expect(await problemIn(await official.send('POST', path(), body))).toMatchObject({
      code: 'defence-window-passed',
    })
  })
})
