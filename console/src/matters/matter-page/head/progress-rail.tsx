/** The nine stages from draft to struck off, and where the matter is now. */
import { currentRound, type MatterStatus, type OpenedMatter } from '@luoshi/domain/matters/matter'
import { useLanguage, useWords } from '../../../words/language.ts'
import { inBrackets } from '../../../words/marks.ts'

/** The stage that is being worked on in each state; one past the last when all is done. */
const stages: Readonly<Record<MatterStatus, number | null>> = {
  drafted: 1,
  approved: 2,
  issued: 3,
  misassigned: 3,
  received: 4,
  planned: 4,
  inProgress: 5,
  committed: 5,
  submitted: 6,
  verified: 7,
  satisfied: 8,
  closed: 9,
  merged: null,
  exited: null,
}

export function ProgressRail({ matter }: Readonly<{ matter: OpenedMatter }>) {
  const { rail } = useWords().matterPage
  const language = useLanguage()
  const here = stages[matter.status]
  if (here === null) return null
  const round = currentRound(matter)?.number ?? 0
  return (
    <ol className="progress-rail" aria-label={rail.label}>
      {rail.stages.map((stage, at) => {
        const state = at < here ? 'done' : at === here ? 'here' : 'ahead'
        return (
          <li
            key={stage}
            className={`rail-${state}`}
            {...(state === 'here' ? { 'aria-current': 'step' } : {})}
          >
            <span className="rail-dot" aria-hidden="true">
              {state === 'done' ? '✓' : at + 1}
            </span>
            {stage}
            <span className="sr-only">{inBrackets(language, rail[state])}</span>
            {state === 'here' && round > 1 && <small>{rail.roundNote(round)}</small>}
          </li>
        )
      })}
    </ol>
  )
}
