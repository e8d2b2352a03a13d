/** What was done to keep the matter moving, and how it left: chases, measures, commitment, looking back, exit. */
import { exitLabels } from '@luoshi/domain/opinions/exits'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { chaseLevelLabels, measureLabels } from '@luoshi/domain/supervision/chase'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../../../words/language.ts'
import { inBrackets } from '../../../words/marks.ts'

type Line = Readonly<{ head: string; when: string; text: string }>

export function SupervisionCard({ detail: { matter } }: Readonly<{ detail: MatterDetail }>) {
  const { supervision: words } = useWords().matterPage
  const language = useLanguage()
  const say = useSay()
  const day = (one: Parameters<typeof fullDayText>[0]) => fullDayText(one, language)
  const by = ({ body, reference }: Approval) => `${say(approvingBodyLabels[body])} ${reference}`
  const { commitment, exit } = matter
  const lines: readonly Line[] = [
    ...(exit === null
      ? []
      : [
          {
            head: `${words.exit}：${say(exitLabels[exit.exit])}${inBrackets(language, words.notSatisfied)}`,
            when: by(exit.approval),
            text: exit.reason,
          },
        ]),
    ...(commitment === null
      ? []
      : [
          {
            head: `${words.commitment}：${words.until(day(commitment.until))}`,
            when: by(commitment.approval),
            text: commitment.stages,
          },
        ]),
    ...matter.escalations.map(({ on, measure, reason, approval }) => ({
      head: `${words.escalations}：${say(measureLabels[measure])}`,
      when: `${day(on)} ${by(approval)}`,
      text: reason,
    })),
    ...matter.chases.map(({ on, level, text }) => ({
      head: say(chaseLevelLabels[level]),
      when: day(on),
      text,
    })),
    ...matter.objections.flatMap(({ on, text, from, answer }) => [
      { head: words.objection, when: `${day(on)} ${from}`, text },
      ...(answer === null
        ? []
        : [{ head: words.objectionAnswer, when: day(answer.on), text: answer.text }]),
    ]),
    ...matter.lookBacks.map(({ on, outcome, findings }) => ({
      head: `${words.lookBacks}：${words[outcome]}`,
      when: day(on),
      text: findings,
    })),
  ]
  if (lines.length === 0) return null
  return (
    <section className="card" aria-labelledby="supervision">
      <div className="card-head">
        <h2 id="supervision">{words.title}</h2>
      </div>
      <ul className="supervision-list">
        {lines.map((line, at) => (
          <li key={at}>
            <b>{line.head}</b> <span className="quiet">{line.when}</span>
            <p>{line.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
