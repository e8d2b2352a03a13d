/**
 * Rule: several people of a unit fill its self-check at the same time, each at questions of their own; afterwards the clerk takes
 * gaps over while the team verifies what is said to be fixed, gap by gap. Nobody is sent back because of what was written about
 * another question or another gap. Submitting and sending back concern the whole self-check.
 *
 * Source: self-check.ts; domain.md §5 phase 1.
 */
import type { SelfCheckEvent } from './self-check.ts'

type Step =
  | Readonly<{ type: 'NameGap'; question: string; replaces?: string | undefined }>
  | Readonly<{ type: 'StateNothingFound'; stated: readonly Readonly<{ question: string }>[] }>
  | Readonly<{ type: 'DropGap' | 'TakeOverGap' | 'VerifySelfFix'; gap: string }>
  | Readonly<{ type: 'DropAchievement'; achievement: string }>
  | Readonly<{ type: 'NameAchievement' | 'SubmitSelfCheck' | 'ReturnSelfCheck' }>

/** @param since - What was written after the moment the person looked. */
export function isBesideFilling(step: Step, since: readonly SelfCheckEvent[]): boolean {
  return since.every((event) => leavesAsItIs(step, event))
}

function leavesAsItIs(step: Step, event: SelfCheckEvent): boolean {
  switch (step.type) {
    case 'NameGap':
      return isFilling(event) && !isAt(event, [step.question]) && !isOf(event, step.replaces)
    case 'StateNothingFound':
      return isFilling(event) && !isAt(event, questionsOf(step.stated))
    case 'DropGap':
      return isFilling(event) && !isOf(event, step.gap)
    case 'NameAchievement':
      return isFilling(event)
    case 'DropAchievement':
      return isFilling(event) && !isOf(event, step.achievement)
    case 'TakeOverGap':
    case 'VerifySelfFix':
      return isFollowing(event) && !isOf(event, step.gap)
    case 'SubmitSelfCheck':
    case 'ReturnSelfCheck':
      return false
  }
}

const questionsOf = (stated: readonly Readonly<{ question: string }>[]) =>
  stated.map(({ question }) => question)

function isFilling({ type }: SelfCheckEvent): boolean {
  return filled.some((one) => one === type)
}

const filled = [
  'GapNamed',
  'GapDropped',
  'NothingFound',
  'AchievementNamed',
  'AchievementDropped',
] as const satisfies readonly SelfCheckEvent['type'][]

/** After it was submitted. */
function isFollowing({ type }: SelfCheckEvent): boolean {
  return type === 'GapTakenOver' || type === 'SelfFixChecked'
}

function isAt(event: SelfCheckEvent, questions: readonly string[]): boolean {
  return 'question' in event && questions.includes(event.question)
}

function isOf(event: SelfCheckEvent, key: string | undefined): boolean {
  return (
    ('gap' in event && event.gap === key) || ('achievement' in event && event.achievement === key)
  )
}
