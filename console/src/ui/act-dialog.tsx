/** A form dialog that sends one command: ready when `send` is no longer what is lacking, closed and said when it is done. */
import { App } from 'antd'
import type { ReactNode } from 'react'
import { useAct } from '../api/act.ts'
import { useSay, useWords } from '../words/language.ts'
import { FormDialog } from './form-dialog.tsx'
import type { Lacking } from './lacking.ts'

const own = {
  unfinished: { zh: '还有内容没有填完整', en: 'Something is not filled in completely yet' },
}

export function ActDialog({
  title,
  action,
  send,
  changes,
  onClose,
  children,
  width = 560,
  isWhole = false,
}: Readonly<{
  title: string
  action: string
  /** What is still missing, until nothing is. A text that it answers is said instead of “on record”. */
  send: (() => Promise<unknown>) | Lacking
  /** The first words of the query keys that are stale afterwards. */
  changes: readonly string[]
  onClose: () => void
  children: ReactNode
  width?: number
  isWhole?: boolean
}>) {
  const { shell } = useWords()
  const say = useSay()
  const { message } = App.useApp()
  const act = useAct((go: () => Promise<unknown>) => go(), changes)
  const isReady = typeof send === 'function'
  return (
    <FormDialog
      title={title}
      action={action}
      width={width}
      isWhole={isWhole}
      lacking={isReady ? [] : send.length > 0 ? send : say(own.unfinished)}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (!isReady) return
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
