/** Progress of a round as it was reported, with its evidence. */
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage } from '../../../words/language.ts'
import { EvidenceChips } from '../evidence/evidence-chips.tsx'
import type { CellProps } from './cell.ts'
import { NothingYet } from './nothing-yet.tsx'

export function ProgressCell({ round: { progress } }: CellProps) {
  const language = useLanguage()
  if (progress.length === 0) return <NothingYet />
  return (
    <ul className="cell-progress">
      {progress.map((entry, at) => (
        <li key={at}>
          <p className="cell-day">{fullDayText(entry.on, language)}</p>
          <p>{entry.text}</p>
          <EvidenceChips files={entry.evidence} />
        </li>
      ))}
    </ul>
  )
}
