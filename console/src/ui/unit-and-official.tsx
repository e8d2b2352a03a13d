/** Who must act and who answers in person: choosing a unit offers its officials in post, and takes the only one at once. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { useWords } from '../words/language.ts'
import { Field } from './field.tsx'
import { officialsOf, type Responsible } from './responsible.ts'

export function UnitAndOfficial({
  value,
  onChange,
  except,
  labels,
}: Readonly<{
  value: Responsible
  onChange: (next: Responsible) => void
  /** A unit that may not be chosen. */
  except?: UnitId
  labels?: Readonly<{ unit: string; official: string }>
}>) {
  const { matters } = useWords()
  const { data: units = [], isPending: isFetchingUnits } = useQuery(unitsQuery)
  const { data: officials = [], isPending: isFetchingOfficials } = useQuery(officialsQuery)
  // Chosen before the officials are known, a unit would be left without the only one it has.
  const isFetching = isFetchingUnits || isFetchingOfficials
  const choose = (unit: UnitId) => {
    const [only = null, ...others] = officialsOf(officials, unit)
    onChange({ unit, official: others.length === 0 && only ? only.id : null })
  }
  return (
    <div className="field-row">
      <Field label={labels?.unit ?? matters.bulk.unit}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={{ optionFilterProp: 'label' }}
            disabled={isFetching}
            loading={isFetching}
            value={value.unit}
            onChange={(unit) => unit !== null && choose(unit)}
            options={units
              // One that merged since it was chosen is shown by its name, not as a bare number.
              .filter(({ id, status }) => status === 'active' || id === value.unit)
              .filter(({ id }) => id !== except)
              .map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        )}
      </Field>
      <Field label={labels?.official ?? matters.bulk.official}>
        {(parts) => (
          <Select
            {...parts}
            disabled={value.unit === null}
            value={value.official}
            onChange={(official) => onChange({ ...value, official })}
            options={officialsOf(officials, value.unit).map((one) => ({
              value: one.id,
              label: `${one.name}（${one.post}）`,
            }))}
          />
        )}
      </Field>
    </div>
  )
}
