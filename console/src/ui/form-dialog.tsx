/** A dialog with a few fields: one verb, the refusal beside the fields, closed only when it is done or given up. */
import { Modal } from 'antd'
import { useId, useRef, type ReactNode } from 'react'
import { isRefusal } from '../api/problem.ts'
import { useWords } from '../words/language.ts'
import { Frozen } from './frozen.tsx'
import type { Lacking } from './lacking.ts'
import { OvertakenNote } from './overtaken-note.tsx'
import { ProblemNote } from './problem-note.tsx'
import { StillLacking } from './still-lacking.tsx'

export function FormDialog({
  title,
  action,
  lacking,
  pending,
  error,
  onSubmit,
  onClose,
  children,
  width = 560,
  isWhole = false,
}: Readonly<{
  title: string
  /** The verb on the button. */
  action: string
  /** What is still missing: said below the fields while the button waits. No button waits without a reason. */
  lacking: Lacking
  pending: boolean
  error: Error | null
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  width?: number
  /** Over the whole of a record: then its own note asks which of the two is to stand. */
  isWhole?: boolean
}>) {
  const { shell } = useWords()
  const why = useId()
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
      okButtonProps={{
        disabled: lacking.length > 0,
        loading: pending,
        'aria-describedby': why,
      }}
      mask={{ closable: false }}
      afterOpenChange={focusFirst}
      onOk={onSubmit}
      onCancel={onClose}
    >
      {error && <ProblemNote error={error} />}
      {!isWhole && isRefusal(error, 'version-conflict') && <OvertakenNote action={action} />}
      <div ref={fields}>
        <Frozen isFrozen={pending}>{children}</Frozen>
      </div>
      <StillLacking id={why} lacking={lacking} />
    </Modal>
  )
}
