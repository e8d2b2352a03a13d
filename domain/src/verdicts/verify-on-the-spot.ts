/**
 * Rule: before any verdict the committee's team goes and sees; what it does not find confirmed goes back to the unit.
 * Named verifiers answer for it (谁验收、谁负责).
 * Source: domain.md §8.11, §9.1 (verified); seed map S06.
 */
import type { Command } from '../matters/commands.ts'
import { blank, firstOf, future, nobody } from '../matters/guards.ts'
import type { Round } from '../matters/matter.ts'
import { factsOf } from '../matters/events.ts'
import { rule, type Ruling } from '../matters/rule.ts'

export function verifyMatter(round: Round, command: Command<'VerifyMatter'>): Ruling {
  const { heldOn, place, findings, outcome, verifiers, raiserView, evidence, today } = command
  const kept = factsOf(evidence)
  const refusal = firstOf(
    future(heldOn, today),
    blank('核查地点', place),
    blank('核查情况', findings),
    nobody('核查人', verifiers),
  )
  return rule(refusal, {
    type: 'MatterVerified',
    round: round.number,
    on: heldOn,
    outcome,
    raiserView,
    evidence: kept.evidence,
    words: {
      place,
      findings,
      verifiers: verifiers.filter((name) => name.trim() !== ''),
      files: kept.files,
    },
  })
}
