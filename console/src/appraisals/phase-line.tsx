/** The phases of an appraisal as a line: passed, present, ahead; by word and shape, not colour alone. */
import { phaseLabels, phases, type Phase } from '@luoshi/domain/appraisals/phases'
import { useSay, useWords } from '../words/language.ts'

export function PhaseLine({ phase, isArchived }: Readonly<{ phase: Phase; isArchived: boolean }>) {
  const { appraisals: words } = useWords()
  const say = useSay()
  const here = isArchived ? phases.length : phases.indexOf(phase)
  const standing = (index: number) => (index < here ? 'done' : index === here ? 'here' : 'ahead')
  return (
    <ol className="phase-line">
      {phases.map((one, index) => (
        <li
          key={one}
          className={`phase-${standing(index)}`}
          {...(index === here ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden="true" className="phase-dot">
            {index < here ? '✓' : index + 1}
          </span>
          <span className="phase-name">{say(phaseLabels[one])}</span>
          <span className="sr-only">{words[standing(index)]}</span>
        </li>
      ))}
    </ol>
  )
}
