import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { mergeUnits, transferPost } from './succession.ts'
import { putOfficialOnRecord } from './register.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const answering = async (matter: Parameters<typeof loadMatter>[2]) => {
  const { state } = await loadMatter(county.world.db, county.congress, matter)
  if (!isOpened(state)) throw new Error('No matter')
  return { unit: state.unit, official: state.official }
}

describe('when people move on, what was promised stays', () => {
  it('a new official takes over every open matter of the old one, in one act', async () => {
    const { roads, world } = county
    const matters = [await county.handOver('甲', roads), await county.handOver('乙', roads)]
    const by = county.as('clerk')
    const registration = {
      name: '新局长',
      unit: roads.unit,
      post: '局长',
      appointedBy: 'committeeAppointed',
    } as const
    const { official } = value(await putOfficialOnRecord(world, { by, registration }))
    const asked = { by, official: roads.official, version: 1, successor: official }
    const { moved } = value(await transferPost(world, asked))
    expect(moved).toBe(2)
    for (const matter of matters) {
      expect(await answering(matter)).toEqual({ unit: roads.unit, official })
    }
  })

  it('a unit that merges leaves nothing behind: matters move, drafts are proposed anew', async () => {
    const { water, schools, world } = county
    const handed = await county.handOver('丙', water)
    const draft = await county.raise('丁', water.unit)
    const by = county.as('clerk')
    const asked = {
      by,
      unit: water.unit,
      version: 1,
      into: schools.unit,
      official: schools.official,
    }
    expect(value(await mergeUnits(world, asked)).moved).toBe(2)
    expect(await answering(handed)).toEqual(schools)
    expect(await answering(draft.matter)).toEqual({ unit: schools.unit, official: null })
    await county.step(by, draft.matter, { type: 'ApproveMatter', approval })
    expect(await mergeUnits(world, { ...asked, version: 2 })).toMatchObject({
      refusal: { code: 'unit-not-active' },
    })
  })
})
