/** By which channel, whose voice, the name when it may be known, and when it came in. */
import { channels, raiserKinds } from '@luoshi/domain/opinions/opinion'
import { Input, Select } from 'antd'
import { useSession } from '../../../api/session.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { useWords } from '../../../words/language.ts'
import type { Origin } from '../model/review-shape.ts'

export function OriginFields({
  value,
  onChange,
}: Readonly<{ value: Origin; onChange: (about: string, next: Partial<Origin>) => void }>) {
  const { imports: words, matterPage } = useWords()
  const { today } = useSession()
  return (
    <div className="origin-fields">
      <Field label={words.common.channel}>
        {(parts) => (
          <Select
            {...parts}
            value={value.channel}
            onChange={(channel) => onChange('channel', { channel })}
            options={channels.map((one) => ({ value: one, label: matterPage.channels[one] }))}
          />
        )}
      </Field>
      <Field label={words.common.raiserKind}>
        {(parts) => (
          <Select
            {...parts}
            value={value.raiserKind}
            onChange={(raiserKind) => onChange('raiserKind', { raiserKind })}
            options={raiserKinds.map((one) => ({ value: one, label: matterPage.raiserKinds[one] }))}
          />
        )}
      </Field>
      <Field label={words.common.raiser} hint={words.common.raiserHint}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={500}
            value={value.raiser}
            onChange={(event) => onChange('raiser', { raiser: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.common.receivedOn}>
        {(parts) => (
          <DayInput
            {...parts}
            max={today}
            value={value.receivedOn}
            onChange={(receivedOn) => onChange('receivedOn', { receivedOn })}
          />
        )}
      </Field>
    </div>
  )
}
