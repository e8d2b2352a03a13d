/** Steps this person takes on such matters, but not now: each says what it waits for. */
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { laterSteps, statesFor } from './step-order.ts'

export function LaterSteps({ around: { detail, session } }: Readonly<{ around: Around }>) {
  const { next, steps } = useWords().matterPage
  const language = useLanguage()
  const later = laterSteps(detail.matter, session)
  if (later.length === 0) return null
  return (
    <details className="later-steps">
      <summary>
        {next.later} <small className="number">{later.length}</small>
      </summary>
      <ul>
        {later.map((step) => (
          <li key={step}>
            <b>{steps[step].verb}</b> {next.laterReason(statesFor(step, language))}
          </li>
        ))}
      </ul>
    </details>
  )
}
