/** On an appraisal: all its surveys before and after, and what the committee judged of the matters they ask about. */
import { useQuery } from '@tanstack/react-query'
import type { AppraisalTabProps } from '../../shell/appraisal-tabs.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { effectsQuery } from './effect-query.ts'
import { IndicatorsCard } from './indicators-list.tsx'
import { BothSides } from './both-sides.tsx'
import { SeriesList } from './series-list.tsx'
import { useEffectWords } from './effect-words.ts'

export function EffectTab({ appraisal }: AppraisalTabProps) {
  const words = useEffectWords()
  const { data, error, refetch } = useQuery(effectsQuery({ appraisal: appraisal.id }))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  if (data.series.length === 0)
    return (
      <>
        <section className="card">
          <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
        </section>
        <IndicatorsCard appraisal={appraisal.id} />
      </>
    )
  return (
    <>
      {data.judged.length > 0 && (
        <section className="card" aria-label={words.both}>
          <div className="card-head">
            <h2>{words.both}</h2>
          </div>
          <div className="card-body">
            <BothSides judged={data.judged} series={data.series} />
          </div>
        </section>
      )}
      <section className="card" aria-label={words.people}>
        <div className="card-head">
          <h2>{words.people}</h2>
        </div>
        <div className="card-body">
          <SeriesList series={data.series} />
        </div>
      </section>
      <IndicatorsCard appraisal={appraisal.id} />
    </>
  )
}
