/**
 * Rule: those who took part sign the report at the same time, each in their own account, while the clerk records whoever
 * signed on paper; none of them is sent back because another was a moment earlier. What changes the text, or voids what was
 * signed, is read before anybody signs.
 *
 * Source: report.ts (whatever changes the text voids every signature given); domain.md §4 (S110: every one of them signs).
 */
import type { ReportCommand } from './report-decider.ts'
import type { ReportEvent } from './report.ts'

/** @param since - What was written after the moment the person looked. */
export function isBesideReport(
  step: ReportCommand['type'],
  since: readonly ReportEvent[],
): boolean {
  switch (step) {
    case 'SignReport':
    case 'RecordPaperSignature':
      return since.every(({ type }) => type === 'ReportSigned')
    case 'AssembleReport':
    case 'AmendReport':
    case 'SubmitReport':
    case 'ReopenReport':
      return false
  }
}
