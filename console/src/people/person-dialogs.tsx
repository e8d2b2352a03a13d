/** What can be done with somebody on the roster: put right, on leave and back, gone. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Id } from '@luoshi/domain/kernel/ids'
import { leavingCauses, type LeavingCause } from '@luoshi/domain/people/person'
import { beginLeave, endLeave, letPersonGo, type PersonRow } from '@luoshi/server/contract/roster'
import { Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { BeginLeave, EndLeave } from './leave-dialogs.tsx'
import { LinkAccount } from './link-account.tsx'
import { PersonForm } from './person-form.tsx'

export type PersonDoing = 'amend' | 'link' | 'leave' | 'endLeave' | 'letGo'

type Asked = Readonly<{ person: PersonRow; onClose: () => void }>

export function PersonDialog({
  what,
  person,
  everybody,
  onClose,
}: Asked & Readonly<{ what: PersonDoing; everybody: readonly PersonRow[] }>) {
  switch (what) {
    case 'amend':
      return <PersonForm capacities={[person.capacity]} person={person} onClose={onClose} />
    case 'link':
      return <LinkAccount person={person} onClose={onClose} />
    case 'leave':
      return <Leave person={person} everybody={everybody} onClose={onClose} />
    case 'endLeave':
      return <Back person={person} onClose={onClose} />
    case 'letGo':
      return <LetGo person={person} onClose={onClose} />
  }
}

function Leave({
  person: { id, version, name, capacity },
  everybody,
  onClose,
}: Asked & Readonly<{ everybody: readonly PersonRow[] }>) {
  const { roster: words } = useWords()
  const others = everybody.filter(
    (one) => one.capacity === capacity && one.status === 'serving' && one.id !== id,
  )
  return (
    <BeginLeave<Id<'person'>>
      name={name}
      changes={['persons']}
      onClose={onClose}
      send={(told) => ask(beginLeave, { params: { person: id }, body: { version, ...told } })}
    >
      {(acting, onChange) => (
        <Field label={words.acting} hint={words.nobodyYet}>
          {(parts) => (
            <Select
              {...parts}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={acting}
              onChange={(chosen) => onChange(chosen ?? null)}
              options={others.map((one) => ({ value: one.id, label: `${one.name} ${one.place}` }))}
            />
          )}
        </Field>
      )}
    </BeginLeave>
  )
}

function Back({ person: { id, version, name, leave }, onClose }: Asked) {
  return (
    <EndLeave
      name={name}
      leave={leave}
      changes={['persons']}
      onClose={onClose}
      send={() => ask(endLeave, { params: { person: id }, body: { version } })}
    />
  )
}

function LetGo({ person: { id, version, name }, onClose }: Asked) {
  const { roster: words, shell } = useWords()
  const { today } = useSession()
  const [on, setOn] = useState<Day | null>(today)
  const [cause, setCause] = useState<LeavingCause>('transferred')
  return (
    <ActDialog
      title={words.letGoTitle(name)}
      action={words.letGo}
      changes={['persons']}
      onClose={onClose}
      send={
        on
          ? () => ask(letPersonGo, { params: { person: id }, body: { version, on, cause } })
          : lackingOf([words.leftOn, on])
      }
    >
      <div className="field-row">
        <Field label={words.leftOn}>
          {(parts) => <DayInput {...parts} max={today} value={on} onChange={setOn} />}
        </Field>
        <Field label={words.cause}>
          {(parts) => (
            <Select
              {...parts}
              value={cause}
              onChange={setCause}
              options={leavingCauses.map((one) => ({ value: one, label: words.causes[one] }))}
            />
          )}
        </Field>
      </div>
      <p className="consequence">{shell.irreversible}</p>
    </ActDialog>
  )
}
