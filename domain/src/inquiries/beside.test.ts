import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { isBesideReport } from './beside.ts'
import type { ReportEvent } from './report.ts'

const on = day('2026-11-27')
const signed = (place: number, how: 'account' | 'paper'): ReportEvent => {
  return { type: 'ReportSigned', place, on, how, scan: [], words: { dissent: '', files: [] } }
}
const amended: ReportEvent = { type: 'ReportAmended', on, words: { title: '报告', sections: [] } }
const reopened: ReportEvent = { type: 'ReportReopened', on, words: { reason: '补充核实' } }
const submitted: ReportEvent = { type: 'ReportSubmitted', on, words: { reference: '第15次' } }

describe('signing the report of an investigation', () => {
  it('means the same beside the signatures of the others, in an account or on paper', () => {
    for (const step of ['SignReport', 'RecordPaperSignature'] as const)
      expect(isBesideReport(step, [signed(0, 'account'), signed(2, 'paper')])).toBe(true)
  })

  it('waits for another look where the text has changed, or the signatures were voided', () => {
    for (const event of [amended, reopened, submitted])
      expect(isBesideReport('SignReport', [signed(0, 'account'), event])).toBe(false)
  })

  it('is taken into account by whoever decides about the whole report', () => {
    for (const step of ['AssembleReport', 'AmendReport', 'SubmitReport', 'ReopenReport'] as const)
      expect(isBesideReport(step, [signed(0, 'account')])).toBe(false)
  })
})
