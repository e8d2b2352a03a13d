/** A form dialog that sends one command: ready when `send` is there, closed and said when it is done. */
import { App } from 'antd'
import type { ReactNode } from 'react'
import { useAct } from '../api/act.ts'
import { useWords } from '../words/language.ts'
import { FormDialog } from './form-dialog.tsx'

export function ActDialog({
  title,
  action,
  send,
  lacking = [],
  changes,
  onClose,
  children,
  width = 560,
}: Readonly<{
  title: string
  action: string
  /** Null while something is missing. A text that it answers is said instead of “on record”. */
  send: (() => Promise<unknown>) | null
  lacking?: readonly string[]
  /** The first words of the query keys that are stale afterwards. */
  changes: readonly string[]
  onClose: () => void
  children: ReactNode
  width?: number
}>) {
  const { shell } = useWords()
  const { message } = App.useApp()
  const act = useAct((go: () => Promise<unknown>) => go(), changes)
  return (
    <FormDialog
      title={title}
      action={action}
      width={width}
      ready={send !== null}
      lacking={lacking}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (send === null) return
        act.mutate(send, {
          onSuccess: (answer) => {
            void message.success(typeof answer === 'string' ? answer : shell.recorded, 5)
            onClose()
          },
        })
      }}
    >
      {children}
    </FormDialog>
  )
}
