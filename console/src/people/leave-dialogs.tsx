/** Going on leave and coming back: the same form whoever is away; who may stand in is the caller's to say. */
import type { Day } from '@luoshi/domain/kernel/day'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export type LeaveTold<Acting> = Readonly<{
  from: Day
  until: Day | null
  acting: Acting | null
  reason: string
}>

type Asked = Readonly<{ name: string; changes: readonly string[]; onClose: () => void }>

export function BeginLeave<Acting>({
  name,
  changes,
  send,
  onClose,
  children,
}: Asked &
  Readonly<{
    /** The field in which somebody who stands in is chosen. */
    children: (acting: Acting | null, onChange: (acting: Acting | null) => void) => ReactNode
    send: (told: LeaveTold<Acting>) => Promise<unknown>
  }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const [from, setFrom] = useState<Day | null>(today)
  const [until, setUntil] = useState<Day | null>(null)
  const [acting, setActing] = useState<Acting | null>(null)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={words.leaveTitle(name)}
      action={words.leave}
      changes={changes}
      onClose={onClose}
      send={from ? () => send({ from, until, acting, reason }) : lackingOf([words.leaveFrom, from])}
    >
      <div className="field-row">
        <Field label={words.leaveFrom}>
          {(parts) => <DayInput {...parts} value={from} onChange={setFrom} />}
        </Field>
        <Field label={words.leaveUntil}>
          {(parts) => <DayInput {...parts} value={until} onChange={setUntil} />}
        </Field>
      </div>
      {children(acting, (chosen) => setActing(() => chosen))}
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}

export function EndLeave({
  name,
  changes,
  leave,
  send,
  onClose,
}: Asked &
  Readonly<{
    leave: Readonly<{ from: Day; until: Day | null }> | null
    send: () => Promise<unknown>
  }>) {
  const { roster: words } = useWords()
  return (
    <ActDialog
      title={`${name} · ${words.endLeave}`}
      action={words.endLeave}
      changes={changes}
      onClose={onClose}
      send={send}
    >
      <p>{words.onLeave(leave?.from ?? '', leave?.until ?? words.openEnd)}</p>
    </ActDialog>
  )
}
