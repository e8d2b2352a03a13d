/** One drawing by lot: the fixed list, who sealed and opened, the outcome, and the way for anybody to compute it again. */
import { isId } from '@luoshi/domain/kernel/ids'
import type { DrawingRow } from '@luoshi/server/contract/drawings'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useYearPlanWords } from './year-plan-words.ts'
import { DecideDrawing, OpenLot, SealLot } from './lot-dialogs.tsx'
import { drawingsQuery } from './plan-queries.ts'
import { Recompute } from './recompute.tsx'
import './year-plans.css'

const route = getRouteApi('/drawings/$drawing')

export function DrawingPage() {
  const { drawing } = route.useParams()
  const { data, error, refetch } = useQuery({ ...drawingsQuery, refetchInterval: 5_000 })
  if (!isId('drawing', drawing)) return <NotFound />
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const row = data.find(({ id }) => id === drawing)
  return row ? <Drawing row={row} /> : <NotFound />
}

function Drawing({ row }: Readonly<{ row: DrawingRow }>) {
  const words = useYearPlanWords()
  const may = useMay()
  const [deciding, setDeciding] = useState(false)
  const { drawing } = row
  const isOpen = drawing.status === 'committing' || drawing.status === 'revealing'
  return (
    <>
      <PageHead
        title={drawing.title}
        lead={
          <>
            {drawing.plan === null ? (
              <Link to="/year-plans">{words.title}</Link>
            ) : (
              <Link to="/year-plans/$plan" params={{ plan: drawing.plan }}>
                {words.toPlan}
              </Link>
            )}{' '}
            · {words.drawing.status[drawing.status]} ·{' '}
            {words.drawing.of(drawing.candidates.length, drawing.count, drawing.openedOn)}
          </>
        }
        actions={
          <>
            {isOpen && may('DecideDrawing') && (
              <Button onClick={() => setDeciding(true)}>{words.drawing.decide}</Button>
            )}
            <Button onClick={() => window.print()}>{words.print}</Button>
          </>
        }
      />
      {drawing.status === 'drawn' && (
        <section className="card card-body drawn" aria-label={words.drawing.outcome}>
          <h2>{words.drawing.outcome}</h2>
          <ol>
            {drawing.chosen.map((place) => (
              <li key={place}>{drawing.labels[place]}</li>
            ))}
          </ol>
        </section>
      )}
      <Participants row={row} />
      <section className="card" aria-label={words.drawing.list}>
        <div className="card-head">
          <h2>{words.drawing.list}</h2>
        </div>
        <div className="card-body">
          <p className="quiet">
            {words.drawing.listHash} <code className="lot-hash">{drawing.listHash}</code>
          </p>
          <ol className="lot-list">
            {drawing.labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ol>
        </div>
      </section>
      {drawing.status === 'drawn' && <Recompute drawing={drawing} />}
      {deciding && <DecideDrawing row={row} onClose={() => setDeciding(false)} />}
    </>
  )
}

function Participants({ row }: Readonly<{ row: DrawingRow }>) {
  const words = useYearPlanWords()
  const may = useMay()
  const [acting, setActing] = useState<number | null>(null)
  const { drawing } = row
  const isSealing = drawing.status === 'committing'
  const isOpening = drawing.status === 'revealing'
  return (
    <section className="card" aria-label={words.drawing.who}>
      <div className="card-head">
        <h2>{words.drawing.who}</h2>
        <span className="quiet">{words.drawing.turn[drawing.status]}</span>
      </div>
      <ul className="lot-who">
        {drawing.participants.map(({ name, commitment, opened, isLeftOut }, place) => {
          const waits =
            !isLeftOut && ((isSealing && commitment === null) || (isOpening && opened === null))
          return (
            <li key={name}>
              <b>{name}</b>
              <div className="lot-state">
                {isLeftOut && <span className="due-red">{words.drawing.leftOut}</span>}
                {commitment !== null && (
                  <p>
                    {words.drawing.sealed} <code className="lot-hash">{commitment}</code>
                  </p>
                )}
                {opened !== null && (
                  <p>
                    {words.drawing.opened}{' '}
                    <code className="lot-hash">
                      {opened.secret}:{opened.salt}
                    </code>
                  </p>
                )}
                {commitment === null && !isLeftOut && (
                  <p className="quiet">{words.drawing.notSealed}</p>
                )}
              </div>
              {waits && may(isSealing ? 'SealLot' : 'OpenLot') && (
                <Button onClick={() => setActing(place)}>
                  {isSealing ? words.drawing.seal(name) : words.drawing.reveal(name)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {drawing.decisions.map((one) => (
        <p key={one.approval.reference} className="card-body quiet">
          {words.drawing.decided[one.outcome]}：{one.reason}（{one.approval.reference}）
        </p>
      ))}
      {acting !== null && isSealing && (
        <SealLot row={row} participant={acting} onClose={() => setActing(null)} />
      )}
      {acting !== null && isOpening && (
        <OpenLot row={row} participant={acting} onClose={() => setActing(null)} />
      )}
    </section>
  )
}
