import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { getInquiry } from '@luoshi/server/contract/inquiries'
import { getInquiryReport } from '@luoshi/server/contract/inquiry-report'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export const inquiryQuery = (appraisal: AppraisalId) =>
  queryOptions({
    queryKey: ['appraisals', appraisal, 'inquiry'],
    queryFn: () => ask(getInquiry, { params: { appraisal } }),
  })

export const reportQuery = (appraisal: AppraisalId) =>
  queryOptions({
    queryKey: ['appraisals', appraisal, 'inquiry-report'],
    queryFn: () => ask(getInquiryReport, { params: { appraisal } }),
  })

/** What is stale after a step of an investigation: a problem is an opinion and a matter, too. */
export const inquiryChanges = ['appraisals', 'matters', 'opinions'] as const
