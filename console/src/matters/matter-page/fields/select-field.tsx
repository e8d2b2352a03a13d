/** One of many, by the browser's own list: works by keyboard, by voice and on phones as people know it. */
import { useWords } from '../../../words/language.ts'
import { Field, tied } from './field.tsx'

export type Option = Readonly<{ id: string; name: string }>

export function SelectField({
  name,
  label,
  value,
  options,
  onChange,
  error,
  empty,
  optional = false,
  isPending = false,
  isOff = false,
}: Readonly<{
  name: string
  label: string
  value: string
  options: readonly Option[]
  onChange: (text: string) => void
  error?: string | undefined
  /** What choosing none is called. */
  empty?: string | undefined
  optional?: boolean
  /** The options are still being fetched. */
  isPending?: boolean
  /** There is nothing to choose yet; `empty` says why. */
  isOff?: boolean
}>) {
  const { matterPage, shell } = useWords()
  return (
    <Field name={name} label={label} error={error} optional={optional}>
      <select
        {...tied(name, { error })}
        className="control"
        disabled={isPending || isOff}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{isPending ? shell.loading : (empty ?? matterPage.form.noChoice)}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </Field>
  )
}
