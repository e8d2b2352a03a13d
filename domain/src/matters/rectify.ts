/**
 * Rule: progress is reported with dates and evidence; the result is answered item by item, with its class and at least
 * one piece of evidence, signed by the official in person; the committee may return a lumped or empty answer.
 * Source: seed map S02, S05, S06; domain.md §1.8 (an answer is not a fix), §8.6, §8.9.
 */
import { blank, firstOf } from './guards.ts'
import type { Command } from './commands.ts'
import { factsOf } from './events.ts'
import type { Round } from './matter.ts'
import { rule, type Ruling } from './rule.ts'

export function reportProgress(
  round: Round,
  { text, evidence, today }: Command<'ReportProgress'>,
): Ruling {
  const kept = factsOf(evidence)
  return rule(blank('进展情况', text), {
    type: 'ProgressReported',
    round: round.number,
    on: today,
    evidence: kept.evidence,
    words: { text, files: kept.files },
  })
}

export function submitResult(
  round: Round,
  { answer, resultClass, evidence, signedBy, today }: Command<'SubmitResult'>,
): Ruling {
  const kept = factsOf(evidence)
  const refusal = firstOf(
    blank('整改结果', answer),
    blank('述职人员签名', signedBy),
    evidence.length === 0 ? { code: 'evidence-missing' } : null,
  )
  return rule(refusal, {
    type: 'ResultSubmitted',
    round: round.number,
    on: today,
    resultClass,
    evidence: kept.evidence,
    words: { answer, signedBy: signedBy.trim(), files: kept.files },
  })
}

export function returnResult(round: Round, { comments, today }: Command<'ReturnResult'>): Ruling {
  return rule(blank('退回意见', comments), {
    type: 'ResultReturned',
    round: round.number,
    on: today,
    words: { comments },
  })
}
