import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { loadMatter, loadOpinion } from '../execute/load.ts'
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
