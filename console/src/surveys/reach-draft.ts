/** Populations and channels while they are set: what each button does. Codes are made here, so nobody types one. */
import {
  channelFits,
  channelKinds,
  type Channel,
  type ChannelKind,
} from '@luoshi/domain/surveys/channel'
import type { Population, Sampling, SamplingType, Stratum } from '@luoshi/domain/surveys/population'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { freeCode } from './form-draft.ts'

const codesOf = (bearers: readonly Readonly<{ code: string }>[]) => bearers.map(({ code }) => code)

export function withNewPopulation(reach: Reach, name: string, all: string): Reach {
  const code = freeCode(codesOf(reach.populations), 'p')
  const population: Population = {
    code,
    kind: 'residents',
    name,
    sizeSource: '',
    strata: [{ code: 's1', name: all, size: null, quota: null }],
    sampling: { type: 'open' },
  }
  return { ...reach, populations: [...reach.populations, population] }
}

/** Channels that no longer fit, or lost their stratum, go with what they served. */
export function withPopulation(reach: Reach, place: number, population: Population): Reach {
  const before = reach.populations[place]
  const channels = reach.channels
    .filter((one) => one.population !== before?.code || channelFits(one.kind, population.sampling))
    .map((one) => {
      const isKnown = population.strata.some(({ code }) => code === one.stratum)
      return one.population === population.code && !isKnown ? { ...one, stratum: null } : one
    })
  return { ...reach, populations: reach.populations.with(place, population), channels }
}

export function withoutPopulation(reach: Reach, place: number): Reach {
  const gone = reach.populations[place]?.code
  return {
    ...reach,
    populations: reach.populations.toSpliced(place, 1),
    channels: reach.channels.filter(({ population }) => population !== gone),
  }
}

export function withNewStratum(population: Population): Population {
  const code = freeCode(codesOf(population.strata), 's')
  const stratum: Stratum = { code, name: '', size: null, quota: null }
  return { ...population, strata: [...population.strata, stratum] }
}

export function samplingOf(type: SamplingType): Sampling {
  switch (type) {
    case 'interval':
      // Huizhou: above 300 on the list, 300 at equal intervals.
      return { type, most: 300 }
    case 'random':
      return { type, count: 300 }
    case 'open':
    case 'all':
    case 'stratified':
    case 'quota':
      return { type }
  }
}

export function fittingKinds(sampling: Sampling): readonly ChannelKind[] {
  return channelKinds.filter((kind) => channelFits(kind, sampling))
}

/** Paper serves every way of choosing people. */
export function newChannel({ channels }: Reach, population: Population): Channel {
  return {
    code: freeCode(codesOf(channels), 'c'),
    kind: fittingKinds(population.sampling)[0] ?? 'paper',
    population: population.code,
    stratum: population.strata.length === 1 ? (population.strata[0]?.code ?? null) : null,
    place: '',
  }
}

export function withNewChannel(reach: Reach, population: Population): Reach {
  return { ...reach, channels: [...reach.channels, newChannel(reach, population)] }
}

export function withChannel(reach: Reach, channel: Channel): Reach {
  return {
    ...reach,
    channels: reach.channels.map((one) => (one.code === channel.code ? channel : one)),
  }
}

export function withoutChannel(reach: Reach, code: string): Reach {
  return { ...reach, channels: reach.channels.filter((one) => one.code !== code) }
}
