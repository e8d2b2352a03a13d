/** Editors of a name and of plain choices. */
import { publicationLabels, rectificationLabels } from '@luoshi/domain/rule-books/choice-words'
import {
  basicTreatments,
  publications,
  rectificationModes,
  resultClasses,
  type Settings,
} from '@luoshi/domain/rule-books/rule-book'
import { Input, Radio } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'

type Editing<Value> = Readonly<{ value: Value; onChange: (next: Value) => void }>

export function ActivityNameEditor({ value, onChange }: Editing<string>) {
  const { ruleBooks: words } = useWords()
  return (
    <Field label={words.value}>
      {(parts) => (
        <Input {...parts} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

function OneOf<Value extends string>({
  value,
  onChange,
  options,
}: Editing<Value> & Readonly<{ options: readonly Readonly<{ value: Value; label: string }>[] }>) {
  return (
    <Radio.Group
      className="one-editor"
      value={value}
      onChange={(event) => {
        const chosen = options.find((one) => one.value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
      options={options.map((one) => ({ ...one }))}
    />
  )
}

export function RectificationEditor(editing: Editing<Settings['rectificationJudged']>) {
  const say = useSay()
  const options = rectificationModes.map((one) => ({
    value: one,
    label: say(rectificationLabels[one]),
  }))
  return <OneOf {...editing} options={options} />
}

export function PublicationEditor(editing: Editing<Settings['publication']>) {
  const say = useSay()
  const options = publications.map((one) => ({ value: one, label: say(publicationLabels[one]) }))
  return <OneOf {...editing} options={options} />
}

export function BasicTreatmentEditor(editing: Editing<Settings['basicTreatment']>) {
  const { ruleBooks: words } = useWords()
  const options = basicTreatments.map((one) => ({ value: one, label: words.treatments[one] }))
  return <OneOf {...editing} options={options} />
}

export function RollOverEditor({ value, onChange }: Editing<boolean>) {
  const { ruleBooks: words } = useWords()
  const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: words.rolls[one] }))
  return (
    <OneOf
      value={value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'yes')}
      options={options}
    />
  )
}

export function ResultClassesEditor({ value, onChange }: Editing<Settings['resultClasses']>) {
  return (
    <>
      {resultClasses.map((letter) => (
        <Field key={letter} label={letter}>
          {(parts) => (
            <Input
              {...parts}
              value={value[letter]}
              onChange={(event) => onChange({ ...value, [letter]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}
