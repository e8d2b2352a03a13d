/** While a survey is open: one more way in, or one that takes no more answers. Both stay in the ledger. */
import {
  channelLabels,
  isOpenChannel,
  isStaffedChannel,
  type Channel,
} from '@luoshi/domain/surveys/channel'
import type { Population } from '@luoshi/domain/surveys/population'
import { addChannel, shutChannel, type SurveyDetail } from '@luoshi/server/contract/surveys'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay } from '../words/language.ts'
import { fittingKinds, newChannel } from './reach-draft.ts'
import { surveyChanges } from './survey-query.ts'
import { useSurveyWords } from './survey-words.ts'

type Props = Readonly<{ survey: SurveyDetail; population: Population }>

export function AddChannel({ survey, population }: Props) {
  const words = useSurveyWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.addChannel}
      </Button>
      {isOpen && <Adding survey={survey} population={population} onClose={() => setOpen(false)} />}
    </>
  )
}

function Adding({ survey, population, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const words = useSurveyWords()
  const [channel, setChannel] = useState(() => newChannel(survey.reach, population))
  const send = () =>
    ask(addChannel, {
      params: { survey: survey.id },
      body: { version: survey.version, channel: { ...channel, place: channel.place.trim() } },
    })
  return (
    <ActDialog
      title={words.addChannelTo(population.name)}
      action={words.addChannel}
      send={channel.place.trim() === '' ? lackingOf([words.place, channel.place]) : send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="quiet">{words.addChannelHint}</p>
      <ChannelFields population={population} channel={channel} onChange={setChannel} />
    </ActDialog>
  )
}

function ChannelFields({
  population: { strata, sampling },
  channel,
  onChange,
}: Readonly<{ population: Population; channel: Channel; onChange: (next: Channel) => void }>) {
  const words = useSurveyWords()
  const say = useSay()
  return (
    <>
      <div className="field-row">
        <Field label={words.channel}>
          {(parts) => (
            <Select
              {...parts}
              value={channel.kind}
              onChange={(kind) => onChange({ ...channel, kind })}
              options={fittingKinds(sampling).map((kind) => ({
                value: kind,
                label: say(channelLabels[kind]),
              }))}
            />
          )}
        </Field>
        {strata.length > 1 && (
          <Field label={words.stratum}>
            {(parts) => (
              <Select
                {...parts}
                value={channel.stratum ?? ''}
                onChange={(code) => onChange({ ...channel, stratum: code === '' ? null : code })}
                options={[
                  { value: '', label: words.askedThere },
                  ...strata.map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
            )}
          </Field>
        )}
      </div>
      <Field
        label={words.place}
        hint={isStaffedChannel(channel.kind) ? words.placeStaffed : words.placeHint}
      >
        {(parts) => (
          <Input
            {...parts}
            maxLength={200}
            value={channel.place}
            onChange={(event) => onChange({ ...channel, place: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

export function ShutChannel({
  survey,
  channel,
}: Readonly<{ survey: SurveyDetail; channel: Channel }>) {
  const words = useSurveyWords()
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const name = `${say(channelLabels[channel.kind])} ${channel.place}`.trim()
  const send = () =>
    ask(shutChannel, {
      params: { survey: survey.id },
      body: { version: survey.version, channel: channel.code, reason },
    })
  return (
    <>
      <Button
        size="small"
        aria-label={`${words.shutChannel} ${name}`}
        onClick={() => setOpen(true)}
      >
        {words.shutChannel}
      </Button>
      {isOpen && (
        <ActDialog
          title={words.shutChannelNamed(name)}
          action={words.shutChannel}
          send={reason.trim() === '' ? lackingOf([words.reason, reason]) : send}
          changes={surveyChanges}
          onClose={() => setOpen(false)}
        >
          <p className="consequence">
            {isOpenChannel(channel.kind) ? words.shutEffect : words.shutStaffedEffect}
          </p>
          <Field label={words.reason} hint={words.shutHint}>
            {(parts) => (
              <Input.TextArea
                {...parts}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </ActDialog>
      )}
    </>
  )
}
