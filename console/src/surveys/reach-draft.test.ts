import { day } from '@luoshi/domain/kernel/day'
import { reachFault, type Reach } from '@luoshi/domain/surveys/reach'
import { expect, it } from 'vitest'
import {
  fittingKinds,
  samplingOf,
  withNewChannel,
  withNewPopulation,
  withNewStratum,
  withPopulation,
  withoutPopulation,
} from './reach-draft.ts'

const nobody: Reach = {
  populations: [],
  channels: [],
  from: day('2026-03-02'),
  until: day('2026-03-31'),
}

it('sets a population with its channels, each with a code of its own', () => {
  let reach = withNewPopulation(withNewPopulation(nobody, '居民', '全部'), '企业', '全部')
  const [first, second] = reach.populations
  if (!first || !second) throw new Error('Nobody')
  reach = withNewChannel(withNewChannel(withNewChannel(reach, first), first), second)
  expect(reachFault(reach)).toBeNull()
  expect(withoutPopulation(reach, 0)).toMatchObject({
    populations: [{ code: 'p2' }],
    channels: [{ population: 'p2' }],
  })
})

it('takes away the posters of a population that is drawn from a list, and keeps what fits', () => {
  const reach = withNewPopulation(nobody, '居民', '全部')
  const [people] = reach.populations
  if (!people) throw new Error('Nobody')
  const both = withNewChannel(withNewChannel(reach, people), people)
  const [poster, second] = both.channels
  if (!poster || !second) throw new Error('No channels')
  const channels = [poster, { ...second, kind: 'paper' as const }]
  const drawn = { ...people, sampling: samplingOf('random') }
  const after = withPopulation({ ...both, channels }, 0, drawn)
  expect(after.channels.map(({ kind }) => kind)).toEqual(['paper'])
  expect(fittingKinds(drawn.sampling)).not.toContain('poster')
  expect(reachFault(after)).toBeNull()
})

it('lets a channel ask for the stratum when its own is gone', () => {
  const reach = withNewPopulation(nobody, '居民', '全部')
  const [people] = reach.populations
  if (!people) throw new Error('Nobody')
  const divided = withPopulation(withNewChannel(reach, people), 0, withNewStratum(people))
  expect(divided.channels[0]?.stratum).toBe('s1')
  const [one] = divided.populations
  if (!one) throw new Error('Nobody')
  const left = withPopulation(divided, 0, { ...one, strata: one.strata.slice(1) })
  expect(left.channels[0]?.stratum).toBeNull()
})
