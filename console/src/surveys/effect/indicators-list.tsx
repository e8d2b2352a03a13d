/** Figures of the administration, before and after, each with its day and source; no percentage is made of them. */
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { listIndicators, type IndicatorRow } from '@luoshi/server/contract/indicators'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { dayText } from '../../words/day-text.ts'
import { useLanguage } from '../../words/language.ts'
import { nowOf } from '../../ui/now-of.ts'
import { IndicatorDialog } from './indicator-dialog.tsx'
import { useEffectWords } from './effect-words.ts'

export function IndicatorsCard({
  appraisal,
  matter = null,
  whenEmpty = true,
}: Readonly<{
  appraisal: AppraisalId
  matter?: MatterId | null
  /** Whether it is shown while there is nothing to show. */
  whenEmpty?: boolean
}>) {
  const words = useEffectWords()
  const [writing, setWriting] = useState<IndicatorRow | 'new' | null>(null)
  const query = matter === null ? { appraisal } : { matter }
  const { data } = useQuery({
    queryKey: ['indicators', appraisal, matter ?? ''],
    queryFn: () => ask(listIndicators, { query }),
  })
  if (!data || (data.rows.length === 0 && !(data.mayEnter && whenEmpty))) return null
  return (
    <section className="card" aria-label={words.indicators}>
      <div className="card-head">
        <h2>{words.indicators}</h2>
        {data.mayEnter && (
          <Button className="no-print" size="small" onClick={() => setWriting('new')}>
            {words.enter}
          </Button>
        )}
      </div>
      <ul className="effect-indicators">
        {data.rows.length === 0 && <li className="quiet">{words.noIndicators}</li>}
        {data.rows.map((row) => (
          <li key={row.id}>
            <Indicator row={row} onRead={data.mayEnter ? () => setWriting(row) : null} />
          </li>
        ))}
      </ul>
      {writing !== null && (
        <IndicatorDialog
          appraisal={appraisal}
          matter={matter}
          row={writing === 'new' ? null : nowOf(data.rows, writing)}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  )
}

function Indicator({
  row: { name, unit, better, readings },
  onRead,
}: Readonly<{ row: IndicatorRow; onRead: (() => void) | null }>) {
  const words = useEffectWords()
  const { today } = useSession()
  const language = useLanguage()
  return (
    <>
      <p>
        <strong>{name}</strong> <span className="quiet">{words.better[better]}</span>{' '}
        {onRead && (
          <Button className="no-print" size="small" onClick={onRead}>
            {words.readAgain}
          </Button>
        )}
      </p>
      <ol className="effect-readings">
        {readings.map(({ on, value, of, source }) => (
          <li key={on}>
            <span className="number">
              {of === null ? words.amount(value, unit) : words.part(value, of, unit)}
            </span>{' '}
            <span className="quiet">
              {dayText(on, today, language)} · {source}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
