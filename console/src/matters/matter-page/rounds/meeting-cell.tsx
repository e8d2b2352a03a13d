/** The unit's leadership meeting of a round. */
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { CellProps } from './cell.ts'
import { NothingYet } from './nothing-yet.tsx'

export function MeetingCell({ round: { meeting } }: CellProps) {
  const { rounds: words } = useWords().matterPage
  const language = useLanguage()
  if (meeting === null) return <NothingYet />
  return (
    <>
      <p className="cell-day">{fullDayText(meeting.heldOn, language)}</p>
      <p>{meeting.resolved}</p>
      <p>
        <span className="cell-label">{words.attended}</span>
        {meeting.attended.join('、')}
      </p>
    </>
  )
}
