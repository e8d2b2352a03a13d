/** A new indicator with its first reading, or a further reading of one that is there. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { betterDirections, type Better } from '@luoshi/domain/surveys/effect/indicator'
import {
  enterIndicator,
  readIndicator,
  type IndicatorRow,
} from '@luoshi/server/contract/indicators'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

type Props = Readonly<{
  appraisal: AppraisalId
  matter: MatterId | null
  row: IndicatorRow | null
  onClose: () => void
}>

type Draft = Readonly<{
  name: string
  unit: string
  better: Better
  on: Day | null
  value: string
  of: string
  source: string
}>
import { lackingOf } from '../../ui/lacking.ts'
import { useSay } from '../../words/language.ts'
import { useEffectWords } from './effect-words.ts'

const own = {
  figure: (name: string) => ({
    zh: `“${name}”要写成数字`,
    en: `${name} must be a number`,
  }),
}

export function IndicatorDialog({ appraisal, matter, row, onClose }: Props) {
  const words = useEffectWords()
  const say = useSay()
  const { today } = useSession()
  const [draft, setDraft] = useState<Draft>({
    name: row?.name ?? '',
    unit: row?.unit ?? '',
    better: row?.better ?? 'more',
    on: today,
    value: '',
    of: '',
    source: '',
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const act = useAct((on: Day) => send({ appraisal, matter, row }, draft, on), ['indicators'])
  const isOther = (raw: string) => raw.trim() !== '' && !/^\d+(\.\d+)?$/.test(raw.trim())
  return (
    <FormDialog
      title={row ? words.readTitle(row.name) : words.enterTitle}
      action={row ? words.readAgain : words.enter}
      lacking={
        isOther(draft.value)
          ? say(own.figure(words.value))
          : isOther(draft.of)
            ? say(own.figure(words.of))
            : lackingOf(
                [words.name, draft.name],
                [words.unit, draft.unit],
                [words.value, draft.value],
                [words.onDay, draft.on],
                [words.source, draft.source],
              )
      }
      pending={act.isPending}
      error={act.error}
      onSubmit={() => draft.on !== null && act.mutate(draft.on, { onSuccess: onClose })}
      onClose={onClose}
    >
      {!row && <Naming draft={draft} onChange={change} />}
      <div className="field-row">
        <Text label={words.value} value={draft.value} onChange={(value) => change({ value })} />
        <Text
          label={words.of}
          hint={words.ofHint}
          value={draft.of}
          onChange={(of) => change({ of })}
        />
        <Field label={words.onDay}>
          {(parts) => (
            <DayInput {...parts} max={today} value={draft.on} onChange={(on) => change({ on })} />
          )}
        </Field>
      </div>
      <Text
        label={words.source}
        hint={words.sourceHint}
        value={draft.source}
        onChange={(source) => change({ source })}
      />
    </FormDialog>
  )
}

function send({ appraisal, matter, row }: Omit<Props, 'onClose'>, draft: Draft, on: Day) {
  const { name, unit, better, value, of, source } = draft
  const whole = of.trim() === '' ? null : Number(of)
  const reading = { on, value: Number(value), of: whole, source }
  if (row) {
    const { id: indicator, version } = row
    return ask(readIndicator, { params: { indicator }, body: { appraisal, version, reading } })
  }
  const matters = matter === null ? [] : [matter]
  return ask(enterIndicator, { body: { appraisal, matters, name, unit, better, first: reading } })
}

function Naming({
  draft,
  onChange,
}: Readonly<{ draft: Draft; onChange: (part: Partial<Draft>) => void }>) {
  const words = useEffectWords()
  return (
    <>
      <Text label={words.name} value={draft.name} onChange={(name) => onChange({ name })} />
      <div className="field-row">
        <Text label={words.unit} value={draft.unit} onChange={(unit) => onChange({ unit })} />
        <Field label={words.direction}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.better}
              onChange={(better: Better) => onChange({ better })}
              options={betterDirections.map((one) => ({ value: one, label: words.better[one] }))}
            />
          )}
        </Field>
      </div>
    </>
  )
}

function Text({
  label,
  hint,
  value,
  onChange,
}: Readonly<{
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}>) {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input {...parts} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  )
}
