import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { loadMatter, loadOpinion } from '../execute/load.ts'
import { raiseOpinion } from './raise-opinion.ts'
import { splitOpinion } from './split-opinion.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const part = (title: string) => ({ text: `${title}的原话`, title, unit: null })

describe('dividing an opinion', () => {
  it('gives its matter the first part and opens one for each further part', async () => {
    const { opinion, matter } = await county.raise('路灯和垃圾', county.roads.unit)
    const parts = [part('路灯'), { ...part('垃圾'), unit: county.water.unit }]
    const asked = {
      by: county.as('clerk'),
      key: 'split',
      opinion,
      version: 1,
      parts,
      reason: '两件事',
    }
    const done = value(await splitOpinion(county.world, asked))
    const [first, second] = done.parts
    if (!first || !second || second.matter === null) throw new Error('Two parts were asked for')

    expect(first.matter).toBe(matter)
    const { db } = county.world
    const parent = await loadOpinion(db, county.congress, opinion)
    expect(parent.state).toMatchObject({ status: 'split', parts: [first.opinion, second.opinion] })
    const kept = await loadMatter(db, county.congress, matter)
    expect(kept.state).toMatchObject({ opinion: first.opinion, title: '路灯', unit: null })
    const opened = await loadMatter(db, county.congress, second.matter)
    expect(opened.state).toMatchObject({ opinion: second.opinion, unit: county.water.unit })
    expect(value(await splitOpinion(county.world, asked))).toEqual(done)
  })

  it('offers on every part what the sheet says of the plan', async () => {
    const noted = { measures: '更换支管、清运垃圾', due: '6月底', does: '宋佳' }
    const by = county.as('clerk')
    const { clock, world, appraisal, congress } = county
    const raising = {
      channel: 'forum',
      raiserKind: 'public',
      raiser: '',
      receivedOn: clock.today(),
      text: '路灯不亮，垃圾没有清运。',
      disposition: { kind: 'matter', title: '路灯和垃圾', unit: null },
      noted,
    } as const
    const raised = value(await raiseOpinion(world, { by, appraisal, raising }))
    const parts = [part('路灯'), part('垃圾')]
    const asked = { by, opinion: raised.opinion, version: 1, parts, reason: '两件事' }
    const done = value(await splitOpinion(world, asked))
    for (const { matter } of done.parts) {
      if (matter === null) throw new Error('A part without its matter')
      const { state } = await loadMatter(world.db, congress, matter)
      expect(state).toMatchObject({ noted })
    }
  })

  it('needs two parts', async () => {
    const { opinion } = await county.raise('一件事')
    const asked = { by: county.as('clerk'), opinion, version: 1, parts: [part('一')], reason: '' }
    expect(await splitOpinion(county.world, asked)).toMatchObject({
      refusal: { code: 'split-needs-two-parts' },
    })
  })

  it('is too late once its matter is approved', async () => {
    const { opinion, matter } = await county.raise('已审定')
    await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
    const parts = [part('一'), part('二')]
    const asked = { by: county.as('clerk'), opinion, version: 1, parts, reason: '' }
    expect(await splitOpinion(county.world, asked)).toMatchObject({
      refusal: { code: 'wrong-status' },
    })
  })
})
