/** Plans, records and reports of investigations as records: their events, and the row each is found by. */
import {
  evolveInquiry,
  noInquiry,
  type Inquiry,
  type InquiryEvent,
} from '@luoshi/domain/inquiries/inquiry'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import { evolvePlan, noPlan, type InquiryPlan, type PlanEvent } from '@luoshi/domain/inquiries/plan'
import {
  evolveReport,
  noReport,
  type InquiryReport,
  type KnownReport,
  type ReportEvent,
} from '@luoshi/domain/inquiries/report'
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { recordKind } from '../execute/record.ts'

/** One plan and one report an appraisal: they bear the appraisal's name. */
export function planOf(appraisal: AppraisalId): Id<'inquiryplan'> {
  return idOf('inquiryplan', appraisal.replace('appraisal_', 'inquiryplan_'))
}

export function reportOf(appraisal: AppraisalId): Id<'inquiryreport'> {
  return idOf('inquiryreport', appraisal.replace('appraisal_', 'inquiryreport_'))
}

export const inquiryPlanKind = recordKind<'inquiryplan', InquiryPlan, PlanEvent>({
  kind: 'inquiryplan',
  events: { InquiryPlanned: true, InquiryKickedOff: true },
  initial: noPlan,
  evolve: evolvePlan,
  row: (plan) => {
    if (plan.status === 'none') return null
    const on_day = plan.status === 'started' ? plan.kickOff.heldOn : plan.plannedOn
    return { title: '调查方案', appraisal: plan.appraisal, on_day }
  },
})

export const inquiryKind = recordKind<'inquiry', Inquiry, InquiryEvent>({
  kind: 'inquiry',
  events: {
    InquiryRecorded: true,
    InquiryAmended: true,
    FindingNoted: true,
    FindingWithdrawn: true,
  },
  initial: noInquiry,
  evolve: evolveInquiry,
  row: (inquiry) =>
    inquiry.status === 'none'
      ? null
      : {
          title: methodRules[inquiry.method].zh,
          appraisal: inquiry.appraisal,
          on_day: inquiry.on,
        },
  series: (inquiry) => (inquiry.status === 'none' ? undefined : `inquiries ${inquiry.appraisal}`),
})

export const inquiryReportKind = recordKind<'inquiryreport', InquiryReport, ReportEvent>({
  kind: 'inquiryreport',
  events: {
    ReportAssembled: true,
    ReportAmended: true,
    ReportSigned: true,
    ReportSubmitted: true,
    ReportReopened: true,
  },
  initial: noReport,
  evolve: evolveReport,
  row: (report) =>
    report.status === 'none'
      ? null
      : { title: report.title, appraisal: report.appraisal, on_day: dayOf(report) },
})

function dayOf(report: KnownReport) {
  switch (report.status) {
    case 'draft':
      return report.assembledOn
    case 'signed':
      return report.signedOn
    case 'submitted':
      return report.submittedOn
  }
}
