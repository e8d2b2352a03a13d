/**
 * From what the ballots came to, contest by contest, to the figures the county's rule is applied to, row by row.
 *
 * A contest is a row of the form. As on paper, where a row without a mark on a form that came back is an abstention, so is
 * a row for which fewer ballots came than for the row that has most: whoever cast one row took part.
 * Source: domain.md §7 (unmarked is 弃权), §8.8; ballot.md §0 no. 8.
 */
import type { Tally } from '@luoshi/ballots/bulletin/tally'
import type { BallotCount, RowVotes } from '@luoshi/domain/ballots/ballot-count'
import type { ContestCount } from '@luoshi/domain/ballots/cast-here'
import type { VoteKind } from '@luoshi/domain/verdicts/counting/rule'

/** Every contest has one question. */
export function tallyOf(tally: Tally): readonly ContestCount[] {
  return tally.map(({ cast, questions: [question] }) => ({
    cast,
    counts: [...(question?.counts ?? [])],
    blank: question?.blank ?? 0,
    invalid: question?.invalid ?? 0,
  }))
}

/** The exact text that the tellers sign: the body of `paper.json`. */
export function toSign(manifest: string, contests: readonly ContestCount[]): string {
  const tally: Tally = contests.map(({ cast, counts, blank, invalid }) => ({
    cast,
    questions: [{ counts, blank, invalid }],
  }))
  return JSON.stringify({ kind: 'paper', manifest, contests: tally })
}

/** @param forms - How many people took tokens or paper. */
export function countOfTally(
  contests: readonly ContestCount[],
  marks: readonly VoteKind[],
  forms: number,
): BallotCount {
  const returned = Math.max(0, ...contests.map(({ cast }) => cast))
  const rows = contests.map((contest) => rowOf(contest, marks, returned))
  return { issued: forms, returned, invalid: 0, rows }
}

function rowOf(
  { cast, counts, blank, invalid }: ContestCount,
  marks: readonly VoteKind[],
  returned: number,
): RowVotes {
  const votes = { satisfied: 0, basically: 0, dissatisfied: 0, abstain: 0, unknown: 0 }
  for (const [at, mark] of marks.entries()) votes[mark] += counts[at] ?? 0
  votes.abstain += blank + (returned - cast)
  return { ...votes, spoiled: invalid }
}
