/** Shows what went wrong and how to mend it, in the chosen language, with the fields it is about. */
import { Button } from 'antd'
import { problemOf } from '../api/problem.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function ProblemNote({
  error,
  onRetry,
}: Readonly<{ error: unknown; onRetry?: (() => void) | undefined }>) {
  const language = useLanguage()
  const { shell } = useWords()
  const problem = problemOf(error)
  // Who may not, or what is not there, is so the next time too.
  const isFinal = problem.status === 403 || problem.status === 404
  return (
    <div className="problem-note" role="alert">
      <p className="problem-what">{problem[language].what}</p>
      <p className="problem-fix">{problem[language].fix}</p>
      {(problem.issues ?? []).length > 0 && (
        <ul>
          {(problem.issues ?? []).map((issue) => (
            <li key={`${issue.path} ${issue.zh}`}>{issue[language]}</li>
          ))}
        </ul>
      )}
      {onRetry && !isFinal && (
        <Button size="small" onClick={onRetry}>
          {shell.retry}
        </Button>
      )}
    </div>
  )
}
