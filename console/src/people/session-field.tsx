/**
 * The session that a meeting or a ballot belongs to, chosen from those on record, with its day. Where none is on record
 * yet its name is written, and the page says where sessions are kept.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import { termsQuery } from './queries.ts'

export function SessionField({
  value,
  onChange,
}: Readonly<{
  value: string
  /** The day where the session has one; null where it is written by hand or 待定. */
  onChange: (session: string, on: Day | null) => void
}>) {
  const { roster: words } = useWords()
  const { data } = useQuery(termsQuery)
  const known = (data?.sessions ?? []).filter(({ status }) => status !== 'cancelled')
  const isListed = known.some(({ title }) => title === value)
  if (known.length === 0)
    return (
      <Field label={words.sessionOf} hint={words.sessionWritten}>
        {(parts) => (
          <Input
            {...parts}
            value={value}
            onChange={(event) => onChange(event.target.value, null)}
          />
        )}
      </Field>
    )
  return (
    <Field label={words.sessionOf} hint={words.sessionChosen}>
      {(parts) => (
        <Select
          {...parts}
          showSearch
          optionFilterProp="label"
          value={value === '' ? null : value}
          onChange={(title: string) =>
            onChange(title, known.find((one) => one.title === title)?.on ?? null)
          }
          options={[
            // What is on record already, from before the list was kept.
            ...(value === '' || isListed ? [] : [{ value, label: value }]),
            ...known.map(({ title, on }) => ({
              value: title,
              label: `${title}（${on ?? words.undecided}）`,
            })),
          ]}
        />
      )}
    </Field>
  )
}
