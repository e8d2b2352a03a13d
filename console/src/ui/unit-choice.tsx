/** A unit that stands, or none yet: for what becomes a matter before it is handed over. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { unitsQuery } from '../api/lists.ts'
import { Field } from './field.tsx'

export function UnitChoice({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: UnitId | null; onChange: (unit: UnitId | null) => void }>) {
  const { data: units = [] } = useQuery(unitsQuery)
  return (
    <Field label={label}>
      {(parts) => (
        <Select
          {...parts}
          allowClear
          value={value}
          onChange={(unit: UnitId | undefined) => onChange(unit ?? null)}
          options={units
            .filter(({ id, status }) => status === 'active' || id === value)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Field>
  )
}
