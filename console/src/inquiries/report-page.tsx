/** The report on paper: its sections, the list of findings, the signatures; and what may be done with it now. */
import { findingsChart, findingsChartTitle } from '@luoshi/domain/inquiries/findings-chart'
import { findingLabels } from '@luoshi/domain/inquiries/inquiry'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import type { KnownReport } from '@luoshi/domain/inquiries/report'
import { isId, type AppraisalId } from '@luoshi/domain/kernel/ids'
import type { ReportRow } from '@luoshi/server/contract/inquiry-report'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import { EvidenceChips } from '../matters/matter-page/evidence/evidence-chips.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { BarChartFigure } from '../ui/bar-chart-figure.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './inquiries.css'
import { reportQuery } from './inquiry-query.ts'
import { EditReport } from './edit-report.tsx'
import { ReportDialog, type ReportDoing } from './report-dialog.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const route = getRouteApi('/appraisals/$appraisal/inquiry-report')

export function ReportPage() {
  const { appraisal } = route.useParams()
  return isId('appraisal', appraisal) ? <Page key={appraisal} id={appraisal} /> : <NotFound />
}

function Page({ id }: Readonly<{ id: AppraisalId }>) {
  const { report: words } = useWords().inquiries
  const { data, error, refetch } = useQuery(reportQuery(id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={12} />
  const { row } = data
  return (
    <>
      <PageHead
        title={words.title}
        lead={
          <Link to="/appraisals/$appraisal" params={{ appraisal: id }} search={{ tab: 'inquiry' }}>
            {words.back}
          </Link>
        }
        actions={row && <Steps id={id} row={row} />}
      />
      {row ? (
        <Paper row={row} />
      ) : (
        <section className="card">
          <EmptyNote title={words.none}>{words.notYet}</EmptyNote>
        </section>
      )}
    </>
  )
}

function Steps({ id, row }: Readonly<{ id: AppraisalId; row: ReportRow }>) {
  const { report: words } = useWords().inquiries
  const may = useMay()
  const { account } = useSession()
  const [doing, setDoing] = useState<ReportDoing | 'edit' | null>(null)
  const { status, signatories, signatures } = row.report
  const place = signatories.findIndex((one) => one.account === account.id)
  const isMine = place >= 0 && !signatures.some((one) => one.place === place)
  const isOpen = status !== 'submitted'
  const close = () => setDoing(null)
  return (
    <>
      {isOpen && isMine && may('SignInquiryReport') && (
        <Button type="primary" onClick={() => setDoing('sign')}>
          {words.sign}
        </Button>
      )}
      {status === 'signed' && may('SubmitInquiryReport') && (
        <Button type="primary" onClick={() => setDoing('submit')}>
          {words.submit}
        </Button>
      )}
      {isOpen && may('DraftInquiryReport') && (
        <Button onClick={() => setDoing('edit')}>{words.edit}</Button>
      )}
      {status === 'draft' && may('RecordPaperSignature') && (
        <Button onClick={() => setDoing('paper')}>{words.paper}</Button>
      )}
      {!isOpen && may('SubmitInquiryReport') && (
        <Button onClick={() => setDoing('reopen')}>{words.reopen}</Button>
      )}
      <Button onClick={() => window.print()}>{words.print}</Button>
      <DownloadPaper kind="investigation-report" appraisal={id} />
      {doing === 'edit' && <EditReport appraisal={id} row={row} onClose={close} />}
      {doing !== null && doing !== 'edit' && (
        <ReportDialog appraisal={id} row={row} doing={doing} onClose={close} />
      )}
    </>
  )
}

function Paper({ row: { report, matters } }: Readonly<{ row: ReportRow }>) {
  const { report: words } = useWords().inquiries
  const language = useLanguage()
  const day = (one: KnownReport['assembledOn']) => fullDayText(one, language)
  const chart = findingsChart(report.items, language)
  return (
    <article className="card report-paper">
      {report.status === 'draft' && report.reopened !== null && (
        <p className="due-amber">{words.reopened(report.reopened)}</p>
      )}
      <h2>{report.title}</h2>
      <p className="report-status">
        {words.status[report.status]}
        {report.status === 'submitted' &&
          ` · ${words.submitted(day(report.submittedOn), report.reference)}`}
      </p>
      {report.sections.map(({ key, title, text }, at) => (
        <section key={key}>
          <h3>
            {numeral(at)}、{title}
          </h3>
          {text.split('\n').map((line, n) => (
            // Lines of a text have no name of their own, and move only when the text is made anew.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={n}>{line}</p>
          ))}
        </section>
      ))}
      {chart && <BarChartFigure title={findingsChartTitle[language]} chart={chart} />}
      <Signatures report={report} />
      {report.items.length > 0 && <Items report={report} matters={matters} />}
    </article>
  )
}

function numeral(at: number): string {
  return '一二三四五六七八九十'[at] ?? String(at + 1)
}

function Signatures({ report }: Readonly<{ report: KnownReport }>) {
  const { report: words } = useWords().inquiries
  const language = useLanguage()
  return (
    <section aria-label={words.signatures}>
      <h3>{words.signatures}</h3>
      <ul className="signatures">
        {report.signatories.map(({ name }, at) => {
          const signature = report.signatures.find(({ place }) => place === at)
          return (
            <li key={name}>
              <b>{name}</b>
              {signature ? (
                <span className="due-green">
                  {words.signedOn(fullDayText(signature.on, language))}
                  {signature.how === 'paper' && `（${words.onPaper}）`}
                </span>
              ) : (
                <span className="quiet">{words.notSigned}</span>
              )}
              {signature && signature.dissent !== '' && (
                <p className="dissent">
                  {words.dissent}：{signature.dissent}
                </p>
              )}
              {signature && <EvidenceChips files={signature.scan} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Items({
  report,
  matters,
}: Readonly<{ report: KnownReport; matters: ReportRow['matters'] }>) {
  const { report: words, records } = useWords().inquiries
  const say = useSay()
  return (
    <section aria-label={words.items}>
      <h3>{words.items}</h3>
      <p className="quiet report-note">{words.itemsNote}</p>
      <SheetScroll>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{words.itemNumber}</th>
              <th scope="col">{words.itemKind}</th>
              <th scope="col">{words.itemText}</th>
              <th scope="col">{words.itemFrom}</th>
              <th scope="col">{words.itemMatter}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item, at) => {
              const matter = matters.find(({ id }) => id === item.matter)
              return (
                <tr key={`${item.inquiry} ${item.finding}`}>
                  <td className="number">{at + 1}</td>
                  <td>{say(findingLabels[item.kind])}</td>
                  <td className="as-written">{item.text}</td>
                  <td>
                    {records.number(item.record)} {say(methodRules[item.method])}
                  </td>
                  <td>
                    {matter && <MatterLink matter={matter.id}>{String(matter.number)}</MatterLink>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </SheetScroll>
    </section>
  )
}
