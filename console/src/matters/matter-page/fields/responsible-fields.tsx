/** The unit that must act and the official who answers in person: only units that exist, only officials in that unit. */
import { useQuery } from '@tanstack/react-query'
import { officialsQuery, unitsQuery } from '../../../api/lists.ts'
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import type { FieldSpec } from '../steps/step-spec.ts'
import { SelectField } from './select-field.tsx'

export function UnitField({ field }: Readonly<{ field: Extract<FieldSpec, { kind: 'unit' }> }>) {
  const { matterPage } = useWords()
  const { values, change, errors } = useStepForm()
  const { data = [] } = useQuery(unitsQuery)
  return (
    <SelectField
      name={field.name}
      label={matterPage.fields[field.words]}
      value={textOf(values, field.name)}
      options={data.filter((unit) => unit.status === 'active')}
      error={errors[field.name]}
      empty={field.mayBeOpen ? matterPage.form.noUnit : undefined}
      onChange={(unit) =>
        change((before) => withText(withText(before, field.name, unit), 'official', ''))
      }
    />
  )
}

export function OfficialField({ name, label }: Readonly<{ name: string; label: string }>) {
  const { values, change, errors } = useStepForm()
  const { data = [] } = useQuery(officialsQuery)
  const unit = textOf(values, 'unit')
  const options = data
    .filter((official) => official.status === 'inPost' && (unit === '' || official.unit === unit))
    .map((official) => ({
      id: official.id,
      name: `${official.name}　${unit === '' ? official.unitName : ''}${official.post}`,
    }))
  return (
    <SelectField
      name={name}
      label={label}
      value={textOf(values, name)}
      options={options}
      error={errors[name]}
      onChange={(official) => change((before) => withText(before, name, official))}
    />
  )
}
