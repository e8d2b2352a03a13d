/** Days that bound the next step: from when a matter may be struck off; for an assignment sent back see `ReassignmentNote`. */
import { currentRound } from '@luoshi/domain/matters/matter'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { ReassignmentNote } from './reassignment-note.tsx'

export function TermsNote({ around }: Readonly<{ around: Around }>) {
  const { next } = useWords().matterPage
  const language = useLanguage()
  const { detail, policy, session } = around
  const { matter } = detail
  if (policy === null) return null
  const verdict = currentRound(matter)?.verdict
  if (matter.status !== 'satisfied' || !verdict)
    return <ReassignmentNote around={around} policy={policy} />
  const from = policy.closeFrom(verdict.on)
  if (session.today >= from) return null
  return <p className="consequence">{next.publicity(fullDayText(from, language))}</p>
}
