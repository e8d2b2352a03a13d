/** One of a few: all are seen at once. */
import { useSay } from '../../../words/language.ts'
import type { Choice } from '../steps/step-spec.ts'
import { Field, fieldId } from './field.tsx'

export function ChoiceField({
  name,
  label,
  value,
  choices,
  onChange,
  error,
}: Readonly<{
  name: string
  label: string
  value: string
  choices: readonly Choice[]
  onChange: (text: string) => void
  error?: string | undefined
}>) {
  const say = useSay()
  return (
    <Field name={name} label={label} error={error} group>
      <div className="choices">
        {choices.map((choice, index) => (
          <label key={choice.value} className={choice.value === value ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={name}
              {...(index === 0 ? { id: fieldId(name) } : {})}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {say(choice)}
          </label>
        ))}
      </div>
    </Field>
  )
}
