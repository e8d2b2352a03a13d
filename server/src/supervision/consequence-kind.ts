/** A step of the ladder as a record. Its numbers run by year and step: 质询〔2026〕1号. */
import type {
  Consequence,
  ConsequenceAbout,
  ConsequenceEvent,
} from '@luoshi/domain/supervision/consequence'
import { evolveConsequence } from '@luoshi/domain/supervision/consequence'
import { stepTexts } from '@luoshi/domain/supervision/consequence-steps'
import { recordKind } from '../execute/record.ts'

const none: Consequence = { status: 'none' }

export const consequenceKind = recordKind({
  kind: 'consequence',
  events: {
    ConsequenceDecided: true,
    ConsequencePassedOn: true,
    ConsequenceAnswered: true,
    ProposersRated: true,
    SecondAnswerOrdered: true,
    DefenceHeard: true,
    RemovalVoteCounted: true,
    ConsequenceConcluded: true,
    ConsequenceLifted: true,
  } satisfies Record<ConsequenceEvent['type'], true>,
  initial: none,
  evolve: evolveConsequence,
  row: (one) =>
    one.status === 'none'
      ? null
      : {
          title: stepTexts[one.step].zh,
          appraisal: one.appraisal,
          unit: one.unit,
          official: one.official,
          on_day: one.on,
          due: one.due,
        },
  series: (one) =>
    one.status === 'none' ? undefined : `consequences ${one.step} ${one.on.slice(0, 4)}`,
})

export function consequenceReference(
  { step, on }: Pick<ConsequenceAbout, 'step' | 'on'>,
  number: number | null,
): string {
  return `${stepTexts[step].zh}〔${on.slice(0, 4)}〕${number ?? ''}号`
}
