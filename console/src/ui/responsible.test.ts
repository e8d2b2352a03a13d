import { idOf } from '@luoshi/domain/kernel/ids'
import { expect, it } from 'vitest'
import { standingUnit } from './responsible.ts'

const roads = idOf('unit', 'unit_roads')
const traffic = idOf('unit', 'unit_traffic')
const works = idOf('unit', 'unit_works')

it('a unit that merged is stood for by the last of those it went into, any other by itself', () => {
  const units = [
    { id: roads, into: traffic },
    { id: traffic, into: works },
    { id: works, into: null },
  ]
  const standing = [roads, traffic, works].map((one) => standingUnit(units, one))
  expect(standing).toEqual([works, works, works])
  expect(standingUnit([], roads)).toBe(roads)
})
