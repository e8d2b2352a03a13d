/** Puts somebody on the roster, or right there. A namesake is asked about, never guessed. */
import { offices, type Capacity, type Office } from '@luoshi/domain/people/person'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { amendPerson, registerPerson, type PersonRow } from '@luoshi/server/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useWords } from '../words/language.ts'
import { termsQuery } from './queries.ts'

type Draft = Readonly<{
  name: string
  office: Office | null
  order: number | null
  unit: UnitId | null
  place: string
  post: string
}>

const blank: Draft = { name: '', office: null, order: null, unit: null, place: '', post: '' }

export function PersonForm({
  capacities,
  person,
  onClose,
}: Readonly<{
  capacities: readonly Capacity[]
  /** To put right; absent: somebody new. */
  person?: PersonRow
  onClose: () => void
}>) {
  const { people, roster: words } = useWords()
  const [capacity, setCapacity] = useState<Capacity>(person?.capacity ?? capacities[0] ?? 'deputy')
  const [draft, setDraft] = useState<Draft>(person ?? blank)
  const [another, setAnother] = useState(false)
  const { data: terms } = useQuery(termsQuery)
  const term = terms?.terms.find(({ status }) => status === 'current')?.id ?? null
  const { name, office, order, unit, place, post } = draft
  const lacking = lackingOf([people.name, name], [words.office, capacity !== 'member' || office])
  const seat = { name, office: capacity === 'member' ? office : null, order, unit, place, post }
  const ofTerm = capacity === 'member' || capacity === 'deputy'
  const send = (version: number) =>
    person
      ? ask(amendPerson, {
          params: { person: person.id },
          body: { version, ...seat },
        })
      : ask(registerPerson, { body: { capacity, ...seat, term: ofTerm ? term : null, another } })
  return (
    <WholeDialog
      now={person?.version ?? 0}
      title={
        person ? words.amendTitle(person.name) : words.registerTitle(words.capacities[capacity])
      }
      action={person ? words.save : words.register}
      changes={['persons']}
      onClose={onClose}
      send={lacking.length > 0 ? lacking : send}
    >
      {!person && capacities.length > 1 && (
        <Field label={words.capacity}>
          {(parts) => (
            <Select
              {...parts}
              value={capacity}
              onChange={setCapacity}
              options={capacities.map((one) => ({ value: one, label: words.capacities[one] }))}
            />
          )}
        </Field>
      )}
      <SeatFields capacity={capacity} draft={draft} onChange={setDraft} />
      {!person && (
        <Checkbox checked={another} onChange={(event) => setAnother(event.target.checked)}>
          {words.another}
        </Checkbox>
      )}
    </WholeDialog>
  )
}

function SeatFields({
  capacity,
  draft,
  onChange,
}: Readonly<{ capacity: Capacity; draft: Draft; onChange: (next: Draft) => void }>) {
  const { people, roster: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const text = (key: 'name' | 'place' | 'post', label: string) => (
    <Field label={label}>
      {(parts) => (
        <Input
          {...parts}
          value={draft[key]}
          onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="field-row">
        {text('name', people.name)}
        {capacity === 'member' && (
          <Field label={words.office}>
            {(parts) => (
              <Select
                {...parts}
                value={draft.office}
                onChange={(office) => onChange({ ...draft, office })}
                options={offices.map((one) => ({ value: one, label: words.offices[one] }))}
              />
            )}
          </Field>
        )}
        <Field label={words.order} hint={words.orderHint}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={100_000}
              precision={0}
              value={draft.order}
              onChange={(order) => onChange({ ...draft, order })}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        {text('place', words.place)}
        {text('post', people.post)}
      </div>
      {capacity === 'unitStaff' && (
        <Field label={people.unit}>
          {(parts) => (
            <Select
              {...parts}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.unit}
              onChange={(unit) => onChange({ ...draft, unit })}
              options={units
                .filter((one) => one.status === 'active')
                .map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
    </>
  )
}
