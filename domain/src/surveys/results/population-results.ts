/**
 * The figures of one population, from what may be told of it: every option with its count and share, and, on a scale,
 * the rate of those who speak for the work among those who have an opinion (不了解 is told beside it, never in it).
 *
 * Drawn samples with known strata are weighted by the strata; what is open to all comers, or filled by quota, is not: its
 * shares are those of the people who answered, and say so.
 * Source: domain.md section 11; issue 6 point 5.
 */
import type { Question, Questionnaire } from '../questionnaire.ts'
import { scales, type Side } from '../scales.ts'
import { kishEffect } from '../statistics/design-effect.ts'
import { isEnough } from '../statistics/enough-evidence.ts'
import type { Share } from '../statistics/share.ts'
import { rakedShare } from '../statistics/raked-share.ts'
import { weightedShare } from '../statistics/weighted-share.ts'
import type { Group } from './join-strata.ts'
import type { Detail, GroupCounts, ProtectedCounts, ProtectedQuestion } from './protect-counts.ts'
import { byStrata, type WeightPlan } from './weight-plan.ts'

/** `isEnough` false: not enough evidence to be read as a share; shown with that word. */
export type Figure = Readonly<{ share: Share; isEnough: boolean }>

export type OptionFigure = Readonly<{ option: string; n: number; figure: Figure }>

export type GroupFigures = Readonly<{
  strata: readonly string[]
  size: number | null
  answered: number
  options: readonly OptionFigure[]
  /** Null for a choice, which has no side, and where nobody has an opinion. */
  rate: Figure | null
}>

export type QuestionFigures = Readonly<{
  key: string
  many: boolean
  detail: Detail
  /** By the sizes of its groups; what is told only for the whole cannot be. */
  isWeighted: boolean
  whole: GroupFigures | null
  /** Empty unless it is told group by group and there are several. */
  groups: readonly GroupFigures[]
}>

export type PopulationResults = Readonly<{
  population: string
  answered: number
  size: number | null
  smallest: number
  /** Whether it may be taken for those who were not asked. */
  stands: boolean
  /** What unequal weights cost: 1 is nothing. */
  designEffect: number
  weighting: Omit<WeightPlan, 'raked'>
  questions: readonly QuestionFigures[]
}>

export function populationResults(
  counts: ProtectedCounts,
  form: Questionnaire,
  /** Drawn from a list, or everybody on it. */
  stands: boolean,
  plan: WeightPlan = byStrata,
): PopulationResults {
  const groups = counts.questions.flatMap((one) => (one.detail === 'groups' ? [one.groups] : []))[0]
  const weighing: Weighing = { stands, plan }
  const weights = weightsOf(groups ?? [], weighing)
  const { population, answered, size, smallest, questions } = counts
  return {
    population,
    answered,
    size,
    smallest,
    stands,
    designEffect: weights.length > 1 ? kishEffect(weights) : 1,
    weighting: { how: plan.how, refusal: plan.refusal },
    questions: questions.map((one) => questionFigures(one, sidesOf(form, one.key), weighing)),
  }
}

type Weighing = Readonly<{ stands: boolean; plan: WeightPlan }>

/** The people a group stands for; null when it is not weighted. */
function peopleOf({ strata, size, answered }: Group, { stands, plan }: Weighing): number | null {
  if (!stands || plan.how === 'none') return null
  const { raked } = plan
  if (raked) return strata.reduce((sum, key) => sum + (raked.get(key) ?? 0), 0)
  return size !== null && size >= answered ? size : null
}

function weightsOf(groups: readonly GroupCounts[], weighing: Weighing) {
  const known = groups.flatMap(({ group }) => {
    const people = peopleOf(group, weighing)
    const { answered: n } = group
    return people !== null && n > 0 ? [{ n, weight: people / n }] : []
  })
  return known.length === groups.length ? known : []
}

type Sides = ReadonlyMap<string, Side>

/** Which option stands on which side; null for a choice. */
function sidesOf(form: Questionnaire, key: string): Sides | null {
  const question = form.questions.find(
    (one) => one.code === key || (one.type === 'matrix' && key.startsWith(`${one.code}.`)),
  )
  const scale = question && scaleOf(question)
  return scale ? new Map(scale.options.map(({ code, side }) => [code, side])) : null
}

function scaleOf(question: Question) {
  switch (question.type) {
    case 'scale':
    case 'matrix':
      return scales[question.scale]
    case 'choice':
    case 'text':
      return null
  }
}

function questionFigures(
  { key, many, detail, groups }: ProtectedQuestion,
  sides: Sides | null,
  weighing: Weighing,
): QuestionFigures {
  const [only] = groups
  return {
    key,
    many,
    detail,
    isWeighted: weightsOf(groups, weighing).length > 1,
    whole: only ? figuresOf(groups, sides, weighing) : null,
    groups: groups.length > 1 ? groups.map((one) => figuresOf([one], sides, weighing)) : [],
  }
}

function figuresOf(
  parts: readonly GroupCounts[],
  sides: Sides | null,
  weighing: Weighing,
): GroupFigures {
  const sum = (of: (part: GroupCounts) => number) => parts.reduce((all, one) => all + of(one), 0)
  const sizes = parts.flatMap(({ group }) => group.size ?? [])
  const options = parts[0]?.options.map(({ option }) => option) ?? []
  return {
    strata: parts.flatMap(({ group }) => group.strata),
    size: sizes.length === parts.length ? sizes.reduce((all, one) => all + one, 0) : null,
    answered: sum(({ base }) => base),
    options: options.flatMap((option) => {
      const figure = figureOf(parts, { of: [option], among: null }, weighing)
      return figure ? [{ option, n: sum((part) => chosen(part, [option])), figure }] : []
    }),
    rate: sides && figureOf(parts, rated(sides), weighing),
  }
}

/** `among` null: of everybody whose answer is counted. */
type Asked = Readonly<{ of: readonly string[]; among: readonly string[] | null }>

function rated(sides: Sides): Asked {
  const on = (...wanted: readonly Side[]) =>
    [...sides].filter(([, side]) => wanted.includes(side)).map(([option]) => option)
  return { of: on('for'), among: on('for', 'between', 'against') }
}

function figureOf(
  parts: readonly GroupCounts[],
  { of, among }: Asked,
  weighing: Weighing,
): Figure | null {
  const blocks = parts.map((part) => ({
    size: sizeFor(part.group, weighing, parts.length),
    answered: part.group.answered,
    base: among ? chosen(part, among) : part.base,
    hits: chosen(part, of),
  }))
  const share = weighing.plan.raked && parts.length > 1 ? rakedShare(blocks) : weightedShare(blocks)
  return share && { share, isEnough: isEnough(share) }
}

/** One group by itself is not weighted; of a drawn sample its own known size still bounds it. */
function sizeFor(group: Group, weighing: Weighing, parts: number): number | null {
  if (parts > 1) return peopleOf(group, weighing)
  return weighing.stands ? group.size : null
}

function chosen({ options }: GroupCounts, wanted: readonly string[]): number {
  return options.reduce((sum, { option, n }) => sum + (wanted.includes(option) ? n : 0), 0)
}
