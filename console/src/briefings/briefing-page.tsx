/** One monthly briefing as it is printed: a table of units in the order of the office, and who approved it. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { inHandOf, type UnitFigures } from '@luoshi/domain/supervision/briefing'
import { statesChart } from '@luoshi/domain/supervision/states-chart'
import { fourCheckLabels, fourChecks } from '@luoshi/domain/supervision/four-checks'
import { draftBriefing, getBriefing, type BriefingDetail } from '@luoshi/server/contract/briefings'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { BarChartFigure } from '../ui/bar-chart-figure.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import '../supervision/supervision.css'
import './briefings.css'
import { IssueBriefing, WithdrawBriefing } from './issue-briefing.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const route = getRouteApi('/briefings/$briefing')

export function BriefingPage() {
  const { briefing } = route.useParams()
  return isId('briefing', briefing) ? <Loaded key={briefing} id={briefing} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'briefing'> }>) {
  const { briefings: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['briefings', id],
    queryFn: () => ask(getBriefing, { params: { briefing: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <PageHead
        title={data.reference}
        lead={<Link to="/supervision">{words.back}</Link>}
        actions={<Steps briefing={data} />}
      />
      <Paper briefing={data} />
    </>
  )
}

function Steps({ briefing }: Readonly<{ briefing: BriefingDetail }>) {
  const { briefings: words } = useWords()
  const [doing, setDoing] = useState<'issue' | 'withdraw' | null>(null)
  const { id, version, month, remarks, may } = briefing
  const again = useAct(
    () => ask(draftBriefing, { body: { month, remarks, again: { briefing: id, version } } }),
    ['briefings'],
  )
  return (
    <>
      {again.error && <ProblemNote error={again.error} />}
      {may.issue && (
        <Button type="primary" onClick={() => setDoing('issue')}>
          {words.issue}
        </Button>
      )}
      {may.draft && (
        <Button loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {words.again}
        </Button>
      )}
      {may.withdraw && <Button onClick={() => setDoing('withdraw')}>{words.withdraw}</Button>}
      <Button onClick={() => window.print()}>{words.print}</Button>
      <DownloadPaper kind="briefing" record={id} />
      {doing === 'issue' && <IssueBriefing briefing={briefing} onClose={() => setDoing(null)} />}
      {doing === 'withdraw' && (
        <WithdrawBriefing briefing={briefing} onClose={() => setDoing(null)} />
      )}
    </>
  )
}

function Paper({ briefing }: Readonly<{ briefing: BriefingDetail }>) {
  const { briefings: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { approval, issuedOn, withdrawal } = briefing
  const chart = statesChart(briefing.lines, language)
  const [year = 0, month = 0] = briefing.month.split('-').map(Number)
  return (
    <article className="card notice-paper briefing-paper">
      {withdrawal && (
        <p className="notice-withdrawn">
          {words.withdrawnOn(fullDayText(withdrawal.on, language))}：{withdrawal.reason}
        </p>
      )}
      <h2>
        {briefing.congressName}
        <br />
        {words.heading(year, month)}
      </h2>
      <p className="notice-reference">{briefing.reference}</p>
      {briefing.remarks !== '' && <p className="notice-text briefing-text">{briefing.remarks}</p>}
      {briefing.lines.length === 0 ? (
        <p className="notice-text">{words.empty}</p>
      ) : (
        <>
          <Figures briefing={briefing} />
          {chart && <BarChartFigure title={words.chart} chart={chart} />}
        </>
      )}
      <p className="quiet">{words.asOf(fullDayText(briefing.asOf, language))}</p>
      {approval && issuedOn && (
        <>
          <p className="notice-text">
            {words.approved(say(approvingBodyLabels[approval.body]), approval.reference)}
          </p>
          <p className="notice-signature">
            {briefing.congressName}
            <br />
            {fullDayText(issuedOn, language)}
          </p>
        </>
      )}
    </article>
  )
}

function Figures({ briefing }: Readonly<{ briefing: BriefingDetail }>) {
  const { briefings: words } = useWords()
  const say = useSay()
  return (
    <SheetScroll>
      <table className="sheet briefing-table">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.handedOver}</th>
            <th scope="col">{words.closed}</th>
            <th scope="col">{words.inHand}</th>
            {fourChecks.map((check) => (
              <th key={check} scope="col">
                {say(fourCheckLabels[check].asks)}
              </th>
            ))}
            <th scope="col">{words.late}</th>
            <th scope="col">{words.silent}</th>
            <th scope="col">{words.noticesIssued}</th>
            <th scope="col">{words.noticesAnswered}</th>
            <th scope="col">{words.consequences}</th>
          </tr>
        </thead>
        <tbody>
          {briefing.lines.map((line) => (
            <FigureRow key={line.unit} name={line.unitName} line={line} />
          ))}
        </tbody>
        <tfoot>
          <FigureRow name={words.total} line={briefing.total} />
        </tfoot>
      </table>
    </SheetScroll>
  )
}

function FigureRow({ name, line }: Readonly<{ name: string; line: UnitFigures }>) {
  const { handedOver, closed, checks, late, silent } = line
  const before = [handedOver, closed, inHandOf(line)]
  const after = [late, silent, line.noticesIssued, line.noticesAnswered, line.consequences]
  const all = [...before, ...fourChecks.map((check) => checks[check]), ...after]
  return (
    <tr>
      <th scope="row">{name}</th>
      {all.map((n, index) => (
        <td key={index} className="number">
          {n}
        </td>
      ))}
    </tr>
  )
}
