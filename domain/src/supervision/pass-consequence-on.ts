/**
 * Rule: a measure that still asks something goes with the post: when the unit merges or its official leaves, the successor
 * answers by the same day. What is asked of one person (a self-criticism, an honour, a removal) stays that person's; only
 * the unit that keeps the paper changes.
 * Source: issue text “commitments outlive people”; domain.md §9.2, §12 (items 5, 6, 8, 9 are about the person).
 */
import type { Day } from '../kernel/day.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'
import type { ConsequenceStep } from './consequence-steps.ts'
import type { Consequence, ConsequenceEvent } from './consequence.ts'

export type Successor = Readonly<{
  unit: UnitId
  official: OfficialId | null
  /** Whose successor is still to be named, when `official` is only the head of the unit. */
  keptFor: OfficialId | null
}>

export function isOfThePerson(step: ConsequenceStep): boolean {
  switch (step) {
    case 'affirmation':
    case 'commendation':
    case 'selfCriticism':
    case 'honours':
    case 'superior':
    case 'organisational':
    case 'dismissal':
    case 'removal':
      return true
    case 'talk':
    case 'circular':
    case 'listed':
    case 'redo':
    case 'inquiry':
    case 'thematicInquiry':
    case 'interpellation':
    case 'specialInquiry':
      return false
  }
}

/** @returns Nothing where nothing changes hands: it is over, of another unit, or with the successor already. */
export function passConsequenceOn(
  state: Consequence,
  { from, to }: Readonly<{ from: UnitId; to: Successor }>,
  on: Day,
): readonly ConsequenceEvent[] {
  if (state.status !== 'decided' && state.status !== 'answered') return []
  if (state.unit !== from) return []
  const stays = isOfThePerson(state.step) || state.official === null
  const official = stays ? state.holder : to.official
  const keptFor = stays ? null : to.keptFor
  if (state.unit === to.unit && state.holder === official && state.keptFor === keptFor) return []
  return [{ type: 'ConsequencePassedOn', to: to.unit, official, keptFor, on }]
}
