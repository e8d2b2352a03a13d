/** One rectification report: written here item by item by the unit, commented on by the committee, printed as it is signed. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { getReport, type ReportDetail } from '@luoshi/server/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PassedOn } from '../ui/passed-on.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { ReportEditor } from './report-editor.tsx'
import { ReportPaper } from './report-paper.tsx'
import { ReportSteps } from './report-steps.tsx'
import './letters.css'

const route = getRouteApi('/reports/$report')

export function ReportPage() {
  const { report } = route.useParams()
  return isId('report', report) ? <Loaded key={report} id={report} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'report'> }>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['report', id],
    queryFn: () => ask(getReport, { params: { report: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  return data ? <Report report={data} /> : <Waiting lines={9} />
}

function Report({ report }: Readonly<{ report: ReportDetail }>) {
  const { reports: words } = useWords()
  const { status, may, items } = report
  return (
    <>
      <PageHead
        title={`${report.paperUnit}${words.title}`}
        lead={
          <>
            <Link to="/letters/$letter" params={{ letter: report.letter }}>
              {report.reference}
            </Link>{' '}
            · {words.status[status]}
          </>
        }
        actions={
          <>
            <ReportSteps report={report} />
            <Button onClick={() => window.print()}>{words.print}</Button>
            <DownloadPaper kind="rectification-report" record={report.id} />
          </>
        }
      />
      <PassedOn before={report.heldBefore} now={report.unitName} />
      {may.save && (
        <HeldForm now={report}>
          {(held, saved) => <ReportEditor report={held} onSaved={saved} />}
        </HeldForm>
      )}
      {!may.save && items.length === 0 && <p className="card card-body">{words.waiting}</p>}
      {!may.save && items.length > 0 && <ReportPaper report={report} />}
    </>
  )
}
