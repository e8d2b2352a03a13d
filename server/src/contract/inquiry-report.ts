/** The report of an investigation: assembled from the records, signed by the team, submitted to the chairs. */
import type { Heading, KnownReport } from '@luoshi/domain/inquiries/report'
import * as z from 'zod/mini'
import { day, domainValue, line, text, version } from './fields.ts'
import { appraisalParam, files, matterBrief } from './inquiries.ts'
import { endpoint } from './kit.ts'

export const reportRow = z.object({
  version,
  report: domainValue<KnownReport>('The report as it stands'),
  /** The numbers of the matters that its items point to. */
  matters: z.array(matterBrief),
})

export type ReportRow = z.infer<typeof reportRow>

export const getInquiryReport = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/inquiry-report',
  summary:
    'The report: for team and clerk at once, for the chairs when signed, for members when submitted',
  command: 'ReadInquiryReport',
  params: appraisalParam,
  answer: z.object({
    row: z.nullable(reportRow),
    headings: domainValue<readonly Heading[]>('The county’s last headings, or the usual ones'),
  }),
})

const heading = z.object({ key: line, title: line })

export const assembleReport = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiry-report',
  summary: 'Assemble the report from the records under these headings; voids what was signed',
  command: 'DraftInquiryReport',
  params: appraisalParam,
  body: z.object({
    version,
    title: line,
    headings: z.array(heading).check(z.maxLength(20)),
  }),
  answer: reportRow,
})

export const stepOnReport = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/inquiry-report/steps',
  summary: 'Amend, sign, record a signature on paper, submit, reopen',
  params: appraisalParam,
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('AmendReport'),
        title: line,
        sections: z.array(z.object({ key: line, title: line, text })).check(z.maxLength(20)),
      }),
      z.object({ type: z.literal('SignReport'), dissent: text }),
      z.object({
        type: z.literal('RecordPaperSignature'),
        place: z.int().check(z.minimum(0)),
        scan: files,
        dissent: text,
        on: day,
      }),
      z.object({ type: z.literal('SubmitReport'), reference: line }),
      z.object({ type: z.literal('ReopenReport'), reason: line }),
    ]),
  }),
  answer: reportRow,
})

export type ReportTold = z.infer<(typeof stepOnReport)['body']>['told']
