/** One population while it is set: who they are, how they are drawn, its strata, its channels. */
import { channelLabels, isStaffedChannel, type Channel } from '@luoshi/domain/surveys/channel'
import {
  populationKinds,
  populationLabels,
  samplingCaveats,
  samplingLabels,
  type Population,
  type SamplingType,
} from '@luoshi/domain/surveys/population'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { Button, Input, InputNumber, Select } from 'antd'
import { Field } from '../ui/field.tsx'
import { useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import {
  fittingKinds,
  samplingOf,
  withChannel,
  withNewChannel,
  withoutChannel,
  withoutPopulation,
  withPopulation,
} from './reach-draft.ts'
import { StrataEditor } from './strata-editor.tsx'
import { WeightingEditor } from './weighting-editor.tsx'

type Props = Readonly<{
  reach: Reach
  place: number
  population: Population
  set: (next: Reach) => void
}>

const samplingTypes: readonly SamplingType[] = [
  'open',
  'all',
  'interval',
  'random',
  'stratified',
  'quota',
]

export function PopulationEditor({ reach, place, population, set }: Props) {
  const words = useSurveyWords()
  const say = useSay()
  const change = (part: Partial<Population>) =>
    set(withPopulation(reach, place, { ...population, ...part }))
  const title = population.name || say(populationLabels[population.kind])
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        <Button size="small" danger onClick={() => set(withoutPopulation(reach, place))}>
          {words.removePopulation}
        </Button>
      </div>
      <div className="card-body">
        <div className="field-row">
          <Field label={words.populationKind}>
            {(parts) => (
              <Select
                {...parts}
                value={population.kind}
                onChange={(kind) => change({ kind })}
                options={populationKinds.map((one) => ({
                  value: one,
                  label: say(populationLabels[one]),
                }))}
              />
            )}
          </Field>
          <Field label={words.populationName} hint={words.populationNameHint}>
            {(parts) => (
              <Input
                {...parts}
                maxLength={200}
                value={population.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
        </div>
        <SamplingField population={population} change={change} />
        <StrataEditor population={population} change={change} />
        <Field label={words.sizeSource} hint={words.sizeSourceHint}>
          {(parts) => (
            <Input
              {...parts}
              maxLength={200}
              value={population.sizeSource}
              onChange={(event) => change({ sizeSource: event.target.value })}
            />
          )}
        </Field>
        <WeightingEditor population={population} change={change} />
        <Channels reach={reach} population={population} set={set} />
      </div>
    </section>
  )
}

function SamplingField({
  population: { sampling },
  change,
}: Readonly<{ population: Population; change: (part: Partial<Population>) => void }>) {
  const words = useSurveyWords()
  const say = useSay()
  const caveat = samplingCaveats[sampling.type]
  return (
    <div className="field-row">
      <Field label={words.sampling} hint={caveat ? say(caveat) : words.samplingHint[sampling.type]}>
        {(parts) => (
          <Select
            {...parts}
            value={sampling.type}
            onChange={(type) => change({ sampling: samplingOf(type) })}
            options={samplingTypes.map((one) => ({ value: one, label: say(samplingLabels[one]) }))}
          />
        )}
      </Field>
      {sampling.type === 'interval' && (
        <Field label={words.most}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={1_000_000}
              value={sampling.most}
              onChange={(most) => change({ sampling: { type: 'interval', most: most ?? 1 } })}
            />
          )}
        </Field>
      )}
      {sampling.type === 'random' && (
        <Field label={words.draws}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={1_000_000}
              value={sampling.count}
              onChange={(count) => change({ sampling: { type: 'random', count: count ?? 1 } })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

function Channels({ reach, population, set }: Omit<Props, 'place'>) {
  const words = useSurveyWords()
  const own = reach.channels.filter((one) => one.population === population.code)
  return (
    <fieldset className="survey-parts">
      <legend>{words.channels}</legend>
      {own.length === 0 && <p className="quiet">{words.noChannel}</p>}
      {own.map((channel) => (
        <ChannelLine
          key={channel.code}
          channel={channel}
          population={population}
          onChange={(next) => set(withChannel(reach, next))}
          onRemove={() => set(withoutChannel(reach, channel.code))}
        />
      ))}
      <Button size="small" onClick={() => set(withNewChannel(reach, population))}>
        {words.addChannel}
      </Button>
    </fieldset>
  )
}

function ChannelLine({
  channel,
  population,
  onChange,
  onRemove,
}: Readonly<{
  channel: Channel
  population: Population
  onChange: (next: Channel) => void
  onRemove: () => void
}>) {
  const words = useSurveyWords()
  const say = useSay()
  const { strata, sampling } = population
  return (
    <div className="survey-part">
      <Select
        aria-label={words.channel}
        value={channel.kind}
        onChange={(kind) => onChange({ ...channel, kind })}
        options={fittingKinds(sampling).map((kind) => ({
          value: kind,
          label: say(channelLabels[kind]),
        }))}
      />
      {strata.length > 1 && (
        <Select
          aria-label={words.stratum}
          value={channel.stratum ?? ''}
          onChange={(code) => onChange({ ...channel, stratum: code === '' ? null : code })}
          options={[
            { value: '', label: words.askedThere },
            ...strata.map(({ code, name }) => ({ value: code, label: name || code })),
          ]}
        />
      )}
      <Input
        aria-label={words.place}
        placeholder={isStaffedChannel(channel.kind) ? words.placeStaffed : words.placeHint}
        maxLength={200}
        value={channel.place}
        onChange={(event) => onChange({ ...channel, place: event.target.value })}
      />
      <Button onClick={onRemove}>{words.removeLine}</Button>
    </div>
  )
}
