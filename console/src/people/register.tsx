/** Registers a unit that must act, or an official who answers in person. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { appointers, type Appointer } from '@luoshi/domain/people/directory'
import type { InputOf } from '@luoshi/server/contract/kit'
import { registerOfficial, registerUnit } from '@luoshi/server/contract/people'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function RegisterUnit({ onClose }: Readonly<{ onClose: () => void }>) {
  const { people: words } = useWords()
  const [name, setName] = useState('')
  const act = useAct((body: { name: string }) => ask(registerUnit, { body }), ['units'])
  return (
    <FormDialog
      title={words.registerUnit}
      action={words.register}
      lacking={lackingOf([words.unitName, name])}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => act.mutate({ name: name.trim() }, { onSuccess: onClose })}
      width={440}
    >
      <Field label={words.unitName}>
        {(parts) => (
          <Input {...parts} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}

type OfficialDraft = Readonly<{
  name: string
  post: string
  unit: UnitId | null
  appointedBy: Appointer
}>

function sendOfficial(body: InputOf<(typeof registerOfficial)['body']>) {
  return ask(registerOfficial, { body })
}

export function RegisterOfficial({ onClose }: Readonly<{ onClose: () => void }>) {
  const { people: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const [draft, setDraft] = useState<OfficialDraft>({
    name: '',
    post: '',
    unit: null,
    appointedBy: 'committeeAppointed',
  })
  const act = useAct(sendOfficial, ['officials'])
  const { name, post, unit, appointedBy } = draft
  return (
    <FormDialog
      title={words.registerOfficial}
      action={words.register}
      lacking={lackingOf([words.name, name], [words.post, post], [words.unit, unit])}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (unit === null) return
        const body = { name: name.trim(), post: post.trim(), unit, appointedBy }
        act.mutate(body, { onSuccess: onClose })
      }}
    >
      <div className="field-row">
        <Field label={words.name}>
          {(parts) => (
            <Input
              {...parts}
              value={name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.post}>
          {(parts) => (
            <Input
              {...parts}
              value={post}
              onChange={(event) => setDraft({ ...draft, post: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        <Field label={words.unit}>
          {(parts) => (
            <Select
              {...parts}
              showSearch={{ optionFilterProp: 'label' }}
              value={unit}
              onChange={(chosen) => setDraft({ ...draft, unit: chosen })}
              options={units
                .filter((one) => one.status === 'active')
                .map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
        <Field label={words.appointedBy}>
          {(parts) => (
            <Select
              {...parts}
              value={appointedBy}
              onChange={(chosen) => setDraft({ ...draft, appointedBy: chosen })}
              options={appointers.map((one) => ({ value: one, label: words.appointers[one] }))}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  )
}
