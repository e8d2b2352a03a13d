/** The self-check of an appraisal: asked for by the clerk, filled by the unit, taken over and verified afterwards. */
import { questionsOf, type SelfCheckQuestion } from '@luoshi/domain/appraisals/self-check-framework'
import { getSelfCheck, type SelfCheckRow } from '@luoshi/server/contract/self-checks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import './self-checks.css'
import { Achievements } from './achievements.tsx'
import { CleanSheet } from './clean-sheet.tsx'
import { CheckDialog, type CheckDoing } from './check-dialog.tsx'
import { OpenSelfCheck } from './open-self-check.tsx'
import { QuestionCard } from './question-card.tsx'

export function SelfCheckTab({ appraisal }: AppraisalTabProps) {
  const { selfChecks: words } = useWords()
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['appraisals', appraisal.id, 'self-check'],
    queryFn: () => ask(getSelfCheck, { params: { appraisal: appraisal.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  if (data.row) return <Opened row={data.row} />
  const mayOpen = may('OpenSelfCheck') && appraisal.status === 'running'
  return (
    <section className="card">
      <EmptyNote
        title={words.none}
        action={
          mayOpen && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {words.open}
            </Button>
          )
        }
      >
        {mayOpen ? words.noneFix : words.noneYet}{' '}
        {may('SetSelfCheckFramework') && <Link to="/self-check-framework">{words.framework}</Link>}
      </EmptyNote>
      {opening && (
        <OpenSelfCheck
          appraisal={appraisal.id}
          framework={data.framework}
          onClose={() => setOpening(false)}
        />
      )}
    </section>
  )
}

/** Takes the reader to the first question without an answer, by sight and by keyboard. */
function goToNextOpen(): void {
  const next = document.querySelector<HTMLElement>('.question.is-open')
  next?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  next?.focus({ preventScroll: true })
}

/** Says how many questions are still open. */
const leftNote = 'self-check-left'

function Opened({ row }: Readonly<{ row: SelfCheckRow }>) {
  const { selfChecks: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const may = useMay()
  const [doing, setDoing] = useState<CheckDoing | null>(null)
  const [clean, setClean] = useState<readonly SelfCheckQuestion[] | null>(null)
  const { check, figures, isHidden } = row
  const isFilling = check.status === 'filling'
  const mayFill = isFilling && may('FillSelfCheck')
  const left = figures.questions - figures.answered
  const unanswered = questionsOf(check.framework).filter(
    ({ key }) => !check.clean.includes(key) && !check.gaps.some(({ question }) => question === key),
  )
  return (
    <>
      <section className="card" aria-label={words.tab}>
        <div className="card-head">
          <h2>{words.title(row.unitName, row.officialName)}</h2>
          <span className="card-actions">
            {isFilling && may('SubmitSelfCheck') && (
              <LackingButton
                type="primary"
                lacking={left > 0 ? words.left(left) : []}
                saidAt={mayFill ? leftNote : undefined}
                onClick={() => setDoing({ what: 'submit' })}
              >
                {words.submit}
              </LackingButton>
            )}
            {!isFilling && may('ReturnSelfCheck') && figures.takenOver === 0 && (
              <Button onClick={() => setDoing({ what: 'return' })}>{words.giveBack}</Button>
            )}
          </span>
        </div>
        <div className="card-body">
          <p>
            {check.status === 'submitted'
              ? words.submitted(dayText(check.submittedOn, today, language), check.signedBy)
              : words.filling(check.due === null ? null : dayText(check.due, today, language))}
          </p>
          {mayFill && left > 0 && (
            <p id={leftNote} className="due-amber">
              {words.left(left)}
              <Button type="link" size="small" onClick={goToNextOpen}>
                {words.nextLeft}
              </Button>
              <Button type="link" size="small" onClick={() => setClean(unanswered)}>
                {words.cleanSheet}
              </Button>
            </p>
          )}
          {check.returned !== null && <p className="rule-text">{words.returned(check.returned)}</p>}
          {isHidden ? (
            <p className="quiet">{words.hidden}</p>
          ) : (
            <p className="number">
              {words.figures(figures)} <span className="quiet">{words.figuresNote}</span>
            </p>
          )}
        </div>
      </section>
      {!isHidden &&
        check.framework.map((part) => (
          <section key={part.key} className="card" aria-label={part.title}>
            <div className="card-head part-head">
              <h2>{part.title}</h2>
              <small className="quiet">{part.source}</small>
            </div>
            {part.questions.map((question) => (
              <QuestionCard
                key={question.key}
                question={question}
                check={check}
                mayFill={mayFill}
                onDo={setDoing}
                onClean={(one) => setClean([one])}
              />
            ))}
          </section>
        ))}
      {!isHidden && (
        <Achievements achievements={check.achievements} mayFill={mayFill} onDo={setDoing} />
      )}
      {clean && <CleanSheet row={row} questions={clean} onClose={() => setClean(null)} />}
      {doing && <CheckDialog row={row} doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}
