/** What turned out otherwise than planned: suspended, put off, taken up by a successor. Says who answers now. */
import type { getAppraisalGuide } from '@luoshi/server/contract/appraisals'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function Turns({ data }: Readonly<{ data: AnswerOf<typeof getAppraisalGuide> }>) {
  const { appraisals: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { suspension, postponements, leftTo, replaced, plan } = data
  const shown = (day: typeof today | null) =>
    day === null ? words.notFixed : dayText(day, today, language)
  return (
    <>
      {suspension && (
        <p className="rule-text">
          <b>{words.suspendedSince(shown(suspension.on))}</b> {words.grounds[suspension.ground]}：
          {suspension.reason}（{suspension.approval.reference}）。{words.suspendedEffect}
        </p>
      )}
      {leftTo && <p className="rule-text">{words.leftTo(leftTo.name)}</p>}
      {replaced.length > 0 && <p className="quiet">{words.replaced(replaced.join('、'))}</p>}
      {postponements.map((one) => (
        <p key={`${one.fromSession} ${one.session} ${one.approval.on}`} className="quiet">
          {words.postponed(
            `${one.fromSession} ${shown(one.from)}`,
            `${one.session} ${shown(one.to)}`,
          )}
          {one.reason}（{one.approval.reference}）
        </p>
      ))}
      {plan !== null && (
        <p className="quiet">
          <Link to="/year-plans/$plan" params={{ plan }}>
            {words.fromPlan}
          </Link>
        </p>
      )}
    </>
  )
}
