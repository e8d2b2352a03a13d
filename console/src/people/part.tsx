/** One list of the room with its heading, its count and what one can do; what to do when it is empty. */
import type { ReactNode } from 'react'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Waiting } from '../ui/waiting.tsx'

export function Part({
  title,
  rows,
  none,
  action,
  children,
}: Readonly<{
  title: string
  rows: readonly unknown[] | undefined
  none: readonly [string, string]
  action?: ReactNode
  children: ReactNode
}>) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>
          {title}
          <small className="number">{rows?.length}</small>
        </h2>
        {action}
      </div>
      {rows === undefined && <Waiting lines={4} />}
      {rows?.length === 0 && <EmptyNote title={none[0]}>{none[1]}</EmptyNote>}
      {rows !== undefined && rows.length > 0 && children}
    </section>
  )
}
