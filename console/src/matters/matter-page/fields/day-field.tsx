/** A day: the browser's own picker with its bounds, and the day said in full under it, so that a slip is seen. */
import { daysBetween, isDay, weekday, type Day } from '@luoshi/domain/kernel/day'
import { useSession } from '../../../api/session.ts'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { Field, tied } from './field.tsx'

export function DayField({
  name,
  label,
  value,
  onChange,
  min,
  max,
  hint,
  error,
}: Readonly<{
  name: string
  label: string
  value: string
  onChange: (text: string) => void
  min?: Day | undefined
  max?: Day | undefined
  hint?: string | undefined
  error?: string | undefined
}>) {
  const { today } = useSession()
  const { matterPage } = useWords()
  const language = useLanguage()
  const said = isDay(value)
    ? matterPage.form.daySaid(
        fullDayText(value, language),
        matterPage.form.weekdays[weekday(value) - 1] ?? '',
        daysBetween(today, value),
      )
    : ''
  const note = [said, hint ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <Field name={name} label={label} hint={note} error={error}>
      <input
        {...tied(name, { error, hint: note })}
        className="control control-day"
        type="date"
        value={value}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
