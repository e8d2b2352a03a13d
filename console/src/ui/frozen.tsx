/**
 * The fields of a form while it is being sent: to be read, not changed. What was typed between pressing the button and the answer
 * would otherwise be neither in what was sent nor left in the form. The focus stays where it is, which a disabled field would lose.
 */
import {
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'

export function Frozen({
  isFrozen,
  children,
}: Readonly<{ isFrozen: boolean; children: ReactNode }>) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!isFrozen || !box.current) return undefined
    const found = box.current.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    )
    const fields = [...found].filter(({ readOnly }) => !readOnly)
    for (const field of fields) field.readOnly = true
    return () => {
      for (const field of fields) field.readOnly = false
    }
  }, [isFrozen])
  // What is no text field knows no “read only”; the lists that open from a field hang elsewhere on the page, but are heard here.
  const hold = (event: SyntheticEvent) => {
    if (!isFrozen) return
    event.preventDefault()
    event.stopPropagation()
  }
  const holdKey = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey && !leaving.has(event.key)) hold(event)
  }
  return (
    <div
      ref={box}
      className="frozen"
      role="presentation"
      aria-busy={isFrozen}
      onPointerDownCapture={hold}
      onMouseDownCapture={hold}
      onClickCapture={hold}
      onKeyDownCapture={holdKey}
    >
      {children}
    </div>
  )
}

/** Keys that change nothing in a field: away from it, out of the dialog. */
const leaving: ReadonlySet<string> = new Set(['Tab', 'Escape', 'Shift', 'Alt'])
