/** On the page of a matter: what its surveys show before and after, beside the committee's verdicts. Absent while there is none. */
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { effectsQuery } from './effect-query.ts'
import { IndicatorsCard } from './indicators-list.tsx'
import { BothSides } from './both-sides.tsx'
import { SeriesList } from './series-list.tsx'
import { useEffectWords } from './effect-words.ts'

export function EffectCard({
  matter,
  appraisal,
}: Readonly<{ matter: MatterId; appraisal: AppraisalId }>) {
  const words = useEffectWords()
  const { data } = useQuery(effectsQuery({ matter }))
  const isAsked = data !== undefined && data.series.length > 0
  return (
    <>
      {isAsked && (
        <section className="card" aria-label={words.title}>
          <div className="card-head">
            <h2>{words.title}</h2>
          </div>
          <div className="card-body">
            <BothSides judged={data.judged} series={data.series} />
            <SeriesList series={data.series} />
          </div>
        </section>
      )}
      <IndicatorsCard appraisal={appraisal} matter={matter} whenEmpty={isAsked} />
    </>
  )
}
