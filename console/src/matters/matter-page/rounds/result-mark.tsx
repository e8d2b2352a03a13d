/** The result of an axis by word, colour and shape. */
import type { VerdictOutcome } from '@luoshi/domain/verdicts/verdict'
import { useGradeName } from '../../../ui/grade-name.ts'

const shapes: Readonly<Record<VerdictOutcome, string>> = {
  satisfied: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z',
  conditional: 'M6 .8L11.2 6 6 11.2.8 6z',
  unsatisfied: 'M1.5 1.5h9v9h-9z',
}

export function ResultMark({ result, grade }: Readonly<{ result: VerdictOutcome; grade: string }>) {
  const gradeName = useGradeName()
  return (
    <span className={`result result-${result}`}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={shapes[result]} fill="currentColor" />
      </svg>
      {gradeName(grade)}
    </span>
  )
}
