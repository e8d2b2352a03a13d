/** The county's own framework of self-checks, over HTTP. */
import { seedFramework } from '@luoshi/domain/appraisals/self-check-framework'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import {
  getFramework,
  getSelfCheck,
  openSelfCheck,
  setFramework,
  stepOnSelfCheck,
} from '../contract/self-checks.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
const path = '/api/v1/self-check-framework'
const own = [
  {
    key: 'own',
    title: '教育法落实',
    source: '县办法第六条',
    questions: [{ key: 'own1', text: '大班额是否消除？' }],
  },
]

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

it('begins with the four parts of the source document', async () => {
  const shown = await answered(getFramework, await clerk.get(path))
  expect(shown).toEqual({ version: 0, framework: seedFramework, setOn: null })
})

it('is set by the clerk alone, never without a question, and offered from then on', async () => {
  const official = await site.as('official', site.county.roads.unit)
  expect((await official.get(path)).status).toBe(403)
  const blank = [{ ...own[0], questions: [] }]
  const faulty = await clerk.send('POST', path, { version: 0, framework: blank })
  expect(await problemIn(faulty)).toMatchObject({ code: 'framework-faulty' })
  const body = { version: 0, framework: own }
  expect((await official.send('POST', path, body)).status).toBe(403)
  const set = await answered(setFramework, await clerk.send('POST', path, body))
  expect(set).toMatchObject({ version: 1, framework: own })
  const offered = `/api/v1/appraisals/${site.county.appraisal}/self-check`
  const shown = await answered(getSelfCheck, await clerk.get(offered))
  expect(shown.framework).toEqual(own)
})

it('lets a gap be written anew in the place of the old one, and of no other', async () => {
  const official = await site.as('official', site.county.roads.unit)
  const open = `/api/v1/appraisals/${site.county.appraisal}/self-check`
  const opening = await clerk.send('POST', open, { framework: own, due: null })
  let row = await answered(openSelfCheck, opening)
  const step = async (more: Readonly<Record<string, unknown>>) => {
    const told = {
      type: 'NameGap',
      question: 'own1',
      finding: '还有两个大班',
      cause: '学位不足',
      remedy: '扩建',
      fixedOn: null,
      evidence: [],
      ...more,
    }
    const steps = `/api/v1/self-checks/${row.id}/steps`
    return official.send('POST', steps, { version: row.version, told })
  }
  row = await answered(stepOnSelfCheck, await step({}))
  row = await answered(stepOnSelfCheck, await step({ cause: '城区学位不足', replaces: 'g1' }))
  expect(row.check.gaps.map(({ gap, cause }) => [gap, cause])).toEqual([['g2', '城区学位不足']])
  expect(await problemIn(await step({ replaces: 'g1' }))).toMatchObject({ code: 'no-such-gap' })
  const { database, congress } = site.county
  expect((await rebuildViews(database.owner, congress, project, 'compare')).different).toEqual([])
})
