/** One annual plan: consent, adoption, publication; its subjects with how each was chosen; opening appraisals from it. */
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import type { YearPlanRow } from '@luoshi/server/contract/yearplans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { AddSubjects } from './add-subjects.tsx'
import { OpenDrawing } from './open-drawing.tsx'
import { drawingsQuery, yearPlansQuery } from './plan-queries.ts'
import { PlanStepDialog, type PlanStep } from './plan-steps.tsx'
import { Drawings, standingOf } from './plans-page.tsx'
import { SubjectTable } from './subject-table.tsx'
import './year-plans.css'

const route = getRouteApi('/year-plans/$plan')

export function PlanPage() {
  const { plan } = route.useParams()
  const { data, error, refetch } = useQuery(yearPlansQuery)
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const row = data.find(({ id }) => id === plan)
  return row ? <Plan row={row} /> : <NotFound />
}

function Plan({ row }: Readonly<{ row: YearPlanRow }>) {
  const words = useYearPlanWords()
  const may = useMay()
  const drawings = useQuery(drawingsQuery)
  const [doing, setDoing] = useState<PlanStep | 'add' | 'drawing' | null>(null)
  const { plan } = row
  const standing = standingOf(plan)
  const next: PlanStep | null =
    standing === 'drafting'
      ? plan.party === null
        ? 'consent'
        : 'adopt'
      : standing === 'adopted'
        ? 'publish'
        : null
  return (
    <>
      <PageHead
        title={plan.title}
        lead={
          <>
            <Link to="/year-plans">{words.title}</Link> · {words.status[standing]}
          </>
        }
        actions={
          <>
            {next !== null && may('AdoptYearPlan') && (
              <Button type="primary" onClick={() => setDoing(next)}>
                {words.steps[next]}
              </Button>
            )}
            {may('PlanSubjects') && (
              <Button onClick={() => setDoing('add')}>
                {standing === 'drafting' ? words.add : words.adjust}
              </Button>
            )}
            {may('OpenDrawing') && (
              <Button onClick={() => setDoing('drawing')}>{words.drawing.open}</Button>
            )}
            <Button onClick={() => window.print()}>{words.print}</Button>
          </>
        }
      />
      <Standing row={row} />
      <SubjectTable row={row} />
      <Changes row={row} />
      {drawings.data && (
        <Drawings rows={drawings.data.filter(({ drawing }) => drawing.plan === row.id)} />
      )}
      {doing === 'add' && <AddSubjects row={row} onClose={() => setDoing(null)} />}
      {doing === 'drawing' && <OpenDrawing plan={row.id} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'add' && doing !== 'drawing' && (
        <PlanStepDialog row={row} step={doing} onClose={() => setDoing(null)} />
      )}
    </>
  )
}

/** 县委同意 → 主任会议通过 → 公布, each with its paper. */
function Standing({ row: { plan } }: Readonly<{ row: YearPlanRow }>) {
  const words = useYearPlanWords()
  const say = useSay()
  const language = useLanguage()
  const day = (one: Parameters<typeof fullDayText>[0]) => fullDayText(one, language)
  const { party } = plan
  const adopted = plan.status === 'adopted' ? plan : null
  return (
    <ol className="card plan-steps">
      <li className={party ? 'is-done' : ''}>
        <b>{words.gates.consent}</b>
        <span>
          {party ? words.consented(party.body, party.number, day(party.on)) : words.notYet}
        </span>
      </li>
      <li className={adopted ? 'is-done' : ''}>
        <b>{words.gates.adopt}</b>
        <span>
          {adopted
            ? words.adoptedBy(
                say(approvingBodyLabels[adopted.approval.body]),
                adopted.approval.reference,
                day(adopted.approval.on),
              )
            : words.notYet}
        </span>
      </li>
      <li className={adopted && adopted.publishedOn !== null ? 'is-done' : ''}>
        <b>{words.gates.publish}</b>
        <span>
          {adopted && adopted.publishedOn !== null
            ? words.publishedOn(day(adopted.publishedOn))
            : words.notYet}
        </span>
      </li>
    </ol>
  )
}

function Changes({ row: { plan } }: Readonly<{ row: YearPlanRow }>) {
  const words = useYearPlanWords()
  if (plan.changes.length === 0) return null
  return (
    <section className="card" aria-label={words.changes}>
      <div className="card-head">
        <h2>{words.changes}</h2>
      </div>
      <ul className="card-body">
        {plan.changes.map(({ what, subject, approval, reason }) => (
          <li key={`${what} ${subject}`}>
            {words.changed[what](subject.slice(1))}：{reason}（{approval.on} {approval.reference}）
          </li>
        ))}
      </ul>
    </section>
  )
}
