/**
 * Until when the unit may ask for another one (改办); once it may not any more, why, and what remains, until its plan is in.
 * While the committee decides, why the unit asks.
 * Source: domain matters/reassignment.ts.
 */
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import { reassignmentBar, reassignmentWindow } from '@luoshi/domain/matters/reassignment'
import { can } from '@luoshi/domain/matters/steps'
import { may } from '@luoshi/domain/people/rights'
import { fullLimitText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { useReassignmentWords } from '../reassignment-words.ts'

export function ReassignmentNote({
  around: { detail, session },
  policy,
}: Readonly<{ around: Around; policy: MatterPolicy }>) {
  const { next } = useWords().matterPage
  const words = useReassignmentWords()
  const language = useLanguage()
  const { matter, asOf } = detail
  if (matter.status === 'misassigned')
    return <p className="quiet">{words.asked(matter.reassignReason ?? '')}</p>
  const isTheirs = can('AskReassignment', matter) && may(session, 'AskReassignment', matter.unit)
  if (!isTheirs || asOf !== null) return null
  const bar = reassignmentBar(matter, policy, session.today)
  if (bar?.code === 'reassign-refused-before') return <p className="quiet">{words.refused}</p>
  if (bar?.code === 'reassign-after-verdict') return null
  const until = reassignmentWindow(matter, policy)
  if (until === null) return <p className="quiet">{words.fromReceipt}</p>
  const day = fullLimitText(until, language)
  return <p className="quiet">{bar === null ? next.window(day) : words.over(day)}</p>
}
