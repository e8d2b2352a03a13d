/** One closure form: what was to be reached, what was done, who checked it, public notice, objections, and who approves. */
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { currentRound, type OpenedMatter } from '@luoshi/domain/matters/matter'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { calendarQuery } from '../calendar/calendar-query.ts'
import { policyQuery } from '../matters/matter-page/matter-query.ts'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'

type Shown = Readonly<{ detail: MatterDetail }>

export function ClosureForm({ detail }: Shown) {
  const { closures: words, letters } = useWords()
  const language = useLanguage()
  const { matter } = detail
  const day = (one: Day) => fullDayText(one, language)
  const round = currentRound(matter)
  const { plan, submission, verification, verdict } = round ?? {}
  return (
    <article className="card closure-form">
      <div className="no-print page-actions">
        <DownloadPaper kind="closure-form" record={detail.id} />
      </div>
      <h2>{words.title}</h2>
      <table>
        <tbody>
          <Line label={words.number}>
            <MatterLink matter={detail.id}>{letters.matterNumber(detail.number)}</MatterLink>
          </Line>
          <Line label={words.matter}>{matter.title}</Line>
          <Line label={words.unit}>
            {detail.unitName}　{detail.officialName}
          </Line>
          <Line label={words.goal}>{plan?.task}</Line>
          <Line label={words.done}>{submission?.answer}</Line>
          <Line label={words.evidence}>{matter.evidence.map(({ name }) => name).join('、')}</Line>
          <Line label={words.unitView}>
            {submission && words.unitSigned(submission.signedBy, day(submission.on))}
          </Line>
          <Line label={words.teamView}>{verification?.findings}</Line>
          <Line label={words.verifiers}>{verification?.verifiers.join('、')}</Line>
          <Line label={words.verdict}>{verdict && words.satisfied(verdict.session)}</Line>
          <Line label={words.publicity}>
            <Publicity detail={detail} />
          </Line>
          <Line label={words.committeeView} isBlank />
          <Line label={words.chairsView} isBlank>
            <Closed matter={matter} />
          </Line>
          <Line label={words.closedOn}>{matter.closure && day(matter.closure.on)}</Line>
        </tbody>
      </table>
    </article>
  )
}

function Line({
  label,
  children,
  isBlank = false,
}: Readonly<{ label: string; children?: ReactNode; isBlank?: boolean }>) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={isBlank ? 'is-blank' : undefined}>{children}</td>
    </tr>
  )
}

function Closed({ matter: { closure } }: Readonly<{ matter: OpenedMatter }>) {
  const say = useSay()
  return (
    closure && `${say(approvingBodyLabels[closure.approval.body])} ${closure.approval.reference}`
  )
}

function Publicity({ detail: { matter, ruleBook } }: Shown) {
  const { closures: words } = useWords()
  const language = useLanguage()
  const day = (one: Day) => fullDayText(one, language)
  const { data: days } = useQuery(calendarQuery)
  const { data: policy } = useQuery(policyQuery(ruleBook.key, days?.calendar ?? chinaCalendar))
  const verdict = currentRound(matter)?.verdict
  const from = verdict && policy ? policy.closeFrom(verdict.on) : null
  return (
    <>
      {verdict && from && (
        <p>
          {from === verdict.on
            ? words.noPublicity
            : words.publicityRun(day(verdict.on), day(addDays(from, -1)))}
        </p>
      )}
      {matter.objections.length === 0 && <p>{words.noObjection}</p>}
      {matter.objections.map(({ on, text, answer }, at) => (
        <div key={at}>
          <p>{words.objection(day(on), text)}</p>
          <p>{answer ? words.answer(day(answer.on), answer.text) : words.unanswered}</p>
        </div>
      ))}
    </>
  )
}
