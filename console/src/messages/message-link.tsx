/** Where a message leads: the matter, the paper or the page that it is about. */
import { isId } from '@luoshi/domain/kernel/ids'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export function MessageLink({
  thing,
  onGo,
  children,
}: Readonly<{ thing: string; onGo: () => void; children: ReactNode }>) {
  const rest = { onClick: onGo, className: 'message-text' }
  if (isId('matter', thing))
    return (
      <Link to="/matters/$matter" params={{ matter: thing }} {...rest}>
        {children}
      </Link>
    )
  if (isId('notice', thing))
    return (
      <Link to="/notices/$notice" params={{ notice: thing }} {...rest}>
        {children}
      </Link>
    )
  if (isId('consequence', thing))
    return (
      <Link to="/consequences/$consequence" params={{ consequence: thing }} {...rest}>
        {children}
      </Link>
    )
  if (isId('briefing', thing))
    return (
      <Link to="/briefings/$briefing" params={{ briefing: thing }} {...rest}>
        {children}
      </Link>
    )
  if (isId('appraisal', thing))
    return (
      <Link to="/appraisals/$appraisal" params={{ appraisal: thing }} {...rest}>
        {children}
      </Link>
    )
  if (thing === 'approvals')
    return (
      <Link to="/approvals" {...rest}>
        {children}
      </Link>
    )
  if (thing === 'accounts')
    return (
      <Link to="/accounts" {...rest}>
        {children}
      </Link>
    )
  const alarm = thing === 'owed-late' ? 'late' : thing === 'owed-silent' ? 'silent' : undefined
  return (
    <Link to="/supervision" search={alarm === undefined ? {} : { alarm }} {...rest}>
      {children}
    </Link>
  )
}
