/** On the page of a matter: what its surveys show before and after, beside the committee's verdicts. Absent while there is none. */
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../words/language.ts'
import { effectsQuery } from './effect-query.ts'
import { IndicatorsCard } from './indicators-list.tsx'
import { JudgedList } from './judged-list.tsx'
import { SeriesList } from './series-list.tsx'

export function EffectCard({
  matter,
  appraisal,
}: Readonly<{ matter: MatterId; appraisal: AppraisalId }>) {
  const { effects: words } = useWords()
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
            <h3 className="effect-side">{words.committee}</h3>
            <JudgedList judged={data.judged} series={data.series} />
            <h3 className="effect-side">{words.people}</h3>
            <SeriesList series={data.series} />
          </div>
        </section>
      )}
      <IndicatorsCard appraisal={appraisal} matter={matter} whenEmpty={isAsked} />
    </>
  )
}
