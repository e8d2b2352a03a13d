/** Papers of the investigation: a record for the team and the clerk, the report for whoever may read it yet. */
import { accept } from '@luoshi/domain/kernel/result'
import {
  interviewRecordPaper,
  investigationReportPaper,
} from '@luoshi/papers/official/kinds/inquiry-papers'
import { readReport } from '../inquiries/inquiry-report.ts'
import { readInquiries } from '../inquiries/read-inquiries.ts'
import { appraisalOnPaper } from './appraisal-on-paper.ts'
import { noRecord, recordAsked, type PaperLoader } from './asked-paper.ts'

export const interviewRecord: PaperLoader = async (world, asked) => {
  const about = await appraisalOnPaper(world, asked)
  if (!about.ok) return about
  const found = await readInquiries(world, asked.by, about.value.row.id)
  if (!found.ok) return found
  const { rows } = found.value
  const named = recordAsked(asked, 'inquiry')
  const row =
    named === undefined
      ? (rows.find(({ inquiry }) => inquiry.method === 'interview') ?? rows[0])
      : rows.find(({ id }) => id === named)
  if (!row) return noRecord(asked)
  const given = { ...about.value, ...row }
  return accept({
    on: row.inquiry.on,
    of: row.id,
    standing: 'issued',
    paper: (frame) => interviewRecordPaper(frame, given),
  })
}

export const investigationReport: PaperLoader = async (world, asked) => {
  const about = await appraisalOnPaper(world, asked)
  if (!about.ok) return about
  const found = await readReport(world, asked.by, about.value.row.id)
  if (!found.ok) return found
  const { row } = found.value
  if (!row) return noRecord(asked)
  const given = { ...about.value, ...row }
  const on = row.report.status === 'submitted' ? row.report.submittedOn : row.report.assembledOn
  const standing = row.report.status === 'submitted' ? 'issued' : 'draft'
  return accept({
    on,
    of: about.value.row.id,
    standing,
    paper: (frame) => investigationReportPaper(frame, given),
  })
}
