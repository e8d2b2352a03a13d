/** Rectification reports as records: one for each unit that signed for a letter. */
import { evolveReport, type Report, type ReportEvent } from '@luoshi/domain/letters/report'
import { recordKind } from '../execute/record.ts'

const none: Report = { status: 'none' }

export const reportKind = recordKind({
  kind: 'report',
  events: {
    ReportOwed: true,
    ReportPassedOn: true,
    ReportLifted: true,
    ReportSaved: true,
    ReportSent: true,
    ReportCommented: true,
    ReportSigned: true,
  } satisfies Record<ReportEvent['type'], true>,
  initial: none,
  evolve: evolveReport,
  row: (report) => {
    if (report.status === 'none') return null
    const { letter, appraisal, unit, owedOn, sentOn } = report
    const signedOn = report.status === 'signed' ? report.signature.on : null
    return {
      title: '整改情况报告',
      appraisal,
      parent: letter,
      unit,
      on_day: signedOn ?? sentOn ?? owedOn,
    }
  },
})
