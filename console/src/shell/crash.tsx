/** What is shown when a page fails: the server's own words when it refused, else what to tell the administrator. */
import { ApiFailure } from '@luoshi/server/contract/client'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'

export function Crash({ error, reset }: ErrorComponentProps) {
  const { shell } = useWords()
  if (error instanceof ApiFailure) return <ProblemNote error={error} onRetry={reset} />
  return (
    <section className="crash" role="alert">
      <h1>{shell.crash}</h1>
      <p>{shell.crashFix}</p>
      <pre>{String(error)}</pre>
      <Button onClick={reset}>{shell.retry}</Button>
    </section>
  )
}
