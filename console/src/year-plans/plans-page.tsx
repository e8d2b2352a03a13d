/** Annual plans year by year, and the drawings by lot that subjects came from. */
import { draftYearPlan, type YearPlanRow } from '@luoshi/server/contract/yearplans'
import type { DrawingRow } from '@luoshi/server/contract/drawings'
import { dayParts } from '@luoshi/domain/kernel/day'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useYearPlanWords } from './year-plan-words.ts'
import { OpenDrawing } from './open-drawing.tsx'
import { drawingsQuery, planChanges, yearPlansQuery } from './plan-queries.ts'
import './year-plans.css'

export function PlansPage() {
  const words = useYearPlanWords()
  const may = useMay()
  const plans = useQuery(yearPlansQuery)
  const drawings = useQuery(drawingsQuery)
  const [doing, setDoing] = useState<'plan' | 'drawing' | null>(null)
  const error = plans.error ?? drawings.error
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {may('OpenDrawing') && (
              <Button onClick={() => setDoing('drawing')}>{words.drawing.open}</Button>
            )}
            {may('DraftYearPlan') && (
              <Button type="primary" onClick={() => setDoing('plan')}>
                {words.draft}
              </Button>
            )}
          </>
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void plans.refetch()} />}
      {!error && (!plans.data || !drawings.data) && <Waiting lines={7} />}
      {plans.data && plans.data.length > 0 && (
        <div className="term-plan">
          <span>{words.termPlan}</span>
          <DownloadPaper kind="term-plan" />
          <span className="quiet">{words.termPlanHint}</span>
        </div>
      )}
      {plans.data && <Plans rows={plans.data} />}
      {drawings.data && <Drawings rows={drawings.data} />}
      {doing === 'plan' && <DraftPlan onClose={() => setDoing(null)} />}
      {doing === 'drawing' && <OpenDrawing plan={null} onClose={() => setDoing(null)} />}
    </>
  )
}

function Plans({ rows }: Readonly<{ rows: readonly YearPlanRow[] }>) {
  const words = useYearPlanWords()
  return (
    <section className="card" aria-label={words.title}>
      {rows.length === 0 ? (
        <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
      ) : (
        <ul className="plan-list">
          {rows.map(({ id, plan }) => {
            const subjects = plan.subjects.filter(({ isWithdrawn }) => !isWithdrawn)
            const opened = subjects.filter(({ appraisal }) => appraisal !== null)
            return (
              <li key={id}>
                <Link to="/year-plans/$plan" params={{ plan: id }} className="plan-name">
                  {plan.title}
                </Link>
                <span className="round">{words.status[standingOf(plan)]}</span>
                <p className="quiet">{words.subjectsOf(subjects.length, opened.length)}</p>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

export function standingOf(plan: YearPlanRow['plan']): 'drafting' | 'adopted' | 'published' {
  if (plan.status === 'drafting') return 'drafting'
  return plan.publishedOn === null ? 'adopted' : 'published'
}

export function Drawings({ rows }: Readonly<{ rows: readonly DrawingRow[] }>) {
  const words = useYearPlanWords()
  return (
    <section className="card" aria-label={words.drawing.title}>
      <div className="card-head">
        <h2>{words.drawing.title}</h2>
      </div>
      {rows.length === 0 ? (
        <EmptyNote title={words.drawing.none}>{words.drawing.noneFix}</EmptyNote>
      ) : (
        <ul className="plan-list">
          {rows.map(({ id, drawing }) => (
            <li key={id}>
              <Link to="/drawings/$drawing" params={{ drawing: id }} className="plan-name">
                {drawing.title}
              </Link>
              <span className="round">{words.drawing.status[drawing.status]}</span>
              <p className="quiet">
                {words.drawing.of(drawing.candidates.length, drawing.count, drawing.openedOn)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function DraftPlan({ onClose }: Readonly<{ onClose: () => void }>) {
  const words = useYearPlanWords()
  const { today } = useSession()
  const [year, setYear] = useState<number | null>(dayParts(today).year)
  const [title, setTitle] = useState('')
  return (
    <ActDialog
      title={words.draft}
      action={words.draft}
      send={
        year === null
          ? lackingOf([words.year, year])
          : () => ask(draftYearPlan, { body: { year, title } })
      }
      changes={planChanges}
      onClose={onClose}
    >
      <div className="field-row">
        <Field label={words.year}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1980}
              max={2200}
              precision={0}
              value={year}
              onChange={setYear}
            />
          )}
        </Field>
        <Field label={words.name} hint={words.nameHint}>
          {(parts) => (
            <Input {...parts} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
      </div>
    </ActDialog>
  )
}
