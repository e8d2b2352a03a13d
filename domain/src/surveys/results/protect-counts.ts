/**
 * What may be told of a survey: the only thing from which its figures, pages, papers and exports are made. Everything
 * told is a sum over groups that do not overlap, each of at least `smallest` answers; so no subtraction of one thing
 * told from another leaves a smaller group, and nothing told depends on who within a group said what.
 *
 * A question is told group by group only if that is safe in every group; else for the whole; else not at all (no gap
 * that could be filled in from the rest). A follow-up is never told more finely than the question it waits for. Safe: as
 * many answers as asked for, and everybody may deny: where all people are known (how many there are, or how many were
 * asked by name: whoever sent the letters knows whom), two at least are left who did not give the common answer, or did
 * not answer.
 * Source: domain.md section 11 (small-cell suppression); ballot.md section 6, no. 8 (unanimous: every answer is known).
 */
import { closedQuestionsOf, type ClosedQuestion } from '../closed-questions.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { StratumCounts, SurveyCounts } from '../survey-counts.ts'
import { joinStrata, type Group } from './join-strata.ts'
import { leastOthers } from './smallest-group.ts'

export type OptionCount = Readonly<{ option: string; n: number }>

/** `base`: those whose answers are counted; where several may be chosen, those who were asked. */
export type GroupCounts = Readonly<{ group: Group; base: number; options: readonly OptionCount[] }>

export type Detail = 'groups' | 'whole' | 'nothing'

export type ProtectedQuestion = Readonly<{
  key: string
  many: boolean
  detail: Detail
  /** All groups, or the whole as one, or none. */
  groups: readonly GroupCounts[]
}>

export type ProtectedCounts = Readonly<{
  population: string
  smallest: number
  answered: number
  size: number | null
  questions: readonly ProtectedQuestion[]
}>

export function protectCounts(
  counts: SurveyCounts,
  form: Questionnaire,
  smallest: number,
): ProtectedCounts {
  const groups = joinStrata(counts, smallest)
  const whole = wholeOf(groups)
  const closed = closedQuestionsOf(form)
  const details = new Map<string, Detail>()
  const questions = closed.map((question): ProtectedQuestion => {
    const fine = groups.map((group) => countIn(counts, group, question, closed))
    const rough = [countIn(counts, whole, question, closed)]
    const most = (question.when && details.get(question.when.question)) ?? 'groups'
    const isSafe = (one: GroupCounts) => isSafeToTell(one, smallest, knownIn(counts, one.group))
    const detail = detailOf(fine.every(isSafe), rough.every(isSafe), most)
    details.set(question.key, detail)
    const told = { groups: fine, whole: rough, nothing: [] }[detail]
    return { key: question.key, many: question.many, detail, groups: told }
  })
  const { answered, size } = whole
  return { population: counts.population, smallest, answered, size, questions }
}

function wholeOf(groups: readonly Group[]): Group {
  const sizes = groups.flatMap(({ size }) => size ?? [])
  return {
    strata: groups.flatMap(({ strata }) => strata),
    size: sizes.length === groups.length ? sizes.reduce((sum, one) => sum + one, 0) : null,
    answered: groups.reduce((sum, { answered }) => sum + answered, 0),
  }
}

function detailOf(isFineSafe: boolean, isRoughSafe: boolean, most: Detail): Detail {
  if (most === 'nothing' || !isRoughSafe) return 'nothing'
  return most === 'groups' && isFineSafe ? 'groups' : 'whole'
}

function isSafeToTell({ base, options }: GroupCounts, smallest: number, known: number): boolean {
  if (base < smallest) return false
  const common = Math.max(0, ...options.map(({ n }) => n))
  return known - common >= leastOthers
}

/** How many people of a group can be named who may have answered; without end where anybody may have. */
function knownIn({ strata }: SurveyCounts, group: Group): number {
  const none = Number.POSITIVE_INFINITY
  return strata
    .filter(({ key }) => group.strata.includes(key))
    .reduce(
      (sum, { populationSize, invited }) => sum + Math.min(populationSize ?? none, invited ?? none),
      0,
    )
}

function countIn(
  counts: SurveyCounts,
  group: Group,
  question: ClosedQuestion,
  all: readonly ClosedQuestion[],
): GroupCounts {
  const strata = counts.strata.filter(({ key }) => group.strata.includes(key))
  const options = question.options.map((option) => ({
    option,
    n: chosen(strata, question.key, [option]),
  }))
  return { group, base: baseOf(strata, group, question, all), options }
}

function baseOf(
  strata: readonly StratumCounts[],
  group: Group,
  { key, options, many, when }: ClosedQuestion,
  all: readonly ClosedQuestion[],
): number {
  if (!many) return chosen(strata, key, options)
  if (!when) return group.answered
  // Where the question before it allows several, its counts overlap: then all who answered it, at most.
  const before = all.find((one) => one.key === when.question)
  const asked = chosen(strata, when.question, when.anyOf)
  return before?.many === true ? Math.min(asked, group.answered) : asked
}

function chosen(
  strata: readonly StratumCounts[],
  question: string,
  options: readonly string[],
): number {
  return strata
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell.question === question && options.includes(cell.option))
    .reduce((sum, { n }) => sum + n, 0)
}
