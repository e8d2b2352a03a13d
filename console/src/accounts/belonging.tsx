/** The unit, and the official, that an account stands for where its duty is of a unit. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { Field } from '../ui/field.tsx'
import { officialsOf } from '../ui/responsible.ts'
import { useWords } from '../words/language.ts'
import { needsOfficial, needsUnit } from './login-name.ts'

type Draft = Readonly<{
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
}>

export function Belonging({
  draft,
  onChange,
}: Readonly<{
  draft: Draft
  onChange: (change: Partial<Pick<Draft, 'unit' | 'official'>>) => void
}>) {
  const { accounts: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: officials = [] } = useQuery(officialsQuery)
  if (!needsUnit(draft.roles)) return null
  return (
    <div className="field-row">
      <Field label={words.unit} hint={words.unitHint}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.unit}
            onChange={(unit) => onChange({ unit, official: null })}
            options={units
              .filter((one) => one.status === 'active')
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      {needsOfficial(draft.roles) && (
        <Field label={words.official}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.official}
              onChange={(official) => onChange({ official })}
              options={officialsOf(officials, draft.unit).map((one) => ({
                value: one.id,
                label: `${one.name}（${one.post}）`,
              }))}
            />
          )}
        </Field>
      )}
    </div>
  )
}
