/** A channel that staff serve, by its name, and the stratum of whom they asked. */
import { channelLabels, isInUse, type ChannelKind } from '@luoshi/domain/surveys/channel'
import { Select } from 'antd'
import { Field } from '../ui/field.tsx'
import { useLanguage, useSay } from '../words/language.ts'
import { inBrackets } from '../words/marks.ts'
import { useSurveyWords } from './survey-words.ts'
import type { SurveyTabProps } from './survey-tabs.ts'

type Survey = SurveyTabProps['survey']

export function useChannelName(survey: Survey): (code: string) => string {
  const say = useSay()
  const language = useLanguage()
  return (code) => {
    const channel = survey.reach.channels.find((one) => one.code === code)
    if (!channel) return code
    const kind = say(channelLabels[channel.kind])
    return channel.place === '' ? kind : `${kind}${inBrackets(language, channel.place)}`
  }
}

export type StaffedWay = Readonly<{ channel: string; stratum: string }>

/** A channel that staff serve and the stratum of whom they asked. */
export function WayFields({
  survey,
  way,
  onChange,
  kinds = ['phone', 'visit', 'paper'],
}: SurveyTabProps &
  Readonly<{
    way: StaffedWay | null
    onChange: (way: StaffedWay) => void
    kinds?: readonly ChannelKind[]
  }>) {
  const words = useSurveyWords()
  const name = useChannelName(survey)
  const staffed = survey.reach.channels.filter((one) => kinds.includes(one.kind) && isInUse(one))
  const strataOf = (code: string | undefined) => {
    const channel = staffed.find((one) => one.code === code)
    const population = survey.reach.populations.find((one) => one.code === channel?.population)
    return (population?.strata ?? []).filter(
      (one) => channel?.stratum === null || channel?.stratum === one.code,
    )
  }
  return (
    <div className="field-row">
      <Field label={words.channel}>
        {(parts) => (
          <Select
            {...parts}
            value={way?.channel ?? null}
            onChange={(channel) => {
              const [first] = strataOf(channel ?? undefined)
              if (channel !== null && first) onChange({ channel, stratum: first.code })
            }}
            options={staffed.map(({ code }) => ({ value: code, label: name(code) }))}
          />
        )}
      </Field>
      <Field label={words.stratum}>
        {(parts) => (
          <Select
            {...parts}
            value={way?.stratum ?? null}
            onChange={(stratum) => {
              if (way && stratum !== null) onChange({ ...way, stratum })
            }}
            options={strataOf(way?.channel).map(({ code, name: said }) => ({
              value: code,
              label: said,
            }))}
          />
        )}
      </Field>
    </div>
  )
}
