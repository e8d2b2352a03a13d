/** The ladder beside an appraisal: which steps are open, which not and why, which the rule book suggests; and those taken. */
import { stepTexts, type ConsequenceStep } from '@luoshi/domain/supervision/consequence-steps'
import { getLadder, type Ladder } from '@luoshi/server/contract/consequences'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './consequences.css'
import { TakeStep } from './take-step.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

export function LadderTab({ appraisal }: AppraisalTabProps) {
  const { consequences: words } = useWords()
  const [taking, setTaking] = useState<ConsequenceStep | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['ladder', appraisal.id],
    queryFn: () => ask(getLadder, { params: { appraisal: appraisal.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return (
    <>
      <section className="card" aria-label={words.title}>
        <div className="card-head">
          <h2>{words.title}</h2>
        </div>
        <p className="card-body quiet">{words.lead}</p>
        <Standing ladder={data} />
        <ol className="ladder">
          {data.steps.map((one) => (
            <Rung key={one.step} rung={one} onTake={() => setTaking(one.step)} />
          ))}
        </ol>
      </section>
      <Taken ladder={data} />
      {taking !== null && (
        <TakeStep
          appraisal={appraisal.id}
          ladder={data}
          step={taking}
          onClose={() => setTaking(null)}
        />
      )}
    </>
  )
}

function Standing({ ladder }: Readonly<{ ladder: Ladder }>) {
  const { consequences: words } = useWords()
  const { officialName, post, appointedBy, round, openMatters, closedMatters } = ladder
  return (
    <dl className="ladder-standing">
      <dt>{words.who}</dt>
      <dd>
        {appointedBy === null
          ? words.noOfficial
          : `${officialName}　${post}（${words.appointedBy[appointedBy]}）`}
      </dd>
      <dt>{words.state}</dt>
      <dd>{words.standing(round, openMatters, closedMatters)}</dd>
    </dl>
  )
}

function Rung({
  rung: { step, closed, suggested },
  onTake,
}: Readonly<{ rung: Ladder['steps'][number]; onTake: () => void }>) {
  const { consequences: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const texts = stepTexts[step]
  const why = closed === null ? null : closed[language]
  return (
    <li className={why === null ? 'rung' : 'rung is-closed'}>
      <span className="rung-place">{texts.rung === 0 ? words.good : words.rung(texts.rung)}</span>
      <div className="rung-text">
        <strong>{say(texts)}</strong>
        {suggested && (
          <span className="rung-suggested" title={words.suggestedHint}>
            {words.suggested}
          </span>
        )}
        {why !== null && (
          <p className="rung-why">
            {words.notOpen}：{why.what}
            {why.fix}
          </p>
        )}
        <p className="quiet">
          {words.law}：{say(texts.law)}
        </p>
      </div>
      {why === null && may('DecideConsequence') && (
        <Button size="small" onClick={onTake} aria-label={words.takeTitle(say(texts))}>
          {words.take}
        </Button>
      )}
    </li>
  )
}

function Taken({ ladder }: Readonly<{ ladder: Ladder }>) {
  const { consequences: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  return (
    <section className="card" aria-label={words.taken}>
      <div className="card-head">
        <h2>{words.taken}</h2>
      </div>
      {ladder.taken.length === 0 ? (
        <EmptyNote title={words.noneTaken}>{words.noneTakenFix}</EmptyNote>
      ) : (
        <SheetScroll>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{words.reference}</th>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.on}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {ladder.taken.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to="/consequences/$consequence" params={{ consequence: one.id }}>
                      {one.reference}
                    </Link>
                  </td>
                  <td>{one.unitName}</td>
                  <td>{dayText(one.on, today, language)}</td>
                  <td>{words.status[one.status]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
    </section>
  )
}
