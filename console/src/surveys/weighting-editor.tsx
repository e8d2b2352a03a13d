/** How the answers of a population are weighted: by its strata, by margins with their source, or not; set before it starts. */
import type { Population } from '@luoshi/domain/surveys/population'
import { isFromList } from '@luoshi/domain/surveys/population'
import {
  marginLimits,
  peopleOf,
  weightingLabels,
  type Level,
  type Margin,
  type Weighting,
} from '@luoshi/domain/surveys/weighting'
import { Button, Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { Field } from '../ui/field.tsx'
import { useSay } from '../words/language.ts'
import { freeCode } from './form-draft.ts'
import { useSurveyWords } from './survey-words.ts'

type Props = Readonly<{
  population: Population
  change: (part: Pick<Population, 'weighting'>) => void
}>

/** Refused when it is saved: a number nobody typed would weigh like one that was. */
const unknownSize = 0

const types = ['strata', 'margins', 'none'] as const

export function WeightingEditor({ population, change }: Props) {
  const { weighting: words } = useSurveyWords()
  const say = useSay()
  // Whoever comes stands for nobody else: there is nothing to weight.
  if (!isFromList(population.sampling)) return null
  const { weighting = { type: 'strata' } } = population
  const chosen = (type: Weighting['type']): Weighting =>
    type === 'margins' ? { type, margins: [newMargin([])] } : { type }
  return (
    <>
      <Field label={words.label} hint={words.hint}>
        {(parts) => (
          <Select
            {...parts}
            value={weighting.type}
            onChange={(type) => change({ weighting: chosen(type) })}
            options={types.map((one) => ({ value: one, label: say(weightingLabels[one]) }))}
          />
        )}
      </Field>
      {weighting.type === 'margins' && (
        <Margins
          strata={population.strata}
          margins={weighting.margins}
          set={(margins) => change({ weighting: { type: 'margins', margins } })}
        />
      )}
    </>
  )
}

function newMargin(taken: readonly Margin[]): Margin {
  const code = freeCode(
    taken.map((one) => one.code),
    'm',
  )
  const levels = ['l1', 'l2'].map((level) => ({ code: level, name: '', size: unknownSize }))
  return { code, name: '', source: '', levels, of: {} }
}

function Margins({
  strata,
  margins,
  set,
}: Readonly<{
  strata: Population['strata']
  margins: readonly Margin[]
  set: (margins: readonly Margin[]) => void
}>) {
  const { weighting: words } = useSurveyWords()
  return (
    <>
      <p className="quiet">{words.marginsHint}</p>
      {margins.map((margin, place) => (
        <MarginEditor
          key={margin.code}
          strata={strata}
          margin={margin}
          put={(next) => set(margins.with(place, next))}
          remove={margins.length > 1 ? () => set(margins.toSpliced(place, 1)) : null}
        />
      ))}
      <Button
        size="small"
        disabled={margins.length >= marginLimits.margins}
        onClick={() => set([...margins, newMargin(margins)])}
      >
        {words.addMargin}
      </Button>
    </>
  )
}

function MarginEditor({
  strata,
  margin,
  put,
  remove,
}: Readonly<{
  strata: Population['strata']
  margin: Margin
  put: (next: Margin) => void
  remove: (() => void) | null
}>) {
  const { weighting: words } = useSurveyWords()
  const { name, source, levels, of } = margin
  const here = useId()
  const text = (part: 'name' | 'source', value: string) => (
    <Input
      aria-label={words[part]}
      placeholder={words[part]}
      maxLength={200}
      value={value}
      onChange={(event) => put({ ...margin, [part]: event.target.value })}
    />
  )
  return (
    <fieldset className="survey-parts">
      <legend>{name || words.margins}</legend>
      <div className="survey-part">
        {text('name', name)}
        {text('source', source)}
        {remove && <Button onClick={remove}>{words.remove}</Button>}
      </div>
      <Levels margin={margin} put={put} />
      {strata.map((stratum, at) => (
        <div key={stratum.code} className="survey-part">
          <label htmlFor={`${here}-${stratum.code}`}>
            {words.belongs(stratum.name || words.nameless(at + 1))}
          </label>
          <Select
            id={`${here}-${stratum.code}`}
            value={of[stratum.code] ?? null}
            onChange={(level) => put({ ...margin, of: { ...of, [stratum.code]: level ?? '' } })}
            options={levels.map((level) => ({
              value: level.code,
              label: level.name || level.code,
            }))}
          />
        </div>
      ))}
    </fieldset>
  )
}

function Levels({ margin, put }: Readonly<{ margin: Margin; put: (next: Margin) => void }>) {
  const { weighting: words } = useSurveyWords()
  const { levels } = margin
  const change = (place: number, part: Partial<Level>) => {
    const before = levels[place]
    if (before) put({ ...margin, levels: levels.with(place, { ...before, ...part }) })
  }
  const add = () => {
    const code = freeCode(
      levels.map((one) => one.code),
      'l',
    )
    put({ ...margin, levels: [...levels, { code, name: '', size: unknownSize }] })
  }
  return (
    <>
      {levels.map(({ code, name, size }, place) => (
        <div key={code} className="survey-part">
          <Input
            aria-label={words.level}
            placeholder={words.level}
            maxLength={100}
            value={name}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <InputNumber
            aria-label={words.size}
            min={1}
            max={1_500_000_000}
            placeholder={words.size}
            value={size === unknownSize ? null : size}
            onChange={(next) => change(place, { size: next ?? unknownSize })}
          />
          {levels.length > 2 && (
            <Button onClick={() => put({ ...margin, levels: levels.toSpliced(place, 1) })}>
              {words.remove}
            </Button>
          )}
        </div>
      ))}
      <p className="quiet">
        {words.total(peopleOf(margin))}{' '}
        <Button size="small" disabled={levels.length >= marginLimits.levels} onClick={add}>
          {words.addLevel}
        </Button>
      </p>
    </>
  )
}
