/** Puts one sheet on paper and nothing else of the page: slips, the agenda's line with the fingerprint, the posters. */
import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

export function PrintSheet({ children }: Readonly<{ children: ReactNode }>) {
  useEffect(() => {
    document.body.classList.add('prints-sheet')
    return () => document.body.classList.remove('prints-sheet')
  }, [])
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}
