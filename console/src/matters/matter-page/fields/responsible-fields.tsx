/**
 * The unit that must act and the official who answers in person: only units that exist, only officials in that unit. The
 * unit comes first; whoever is the only one in post there is taken at once.
 */
import { isId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { officialsQuery, unitsQuery } from '../../../api/lists.ts'
import { officialsOf } from '../../../ui/responsible.ts'
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { useReassignmentWords } from '../reassignment-words.ts'
import type { FieldSpec } from '../steps/step-spec.ts'
import { SelectField } from './select-field.tsx'

const unitOf = (text: string): UnitId | null => (isId('unit', text) ? text : null)

export function UnitField({ field }: Readonly<{ field: Extract<FieldSpec, { kind: 'unit' }> }>) {
  const { matterPage } = useWords()
  const { values, change, errors } = useStepForm()
  const { data = [] } = useQuery(unitsQuery)
  const { data: officials = [] } = useQuery(officialsQuery)
  const onlyOneOf = (unit: string): OfficialId | '' => {
    const [only, ...others] = officialsOf(officials, unitOf(unit))
    return only && others.length === 0 ? only.id : ''
  }
  return (
    <SelectField
      name={field.name}
      label={matterPage.fields[field.words]}
      value={textOf(values, field.name)}
      options={data.filter((unit) => unit.status === 'active' && unit.id !== field.except)}
      error={errors[field.name]}
      empty={field.mayBeOpen ? matterPage.form.noUnit : undefined}
      onChange={(unit) =>
        change((before) =>
          withText(withText(before, field.name, unit), 'official', onlyOneOf(unit)),
        )
      }
    />
  )
}

export function OfficialField({ name, label }: Readonly<{ name: string; label: string }>) {
  const { values, change, errors } = useStepForm()
  const { matterPage } = useWords()
  const words = useReassignmentWords()
  const { data = [], isPending } = useQuery(officialsQuery)
  const unit = unitOf(textOf(values, 'unit'))
  const here = officialsOf(data, unit)
  return (
    <SelectField
      name={name}
      label={label}
      value={textOf(values, name)}
      options={here.map((one) => ({ id: one.id, name: `${one.name}　${one.post}` }))}
      error={errors[name]}
      empty={emptyWords()}
      isPending={isPending}
      isOff={here.length === 0}
      onChange={(official) => change((before) => withText(before, name, official))}
    />
  )

  function emptyWords(): string {
    if (unit === null) return words.unitFirst
    return here.length === 0 ? words.nobody : matterPage.form.noChoice
  }
}
