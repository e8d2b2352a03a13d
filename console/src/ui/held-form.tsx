/** A form over a whole record on a page of its own: nothing typed is lost when somebody else changes the record meanwhile. */
import { Fragment, useState, type ReactNode } from 'react'
import { following, holding, isMoved, keepingMine, saving, takingNow, touching } from './held.ts'
import { MovedNote } from './moved-note.tsx'

export function HeldForm<Row extends Readonly<{ version: number }>>({
  now,
  children,
}: Readonly<{
  now: Row
  /** @param saved - to be called as soon as the server has it: then the form follows its own change. */
  children: (held: Row, saved: () => void) => ReactNode
}>) {
  const [held, setHeld] = useState(() => holding(now))
  const shown = following(held, now)
  if (shown !== held) setHeld(shown)
  const touched = () => setHeld(touching)
  const saved = () => setHeld(saving)
  return (
    <div
      className="held-form"
      role="presentation"
      // As they rise: on their way down, the field would be drawn anew with what it held before, and lose the letter.
      onInput={touched}
      onPointerDown={touched}
      onKeyDown={touched}
    >
      {isMoved(shown, now) && (
        <MovedNote
          onKeep={() => setHeld(keepingMine(shown, now))}
          onTake={() => setHeld(takingNow(shown, now))}
        />
      )}
      <Fragment key={shown.round}>{children(shown.row, saved)}</Fragment>
    </div>
  )
}
