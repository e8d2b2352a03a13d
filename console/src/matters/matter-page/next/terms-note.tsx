/** Days that bound the next step: until when an assignment may be sent back, from when a matter may be struck off. */
import { currentRound } from '@luoshi/domain/matters/matter'
import { fullDayText, fullLimitText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'

export function TermsNote({ around: { detail, policy, session } }: Readonly<{ around: Around }>) {
  const { next } = useWords().matterPage
  const language = useLanguage()
  const { matter, may } = detail
  if (policy === null) return null
  if (may.includes('AskReassignment') && matter.handOver !== null) {
    const until = policy.reassignUntil(matter.handOver.on)
    return <p className="quiet">{next.window(fullLimitText(until, language))}</p>
  }
  const verdict = currentRound(matter)?.verdict
  if (matter.status !== 'satisfied' || !verdict) return null
  const from = policy.closeFrom(verdict.on)
  if (session.today >= from) return null
  return <p className="consequence">{next.publicity(fullDayText(from, language))}</p>
}
