/** A dialog with a few fields: one verb, the refusal beside the fields, closed only when it is done or given up. */
import { Modal } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'
import { ProblemNote } from './problem-note.tsx'
import { StillLacking } from './still-lacking.tsx'

export function FormDialog({
  title,
  action,
  ready,
  lacking = [],
  pending,
  error,
  onSubmit,
  onClose,
  children,
  width = 560,
}: Readonly<{
  title: string
  /** The verb on the button. */
  action: string
  /** Whether everything needed is filled in. */
  ready: boolean
  /** The fields that are still empty, by their names: said below them while the button waits. */
  lacking?: readonly string[]
  pending: boolean
  error: Error | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  width?: number
}>) {
  const { shell } = useWords()
  const fields = useRef<HTMLDivElement>(null)
  const focusFirst = (isOpen: boolean) => {
    // Whoever began to type while the dialog still moved goes on where they are.
    if (!isOpen || fields.current?.contains(document.activeElement)) return
    fields.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={action}
      cancelText={shell.cancel}
      okButtonProps={{ disabled: !ready, loading: pending }}
      mask={{ closable: false }}
      afterOpenChange={focusFirst}
      onOk={onSubmit}
      onCancel={onClose}
    >
      {error && <ProblemNote error={error} />}
      <div ref={fields}>{children}</div>
      {lacking.length > 0 && <StillLacking names={lacking} />}
    </Modal>
  )
}
