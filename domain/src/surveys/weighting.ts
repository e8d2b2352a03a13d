/**
 * How the answers of a population are weighted, chosen before the first of them is in: afterwards anybody could look for
 * the weights whose result pleases. By the sizes of the strata (post-stratification), which is the usual; by margins,
 * where the strata are cells of a table (town by age) of which only the sums are known (raking); or not at all.
 *
 * Every margin says where its numbers come from. Source: issue 6 point 5; domain.md §11.
 */
import type { ByCode, ByType, Nothing } from '../kernel/one-of.ts'
import { isCode } from './code.ts'

export type Level = Readonly<{ code: string; name: string; size: number }>

/** `of`: the level of each stratum, by their codes. */
export type Margin = Readonly<{
  code: string
  name: string
  source: string
  levels: readonly Level[]
  of: Readonly<Record<string, string>>
}>

export type Weighting = ByType<{
  strata: Nothing
  margins: { margins: readonly Margin[] }
  none: Nothing
}>

export const weightingLabels: Readonly<
  Record<Weighting['type'], Readonly<{ zh: string; en: string }>>
> = {
  strata: { zh: '按各层人数加权', en: 'By the sizes of the strata' },
  margins: { zh: '按边际人数加权', en: 'By margins' },
  none: { zh: '不加权', en: 'Not weighted' },
}

export type WeightingRefusal = ByCode<{
  'survey-margins-amount': { population: string; most: number }
  'survey-margin-source-missing': { margin: string }
  'survey-margin-level-wrong': { margin: string }
  'survey-margin-stratum-missing': { margin: string; stratum: string }
  'survey-margins-disagree': { one: string; other: string }
}>

export const marginLimits = { margins: 4, levels: 40 } as const

type Weighed = Readonly<{
  code: string
  strata: readonly Readonly<{ code: string; name: string }>[]
  weighting?: Weighting | undefined
}>

/** Null: it can be weighted so. Only margins can be wrong; strata and no weights always can. */
export function weightingFault({ code, strata, weighting }: Weighed): WeightingRefusal | null {
  if (weighting?.type !== 'margins') return null
  const { margins } = weighting
  const most = marginLimits.margins
  const codes = new Set(margins.map((one) => one.code))
  if (margins.length === 0 || margins.length > most || codes.size < margins.length)
    return { code: 'survey-margins-amount', population: code, most }
  for (const margin of margins) {
    const fault = marginFault(margin, strata)
    if (fault) return fault
  }
  const [first] = margins
  const other = margins.find((one) => first && peopleOf(one) !== peopleOf(first))
  return first && other
    ? { code: 'survey-margins-disagree', one: first.name, other: other.name }
    : null
}

function marginFault(
  { code, name, source, levels, of }: Margin,
  strata: Weighed['strata'],
): WeightingRefusal | null {
  const known = new Set(levels.map((level) => level.code))
  const isWrong = (level: Level) =>
    !isCode(level.code) || level.name.trim() === '' || !Number.isSafeInteger(level.size)
  const isOff = known.size < levels.length || levels.length < 2 || !isCode(code)
  if (name.trim() === '' || isOff || levels.some((one) => isWrong(one) || one.size < 1))
    return { code: 'survey-margin-level-wrong', margin: name }
  if (source.trim() === '') return { code: 'survey-margin-source-missing', margin: name }
  const without = strata.find((one) => !known.has(of[one.code] ?? ''))
  return without
    ? { code: 'survey-margin-stratum-missing', margin: name, stratum: without.name }
    : null
}

/** All people of a margin; every margin of a population has to come to the same number. */
export function peopleOf({ levels }: Margin): number {
  return levels.reduce((sum, { size }) => sum + size, 0)
}
