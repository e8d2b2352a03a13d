/** Whom a survey asks, by which ways, and when: checked before it starts. */
import type { Day } from '../kernel/day.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { channelFits, isInUse, type Channel } from './channel.ts'
import { isCode } from './code.ts'
import type { Population } from './population.ts'
import { weightingFault, type WeightingRefusal } from './weighting.ts'

export type Reach = Readonly<{
  populations: readonly Population[]
  channels: readonly Channel[]
  from: Day
  until: Day
}>

export type ReachRefusal =
  | WeightingRefusal
  | ByCode<{
      'survey-reach-too-long': { what: 'populations' | 'strata' | 'channels'; most: number }
      'survey-days-wrong': Nothing
      'survey-code-wrong': { at: string }
      /** By its place, from 1: it has nothing else to be called by. */
      'survey-name-missing': { n: number; within: string | null }
      'survey-stratum-missing': { population: string }
      'survey-number-wrong': { at: string }
      'survey-channel-nowhere': { channel: string }
      'survey-channel-does-not-fit': { channel: string; population: string }
    }>

export const reachLimits = { populations: 20, strata: 60, channels: 500 } as const

type Fault = ReachRefusal | null

export function reachFault(reach: Reach): Fault {
  const { populations, channels, from, until } = reach
  if (until < from) return { code: 'survey-days-wrong' }
  if (populations.length > reachLimits.populations) return tooLong('populations')
  if (channels.length > reachLimits.channels) return tooLong('channels')
  if (populations.some(({ strata }) => strata.length > reachLimits.strata)) return tooLong('strata')
  const codes = codeFault(populations, '') ?? codeFault(channels, '')
  if (codes) return codes
  for (const [place, population] of populations.entries()) {
    const fault = populationFault(population, place)
    if (fault) return fault
  }
  for (const channel of channels) {
    const fault = channelFault(channel, populations)
    if (fault) return fault
  }
  return null
}

/** As the next wave begins with it: ways that were shut stay behind. */
export function reachInUse(reach: Reach): Reach {
  return { ...reach, channels: reach.channels.filter(isInUse) }
}

function tooLong(what: keyof typeof reachLimits): ReachRefusal {
  return { code: 'survey-reach-too-long', what, most: reachLimits[what] }
}

/** Each code well formed, and borne by one only. */
function codeFault(bearers: readonly Readonly<{ code: string }>[], under: string): Fault {
  const known = new Set<string>()
  for (const { code } of bearers) {
    if (!isCode(code) || known.has(code)) return { code: 'survey-code-wrong', at: under + code }
    known.add(code)
  }
  return null
}

function populationFault(population: Population, place: number): Fault {
  const { code, name, strata, sampling } = population
  if (name.trim() === '') return { code: 'survey-name-missing', n: place + 1, within: null }
  if (strata.length === 0) return { code: 'survey-stratum-missing', population: name }
  const codes = codeFault(strata, `${code}.`)
  if (codes) return codes
  const nameless = strata.findIndex((one) => one.name.trim() === '')
  if (nameless >= 0) return { code: 'survey-name-missing', n: nameless + 1, within: name }
  const wrong = strata.find(({ size, quota }) => !isAmount(size, 0) || !isAmount(quota, 0))
  if (wrong) return { code: 'survey-number-wrong', at: `${name} · ${wrong.name}` }
  if (sampling.type === 'interval' && !isAmount(sampling.most, 1))
    return { code: 'survey-number-wrong', at: name }
  if (sampling.type === 'random' && !isAmount(sampling.count, 1))
    return { code: 'survey-number-wrong', at: name }
  const needsQuotas = sampling.type === 'stratified' || sampling.type === 'quota'
  const without = needsQuotas ? strata.find(({ quota }) => quota === null) : undefined
  if (without) return { code: 'survey-number-wrong', at: `${name} · ${without.name}` }
  return weightingFault(population)
}

/** A number of people: whole, and no more than a country has. */
function isAmount(amount: number | null, least: number): boolean {
  return (
    amount === null || (Number.isSafeInteger(amount) && amount >= least && amount <= 1_500_000_000)
  )
}

/** As whoever set it up knows it: the code is made by the page. */
function calledBy({ code, place }: Channel): string {
  return place.trim() === '' ? code : place.trim()
}

function channelFault(channel: Channel, populations: readonly Population[]): Fault {
  const population = populations.find(({ code }) => code === channel.population)
  const isKnown =
    population !== undefined &&
    (channel.stratum === null || population.strata.some(({ code }) => code === channel.stratum))
  if (!isKnown) return { code: 'survey-channel-nowhere', channel: calledBy(channel) }
  return channelFits(channel.kind, population.sampling)
    ? null
    : {
        code: 'survey-channel-does-not-fit',
        channel: calledBy(channel),
        population: population.name,
      }
}
