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
import { weightedShare } from '../statistics/weighted-share.ts'
import type { Detail, GroupCounts, ProtectedCounts, ProtectedQuestion } from './protect-counts.ts'

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
  questions: readonly QuestionFigures[]
}>

export function populationResults(
  counts: ProtectedCounts,
  form: Questionnaire,
  /** Drawn from a list, or everybody on it. */
  stands: boolean,
): PopulationResults {
  const groups = counts.questions.flatMap((one) => (one.detail === 'groups' ? [one.groups] : []))[0]
  const weights = stands ? weightsOf(groups ?? []) : []
  const { population, answered, size, smallest, questions } = counts
  return {
    population,
    answered,
    size,
    smallest,
    stands,
    designEffect: weights.length > 1 ? kishEffect(weights) : 1,
    questions: questions.map((one) => questionFigures(one, sidesOf(form, one.key), stands)),
  }
}

function weightsOf(groups: readonly GroupCounts[]) {
  const known = groups.flatMap(({ group: { size, answered } }) =>
    size !== null && size >= answered && answered > 0
      ? [{ n: answered, weight: size / answered }]
      : [],
  )
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
  stands: boolean,
): QuestionFigures {
  const [only] = groups
  return {
    key,
    many,
    detail,
    isWeighted: stands && weightsOf(groups).length > 1,
    whole: only ? figuresOf(groups, sides, stands) : null,
    groups: groups.length > 1 ? groups.map((one) => figuresOf([one], sides, stands)) : [],
  }
}

function figuresOf(
  parts: readonly GroupCounts[],
  sides: Sides | null,
  stands: boolean,
): GroupFigures {
  const sum = (of: (part: GroupCounts) => number) => parts.reduce((all, one) => all + of(one), 0)
  const sizes = parts.flatMap(({ group }) => group.size ?? [])
  const options = parts[0]?.options.map(({ option }) => option) ?? []
  return {
    strata: parts.flatMap(({ group }) => group.strata),
    size: sizes.length === parts.length ? sizes.reduce((all, one) => all + one, 0) : null,
    answered: sum(({ base }) => base),
    options: options.flatMap((option) => {
      const figure = figureOf(parts, { of: [option], among: null }, stands)
      return figure ? [{ option, n: sum((part) => chosen(part, [option])), figure }] : []
    }),
    rate: sides && figureOf(parts, rated(sides), stands),
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
  stands: boolean,
): Figure | null {
  const share = weightedShare(
    parts.map((part) => ({
      size: stands ? part.group.size : null,
      answered: part.group.answered,
      base: among ? chosen(part, among) : part.base,
      hits: chosen(part, of),
    })),
  )
  return share && { share, isEnough: isEnough(share) }
}

function chosen({ options }: GroupCounts, wanted: readonly string[]): number {
  return options.reduce((sum, { option, n }) => sum + (wanted.includes(option) ? n : 0), 0)
}
