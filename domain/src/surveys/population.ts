/**
 * Who is asked. Populations are never mixed: a head's own staff, those who use a counter and deputies each see another
 * side, so every population has its own strata, its own way of being drawn, its own figures.
 *
 * Only a draw says something of those who were not asked. Whoever happens to come, and whoever an interviewer chose to
 * fill a share, say what they say: their figures bear that label everywhere.
 *
 * Source: domain.md §11 (populations, kept apart; equal-interval draw above 300, S64; fixed shares, S54; shares by
 * stratum, S65); issue 6 point 2.
 */
import type { ByType, Nothing } from '../kernel/one-of.ts'
import type { Weighting } from './weighting.ts'

export const populationKinds = [
  'residents',
  'serviceUsers',
  'enterprises',
  'deputies',
  'partyAndCppcc',
  'villageCadres',
  'ownStaff',
  'subordinates',
  'otherDepartments',
  'raisers',
] as const

export type PopulationKind = (typeof populationKinds)[number]

type Label = Readonly<{ zh: string; en: string }>

export const populationLabels: Readonly<Record<PopulationKind, Label>> = {
  residents: { zh: '城乡居民', en: 'Residents' },
  serviceUsers: { zh: '服务对象', en: 'Users of the service' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  deputies: { zh: '人大代表', en: 'Deputies' },
  partyAndCppcc: { zh: '党代表、政协委员', en: 'Party delegates, CPPCC members' },
  villageCadres: { zh: '村（社区）干部', en: 'Village cadres' },
  ownStaff: { zh: '本单位干部职工', en: 'The unit’s own staff' },
  subordinates: { zh: '下属单位', en: 'Subordinate units' },
  otherDepartments: { zh: '其他部门', en: 'Other departments' },
  raisers: { zh: '意见提出人', en: 'Those who raised the opinions' },
}

export type Stratum = Readonly<{
  code: string
  name: string
  /** How many there are; null when nobody knows. */
  size: number | null
  /** How many are to be asked of it, where the method asks by stratum. */
  quota: number | null
}>

export type Sampling = ByType<{
  /** Whoever comes. */
  open: Nothing
  /** Everybody on the list. */
  all: Nothing
  /** Above `most` on the list: so many at equal intervals from a drawn start; else everybody. */
  interval: { most: number }
  random: { count: number }
  /** By lot within each stratum, as many as its quota says. */
  stratified: Nothing
  /** Fixed shares, filled by interviewers. */
  quota: Nothing
}>

export type SamplingType = Sampling['type']

export const samplingLabels: Readonly<Record<SamplingType, Label>> = {
  open: { zh: '自愿参与', en: 'Whoever comes' },
  all: { zh: '名单全体', en: 'Everybody on the list' },
  interval: { zh: '等距抽样', en: 'Equal intervals' },
  random: { zh: '随机抽样', en: 'Drawn by lot' },
  stratified: { zh: '分层抽样', en: 'By lot within each stratum' },
  quota: { zh: '配额访问', en: 'Fixed shares' },
}

/** What its figures may be taken for. */
export const samplingCaveats: Readonly<Record<SamplingType, Label | null>> = {
  open: {
    zh: '开放参与，不代表全体；只反映参与者的看法。',
    en: 'Open, not representative: only those who took part.',
  },
  quota: {
    zh: '配额样本，不是随机样本；不能据此推断全体。',
    en: 'Fixed shares, not a random sample.',
  },
  all: null,
  interval: null,
  random: null,
  stratified: null,
}

/** Drawn from a list, or everybody on it: those are invited, and each of them answers once. */
export function isFromList({ type }: Sampling): boolean {
  return type !== 'open' && type !== 'quota'
}

export type Population = Readonly<{
  code: string
  kind: PopulationKind
  name: string
  /** Where the sizes come from: the statistics, the list of a day. */
  sizeSource: string
  strata: readonly Stratum[]
  sampling: Sampling
  /** Absent: by the sizes of its strata, where they are known. */
  weighting?: Weighting | undefined
}>

/** The whole, when the size of every stratum is known. */
export function sizeOfPopulation({ strata }: Population): number | null {
  let sum = 0
  for (const { size } of strata) {
    if (size === null) return null
    sum += size
  }
  return sum
}
