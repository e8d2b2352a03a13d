/** The strata of a population: each with how many there are, and how many are asked where the method asks by stratum. */
import type { Population, Stratum } from '@luoshi/domain/surveys/population'
import { Button, Input, InputNumber } from 'antd'
import { useSurveyWords } from './survey-words.ts'
import { withNewStratum } from './reach-draft.ts'

export function StrataEditor({
  population,
  change,
}: Readonly<{ population: Population; change: (part: Partial<Population>) => void }>) {
  const words = useSurveyWords()
  const { strata, sampling } = population
  const hasQuota = sampling.type === 'stratified' || sampling.type === 'quota'
  const put = (place: number, part: Partial<Stratum>) => {
    const before = strata[place]
    if (before) change({ strata: strata.with(place, { ...before, ...part }) })
  }
  return (
    <fieldset className="survey-parts">
      <legend>{words.strata}</legend>
      {strata.map((stratum, place) => (
        <div key={stratum.code} className="survey-part">
          <Input
            aria-label={words.stratumName}
            placeholder={words.stratumName}
            maxLength={100}
            value={stratum.name}
            onChange={(event) => put(place, { name: event.target.value })}
          />
          <InputNumber
            aria-label={words.size}
            placeholder={words.size}
            min={0}
            max={1_500_000_000}
            value={stratum.size}
            onChange={(size) => put(place, { size })}
          />
          {hasQuota && (
            <InputNumber
              aria-label={words.quota}
              placeholder={words.quota}
              min={0}
              max={1_000_000}
              value={stratum.quota}
              onChange={(quota) => put(place, { quota })}
            />
          )}
          {strata.length > 1 && (
            <Button onClick={() => change({ strata: strata.toSpliced(place, 1) })}>
              {words.removeLine}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => change(withNewStratum(population))}>
        {words.addStratum}
      </Button>
    </fieldset>
  )
}
