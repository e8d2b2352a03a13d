/** A post: its unit, its name, and who appoints to it. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { appointers, type Appointer } from '@luoshi/domain/people/directory'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { unitsQuery } from '../api/lists.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'

export type PostDraft = Readonly<{ unit: UnitId | null; post: string; appointedBy: Appointer }>

export const noPost: PostDraft = { unit: null, post: '', appointedBy: 'committeeAppointed' }

/** The post as the rules take it, or null while something is missing. */
export function postOf({ unit, post, appointedBy }: PostDraft) {
  return unit !== null && post.trim() !== '' ? { unit, post: post.trim(), appointedBy } : null
}

export function PostFields({
  value,
  onChange,
}: Readonly<{ value: PostDraft; onChange: (next: PostDraft) => void }>) {
  const { people: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  return (
    <div className="field-row">
      <Field label={words.unit}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={{ optionFilterProp: 'label' }}
            value={value.unit}
            onChange={(unit) => onChange({ ...value, unit })}
            options={units
              .filter((one) => one.status === 'active')
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label={words.post}>
        {(parts) => (
          <Input
            {...parts}
            value={value.post}
            onChange={(event) => onChange({ ...value, post: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.appointedBy}>
        {(parts) => (
          <Select
            {...parts}
            value={value.appointedBy}
            onChange={(appointedBy) => onChange({ ...value, appointedBy })}
            options={appointers.map((one) => ({ value: one, label: words.appointers[one] }))}
          />
        )}
      </Field>
    </div>
  )
}
