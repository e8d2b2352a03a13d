/** Counts of an event: electronic ballots opened, paper, and the two together. Source: ballot.md 4 no. 8–11. */
import { hasFields, isRecord } from '../protocol/json.ts'
import type { Contest, Manifest } from '../protocol/manifest.ts'
import type { Marks } from '../protocol/plain-vote.ts'

export type QuestionTally = Readonly<{ counts: readonly number[]; blank: number; invalid: number }>

export type ContestTally = Readonly<{ cast: number; questions: readonly QuestionTally[] }>

export type Tally = readonly ContestTally[]

export function emptyTally({ contests }: Manifest): Tally {
  return contests.map(({ questions }) => ({
    cast: 0,
    questions: questions.map(({ options }) => ({
      counts: options.map(() => 0),
      blank: 0,
      invalid: 0,
    })),
  }))
}

/** `marks`: nothing for a spoiled ballot (废票), which counts as invalid in each question. */
export function withBallot(tally: ContestTally, marks: Marks | undefined): ContestTally {
  const questions = tally.questions.map((question, at) => {
    if (!marks) return { ...question, invalid: question.invalid + 1 }
    const mark = marks[at]
    if (mark === null || mark === undefined) return { ...question, blank: question.blank + 1 }
    return {
      ...question,
      counts: question.counts.map((n, option) => (option === mark ? n + 1 : n)),
    }
  })
  return { cast: tally.cast + 1, questions }
}

export function together(one: Tally, other: Tally): Tally {
  return one.map((contest, at) => {
    const added = other[at]
    return added ? { cast: contest.cast + added.cast, questions: sums(contest, added) } : contest
  })
}

function sums(one: ContestTally, other: ContestTally): readonly QuestionTally[] {
  return one.questions.map((question, at) => {
    const added = other.questions[at]
    if (!added) return question
    const counts = question.counts.map((n, option) => n + (added.counts[option] ?? 0))
    const { blank, invalid } = added
    return { counts, blank: question.blank + blank, invalid: question.invalid + invalid }
  })
}

/** Every question's marks, blanks and spoiled ones are the ballots cast, and none is negative. */
export function addsUp({ cast, questions }: ContestTally): boolean {
  const numbers = questions.flatMap(({ counts, blank, invalid }) => [...counts, blank, invalid])
  if (![cast, ...numbers].every((n) => Number.isSafeInteger(n) && n >= 0)) return false
  return questions.every(
    ({ counts, blank, invalid }) => counts.reduce((sum, n) => sum + n, blank + invalid) === cast,
  )
}

/** One question that all answered alike, or all left blank: the result tells how each voted. */
export function unanimous({ cast, questions }: ContestTally): boolean {
  return cast > 0 && questions.some(({ counts, blank }) => [...counts, blank].includes(cast))
}

export function hasShapeOf(tally: unknown, contests: readonly Contest[]): tally is Tally {
  if (!Array.isArray(tally) || tally.length !== contests.length) return false
  return contests.every((contest, at) => {
    const one: unknown = tally[at]
    return isContestTally(one, contest)
  })
}

function isContestTally(value: unknown, { questions }: Contest): boolean {
  if (!isRecord(value) || !hasFields(value, ['cast', 'questions'])) return false
  const { cast, questions: counted } = value
  if (typeof cast !== 'number' || !Array.isArray(counted) || counted.length !== questions.length)
    return false
  return questions.every(({ options }, at) => {
    const one: unknown = counted[at]
    if (!isRecord(one) || !hasFields(one, ['counts', 'blank', 'invalid'])) return false
    const { counts, blank, invalid } = one
    if (typeof blank !== 'number' || typeof invalid !== 'number' || !Array.isArray(counts))
      return false
    return counts.length === options.length && counts.every((n) => typeof n === 'number')
  })
}
