/** What somebody is recused from does not wait for them, and waits for their colleague all the same. */
import { expect, it } from 'vitest'
import { approval, value } from '../../testing/test-county.ts'
import { answered, testSite, type Browser } from '../../testing/test-site.ts'
import { openAppraisal } from '../appraisals/appraisal-commands.ts'
import { getDesk, getDeskTasks } from '../contract/desk.ts'
import { getSession } from '../contract/session.ts'
import { recordRecusal } from '../people/record-recusal.ts'

async function waits(by: Browser) {
  const { waiting, counts, law } = await answered(getDesk, await by.get('/api/v1/desk'))
  const drafts = waiting.find(({ step }) => step === 'approve')
  return { total: drafts?.total ?? 0, shown: drafts?.matters.length ?? 0, counts, law }
}

async function tasksOf(by: Browser) {
  const { rows } = await answered(getDeskTasks, await by.get('/api/v1/desk/tasks'))
  return rows.flatMap(({ kind, id }) => (kind === 'appraisal' ? [id] : [])).toSorted()
}

it('leaves the desk and its counts, and nobody else’s', async () => {
  await using site = await testSite()
  const { county } = site
  const by = county.as('clerk')
  const opening = { title: '水利局评议', ruleBook: 'seed', session: '第30次会议', ...county.water }
  const { appraisal } = value(await openAppraisal(county.world, { by, opening }))
  await county.raise('路灯不亮', county.roads.unit)
  await county.raise('桥面破损', county.roads.unit)
  const [clerk, colleague] = [await site.as('clerk'), await site.as('clerk')]
  expect(await waits(clerk)).toMatchObject({ total: 2, shown: 2 })
  const { account } = await answered(getSession, await clerk.get('/api/v1/session'))
  const ground = { ground: 'kinship', reason: '近亲属', approval } as const
  const about = { appraisal: county.appraisal, person: null, account: account.id }
  value(await recordRecusal(county.world, { by, ...about, ...ground }))
  // What the county as a whole has is no secret and stays whole.
  const whole = { counts: { drafted: 2 }, law: { holds: true } }
  expect(await waits(clerk)).toMatchObject({ total: 0, shown: 0, ...whole })
  expect(await waits(colleague)).toMatchObject({ total: 2, shown: 2, ...whole })
  expect(await tasksOf(clerk)).toEqual([appraisal])
  expect(await tasksOf(colleague)).toEqual([appraisal, county.appraisal].toSorted())
}, 60_000)
