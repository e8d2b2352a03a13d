/** An empty place that teaches: what would be here, and what brings it here. */
import type { ReactNode } from 'react'

export function EmptyNote({
  title,
  children,
  action,
}: Readonly<{ title: string; children?: ReactNode; action?: ReactNode }>) {
  return (
    <div className="empty-note">
      <svg viewBox="0 0 48 36" width="48" height="36" aria-hidden="true">
        <path
          d="M4 14l6-10h28l6 10v18H4zM4 14h12l3 6h10l3-6h12"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <p className="empty-title">{title}</p>
      {children !== undefined && <p className="empty-text">{children}</p>}
      {action}
    </div>
  )
}
