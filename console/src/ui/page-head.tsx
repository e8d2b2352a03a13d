/** The head of every page: its name (also the window's title), one line of explanation, and what one can do here. */
import { useEffect, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'

export function PageHead({
  title,
  lead,
  actions,
}: Readonly<{ title: string; lead?: ReactNode; actions?: ReactNode }>) {
  const { shell } = useWords()
  useEffect(() => {
    document.title = `${title} · ${shell.product}`
  }, [title, shell.product])
  return (
    <header className="page-head">
      <div className="page-head-text">
        <h1>{title}</h1>
        {lead !== undefined && <p className="page-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  )
}
