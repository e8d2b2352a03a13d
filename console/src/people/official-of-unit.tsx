/** Chooses somebody in post in one unit. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { officialsQuery } from '../api/lists.ts'
import { Field } from '../ui/field.tsx'

export function OfficialOfUnit({
  label,
  hint,
  unit,
  except,
  value,
  onChange,
}: Readonly<{
  label: string
  hint?: string
  unit: UnitId
  except?: OfficialId
  value: OfficialId | null
  onChange: (official: OfficialId) => void
}>) {
  const { data: officials = [] } = useQuery(officialsQuery)
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Select
          {...parts}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
          options={officials
            .filter((one) => one.status === 'inPost' && one.unit === unit && one.id !== except)
            .map((one) => ({ value: one.id, label: `${one.name}（${one.post}）` }))}
        />
      )}
    </Field>
  )
}
