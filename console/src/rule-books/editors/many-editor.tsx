/** Several of a few: bodies, kinds, receivers. Kept in the order of the table, not of the clicks. */
import { Checkbox } from 'antd'
import { useSay } from '../../words/language.ts'

export function ManyEditor<const Value extends string>({
  value,
  onChange,
  options,
  labels,
}: Readonly<{
  value: readonly Value[]
  onChange: (next: readonly Value[]) => void
  options: readonly Value[]
  labels: Readonly<Record<Value, Readonly<{ zh: string; en: string }>>>
}>) {
  const say = useSay()
  return (
    <div className="many-editor">
      {options.map((one) => (
        <Checkbox
          key={one}
          checked={value.includes(one)}
          onChange={({ target }) =>
            onChange(
              options.filter((other) => (other === one ? target.checked : value.includes(other))),
            )
          }
        >
          {say(labels[one])}
        </Checkbox>
      ))}
    </div>
  )
}
