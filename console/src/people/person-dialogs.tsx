/** What can be done with somebody on the roster: put right, on leave and back, gone. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Id } from '@luoshi/domain/kernel/ids'
import { leavingCauses, type LeavingCause } from '@luoshi/domain/people/person'
import { beginLeave, endLeave, letPersonGo, type PersonRow } from '@luoshi/server/contract/roster'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
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
      return <BeginLeave person={person} everybody={everybody} onClose={onClose} />
    case 'endLeave':
      return <EndLeave person={person} onClose={onClose} />
    case 'letGo':
      return <LetGo person={person} onClose={onClose} />
  }
}

function BeginLeave({
  person: { id, version, name, capacity },
  everybody,
  onClose,
}: Asked & Readonly<{ everybody: readonly PersonRow[] }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const [from, setFrom] = useState<Day | null>(today)
  const [until, setUntil] = useState<Day | null>(null)
  const [acting, setActing] = useState<Id<'person'> | null>(null)
  const [reason, setReason] = useState('')
  const others = everybody.filter(
    (one) => one.capacity === capacity && one.status === 'serving' && one.id !== id,
  )
  return (
    <ActDialog
      title={words.leaveTitle(name)}
      action={words.leave}
      changes={['persons']}
      onClose={onClose}
      send={
        from &&
        (() =>
          ask(beginLeave, {
            params: { person: id },
            body: { version, from, until, acting, reason },
          }))
      }
    >
      <div className="field-row">
        <Field label={words.leaveFrom}>
          {(parts) => <DayInput {...parts} value={from} onChange={setFrom} />}
        </Field>
        <Field label={words.leaveUntil}>
          {(parts) => <DayInput {...parts} value={until} onChange={setUntil} />}
        </Field>
      </div>
      <Field label={words.acting} hint={words.nobodyYet}>
        {(parts) => (
          <Select
            {...parts}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={acting}
            onChange={(chosen) => setActing(chosen ?? null)}
            options={others.map((one) => ({ value: one.id, label: `${one.name} ${one.place}` }))}
          />
        )}
      </Field>
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}

function EndLeave({ person: { id, version, name, leave }, onClose }: Asked) {
  const { roster: words } = useWords()
  return (
    <ActDialog
      title={`${name} · ${words.endLeave}`}
      action={words.endLeave}
      changes={['persons']}
      onClose={onClose}
      send={() => ask(endLeave, { params: { person: id }, body: { version } })}
    >
      <p>{words.onLeave(leave?.from ?? '', leave?.until ?? words.openEnd)}</p>
    </ActDialog>
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
        on && (() => ask(letPersonGo, { params: { person: id }, body: { version, on, cause } }))
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
