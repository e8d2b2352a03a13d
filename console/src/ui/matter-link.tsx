/** A link to the page of one matter. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export function MatterLink({
  matter,
  children,
  className,
}: Readonly<{ matter: string; children: ReactNode; className?: string }>) {
  return (
    <Link to="/matters/$matter" params={{ matter }} className={className ?? 'matter-link'}>
      {children}
    </Link>
  )
}
