/** The investigation of an appraisal: the team works here; everybody else sees what may leave the team. */
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { AccusationsCard } from './accusations-card.tsx'
import { BalanceCard } from './balance-card.tsx'
import './inquiries.css'
import { inquiryQuery } from './inquiry-query.ts'
import { PlanCard } from './plan-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { ReportCard } from './report-card.tsx'

export function InquiryTab({ appraisal }: AppraisalTabProps) {
  const may = useMay()
  return (
    <>
      {may('ReadInquiries') && <Workplace appraisal={appraisal} />}
      {may('ReadInquiryReport') && <ReportCard appraisal={appraisal} />}
      <BalanceCard appraisal={appraisal} />
      {may('HandleAccusation') && <AccusationsCard appraisal={appraisal} />}
    </>
  )
}

function Workplace({ appraisal }: AppraisalTabProps) {
  const { data, error, refetch } = useQuery(inquiryQuery(appraisal.id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const { plan, accounts, rows, headings } = data
  return (
    <>
      <PlanCard appraisal={appraisal} row={plan} accounts={accounts} />
      <RecordsCard appraisal={appraisal} rows={rows} headings={headings} plan={plan} />
    </>
  )
}
