import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import { describe, expect, it } from 'vitest'
import { approval, testCounty, value } from '../../testing/test-county.ts'
import { splitOpinion } from '../opinions/split-opinion.ts'
import { mergeUnits } from '../people/succession.ts'
import { project } from './project.ts'

describe('the views', () => {
  it('rebuilt from the log alone are what the commands wrote, to the byte', async () => {
    await using county = await testCounty()
    const { world, roads, water, schools } = county
    const clerk = county.as('clerk')
    const staff = county.as('unitStaff', roads.unit)
    const matter = await county.handOver('村道坑洼', roads)
    await county.step(staff, matter, { type: 'SignReceipt', signer: '办公室' })
    const { opinion } = await county.raise('路灯和垃圾', water.unit)
    const parts = ['路灯', '垃圾'].map((title) => ({
      title,
      text: `${title}原话`,
      unit: water.unit,
    }))
    const split = { by: clerk, opinion, version: 1, parts, reason: '两件事' }
    value(await splitOpinion(world, split))
    const leaving = await county.raise('越级事项')
    const exit = { exit: 'notWithinOurPower', reason: '属上级职权', approval } as const
    await county.step(clerk, leaving.matter, { type: 'ExitMatter', ...exit })
    const into = { into: schools.unit, official: schools.official }
    value(await mergeUnits(world, { by: clerk, unit: water.unit, version: 1, ...into }))

    const { owner } = county.database
    const rebuilt = await rebuildViews(owner, county.congress, project, 'compare')
    expect(rebuilt.different).toEqual([])
    expect(rebuilt.rows).toBeGreaterThan(15)
  })
})
