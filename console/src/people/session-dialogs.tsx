/** A session is planned, moved, held or cancelled; limits that end at it go along, and it is said how many. */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  cancelSession,
  holdSession,
  moveSession,
  planSession,
  type SessionRow,
  type TermRow,
} from '@luoshi/server/contract/terms'
import { App, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf, type Lacking } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

type Answer = Readonly<{ moved: number; sessions: readonly SessionRow[] }>
type Told = Promise<Answer>

function LimitsDialog({
  title,
  action,
  send,
  onDone,
  onClose,
  children,
}: Readonly<{
  title: string
  action: string
  send: (() => Told) | Lacking
  onDone?: ((answer: Answer) => void) | undefined
  onClose: () => void
  children: ReactNode
}>) {
  const { roster: words } = useWords()
  const { message } = App.useApp()
  const act = useAct((go: () => Told) => go(), ['terms', 'calendar', 'matters', 'matter'])
  return (
    <FormDialog
      title={title}
      action={action}
      lacking={typeof send === 'function' ? [] : send}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (typeof send !== 'function') return
        act.mutate(send, {
          onSuccess: (answer) => {
            void message.success(words.limitsMoved(answer.moved))
            onDone?.(answer)
            onClose()
          },
        })
      }}
    >
      {children}
    </FormDialog>
  )
}

export function PlanSession({
  term,
  next,
  onPlanned,
  onClose,
}: Readonly<{
  term: TermRow
  next: number
  /** Told of the session that is new on the list. */
  onPlanned?: (title: string, on: Day | null) => void
  onClose: () => void
}>) {
  const { roster: words } = useWords()
  const [number, setNumber] = useState<number | null>(next)
  const [on, setOn] = useState<Day | null>(null)
  return (
    <LimitsDialog
      title={words.planSession}
      action={words.planSession}
      onDone={({ sessions }) => {
        const made = sessions.find((one) => one.term === term.id && one.number === number)
        if (made) onPlanned?.(made.title, made.on)
      }}
      onClose={onClose}
      send={
        number === null
          ? lackingOf([words.sessionNumber, number])
          : () => ask(planSession, { body: { term: term.id, number, on } })
      }
    >
      <div className="field-row">
        <Field label={words.sessionNumber}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={199}
              precision={0}
              value={number}
              onChange={setNumber}
            />
          )}
        </Field>
        <Field label={words.sessionDay} hint={words.sessionDayHint}>
          {(parts) => (
            <DayInput {...parts} min={term.from} max={term.until} value={on} onChange={setOn} />
          )}
        </Field>
      </div>
    </LimitsDialog>
  )
}

export type SessionDoing = 'move' | 'hold' | 'cancel'

export function SessionDialog({
  does,
  session,
  onClose,
}: Readonly<{ does: SessionDoing; session: SessionRow; onClose: () => void }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const [on, setOn] = useState<Day | null>(does === 'hold' ? (session.on ?? today) : session.on)
  const [reason, setReason] = useState('')
  const { id, version, title } = session
  const params = { session: id }
  const send = {
    move: () => ask(moveSession, { params, body: { version, to: on, reason } }),
    hold: on
      ? () => ask(holdSession, { params, body: { version, on } })
      : lackingOf([words.heldOn, on]),
    cancel:
      reason.trim() === ''
        ? lackingOf([words.reason, reason])
        : () => ask(cancelSession, { params, body: { version, reason } }),
  }[does]
  const titles = { move: words.moveTitle, hold: words.holdTitle, cancel: words.cancelTitle }
  const verbs = { move: words.move, hold: words.hold, cancel: words.cancelSession }
  return (
    <LimitsDialog title={titles[does](title)} action={verbs[does]} onClose={onClose} send={send}>
      {does !== 'cancel' && (
        <Field
          label={does === 'hold' ? words.heldOn : words.sessionDay}
          hint={does === 'hold' ? '' : words.sessionDayHint}
        >
          {(parts) => <DayInput {...parts} value={on} onChange={setOn} />}
        </Field>
      )}
      {does !== 'hold' && (
        <Field label={words.reason}>
          {(parts) => (
            <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
    </LimitsDialog>
  )
}
