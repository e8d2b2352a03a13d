/**
 * What a county's rule book lets follow from the ballot on the official: nothing when it satisfies; else the measures it
 * names from this round on. The ballot removes nobody: every measure is decided by the body that may, on a paper of its
 * own. What reaches people the committee did not appoint goes through the Party committee.
 *
 * Source: domain.md §12 (ladder of consequences; the ballot itself has no legal power to remove anyone).
 */
import type { RuleBook } from '../rule-books/rule-book.ts'
import type { Measure } from '../supervision/chase.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'

/** @param round - 1 the first time the official is judged, 2 when judged again. */
export function measuresAfter(
  outcome: VerdictOutcome,
  round: number,
  { settings }: Pick<RuleBook, 'settings'>,
): readonly Measure[] {
  if (outcome !== 'unsatisfied') return []
  return settings.consequences.value
    .filter(({ fromRound }) => fromRound <= round)
    .map(({ measure }) => measure)
}
