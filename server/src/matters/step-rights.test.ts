/** Every cell: role × step × own or another unit's matter. The version is wrong on purpose, so nothing is ever written. */
import { maySee } from '@luoshi/domain/people/may-see'
import { may } from '@luoshi/domain/people/rights'
import { roles } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleCommands } from '../../testing/sample-commands.ts'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import { matterSteps } from '../contract/matter-steps.ts'
import { takeStep } from './take-step.ts'

let county: TestCounty
let own: Awaited<ReturnType<TestCounty['handOver']>>
let draft: Awaited<ReturnType<TestCounty['raise']>>['matter']
beforeAll(async () => {
  county = await testCounty()
  own = await county.handOver('本单位的事', county.roads)
  ;({ matter: draft } = await county.raise('尚未交办', county.roads.unit))
})
afterAll(() => county[Symbol.asyncDispose]())

const codeOf = async (...[role, seat, matter, step]: Cell) => {
  const by = county.as(role, county[seat].unit)
  const command = sampleCommands[step]
  const result = await takeStep(county.world, { by, matter, version: 999, command })
  return result.ok ? 'done' : result.refusal.code
}

type Cell = readonly [
  (typeof roles)[number],
  'roads' | 'water',
  typeof own,
  (typeof matterSteps)[number],
]

describe.each(roles)('a person of the role %s', (role) => {
  it.each(['roads', 'water'] as const)(
    'in %s may take exactly the steps of the table',
    async (seat) => {
      const by = county.as(role, county[seat].unit)
      const sees = maySee(by, county.roads.unit)
      for (const step of matterSteps) {
        const allowed = may(by, step, county.roads.unit)
        const expected = allowed ? 'version-conflict' : sees ? 'forbidden' : 'not-found'
        expect([step, await codeOf(role, seat, own, step)]).toEqual([step, expected])
      }
    },
  )

  it('of the proposed unit neither sees nor moves a draft', async () => {
    const by = county.as(role, county.roads.unit)
    const sees = maySee(by, null)
    for (const step of matterSteps) {
      const expected = may(by, step, null) ? 'version-conflict' : sees ? 'forbidden' : 'not-found'
      expect([step, await codeOf(role, 'roads', draft, step)]).toEqual([step, expected])
    }
  })
})
