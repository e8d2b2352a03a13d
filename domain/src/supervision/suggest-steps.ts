/**
 * Rule: the county's rule book says from which round on a measure is to be thought of; those are suggested beside the
 * appraisal, as far as they are open against this person. A suggestion decides nothing, and all that is open stays open.
 * When everything was satisfied, saying so is suggested.
 *
 * Source: domain.md §12 (石泉: two failures → 作出检查 [S11]; good results [S8]); the rounds are the rule book's `consequences`.
 */
import type { Appointer } from '../people/directory.ts'
import type { Consequence } from '../rule-books/rule-book.ts'
import type { Measure } from './chase.ts'
import { standingFault } from './consequence-checks.ts'
import type { ConsequenceStep } from './consequence-steps.ts'

export type CampaignStanding = Readonly<{
  /** The highest round that any open matter has reached. */
  round: number
  openMatters: number
  closedMatters: number
  appointedBy: Appointer | null
}>

export function suggestedSteps(
  { round, openMatters, closedMatters, appointedBy }: CampaignStanding,
  consequences: readonly Consequence[],
): readonly ConsequenceStep[] {
  if (openMatters === 0) return closedMatters > 0 ? ['affirmation'] : []
  return consequences
    .filter(({ fromRound }) => fromRound <= round)
    .map(({ measure }) => stepOf(measure, appointedBy))
    .filter((step) => standingFault(step, { appointedBy, electedDeputy: false }) === null)
}

function stepOf(measure: Measure, appointedBy: Appointer | null): ConsequenceStep {
  switch (measure) {
    case 'talk':
    case 'circular':
    case 'listed':
    case 'selfCriticism':
      return measure
    case 'inquiry':
      return 'thematicInquiry'
    case 'partyReferral':
      return appointedBy === 'verticallyManaged' ? 'superior' : 'organisational'
  }
}

/** The entry that a step makes in the trail of each matter it is about; null: none of its own. */
export function measureOf(step: ConsequenceStep): Measure | null {
  switch (step) {
    case 'talk':
    case 'circular':
    case 'listed':
    case 'selfCriticism':
      return step
    case 'thematicInquiry':
      return 'inquiry'
    case 'organisational':
      return 'partyReferral'
    case 'affirmation':
    case 'commendation':
    case 'redo':
    case 'honours':
    case 'inquiry':
    case 'interpellation':
    case 'specialInquiry':
    case 'superior':
    case 'dismissal':
    case 'removal':
      return null
  }
}
