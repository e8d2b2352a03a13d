/** A day, by the browser's own date field: works on every phone and needs no script of ours. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { ComponentProps } from 'react'

type Own = Readonly<{ value: Day | null; onChange: (day: Day | null) => void }>

export function DayInput({
  value,
  onChange,
  ...rest
}: Own & Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'>) {
  return (
    <input
      type="date"
      className="day-input"
      value={value ?? ''}
      onChange={(event) => onChange(isDay(event.target.value) ? event.target.value : null)}
      {...rest}
    />
  )
}
