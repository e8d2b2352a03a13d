/** The subjects of a plan: whom, how chosen and why, and the appraisal each became. */
import {
  selectionLabels,
  subjectKindLabels,
  type Subject,
} from '@luoshi/domain/appraisals/year-plan'
import type { YearPlanRow } from '@luoshi/server/contract/yearplans'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { useSay } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { OpenSubject } from './open-subject.tsx'
import { WithdrawSubject } from './plan-steps.tsx'
import { useSubjectName } from './subject-name.ts'

type Doing = Readonly<{ what: 'open' | 'withdraw'; subject: Subject }>

export function SubjectTable({ row }: Readonly<{ row: YearPlanRow }>) {
  const words = useYearPlanWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { subjects } = row.plan
  return (
    <section className="card" aria-label={words.subjects}>
      <div className="card-head">
        <h2>{words.subjects}</h2>
      </div>
      {subjects.length === 0 ? (
        <EmptyNote title={words.noSubject}>{words.noSubjectFix}</EmptyNote>
      ) : (
        <ul className="subject-list">
          {subjects.map((subject) => (
            <SubjectLine key={subject.subject} row={row} subject={subject} onDo={setDoing} />
          ))}
        </ul>
      )}
      {doing?.what === 'open' && (
        <OpenSubject row={row} subject={doing.subject} onClose={() => setDoing(null)} />
      )}
      {doing?.what === 'withdraw' && (
        <WithdrawSubject row={row} subject={doing.subject.subject} onClose={() => setDoing(null)} />
      )}
    </section>
  )
}

function SubjectLine({
  row: { plan },
  subject,
  onDo,
}: Readonly<{ row: YearPlanRow; subject: Subject; onDo: (doing: Doing) => void }>) {
  const words = useYearPlanWords()
  const say = useSay()
  const may = useMay()
  const nameOf = useSubjectName()
  const { kind, selection, reason, isWithdrawn, appraisal, drawing } = subject
  const isFree = !isWithdrawn && appraisal === null
  return (
    <li className={isWithdrawn ? 'subject is-withdrawn' : 'subject'}>
      <span className="subject-number number">{subject.subject.slice(1)}</span>
      <div className="subject-what">
        <b>{nameOf(subject)}</b> <span className="round">{say(subjectKindLabels[kind])}</span>
        <p className="quiet">
          {drawing === null ? (
            say(selectionLabels[selection])
          ) : (
            <Link to="/drawings/$drawing" params={{ drawing }}>
              {say(selectionLabels[selection])}
            </Link>
          )}
          ：{reason}
        </p>
      </div>
      <div className="subject-acts">
        {isWithdrawn && <span className="quiet">{words.withdrawn}</span>}
        {appraisal !== null && (
          <Link to="/appraisals/$appraisal" params={{ appraisal }}>
            {words.toAppraisal} →
          </Link>
        )}
        {isFree && plan.status === 'adopted' && may('OpenAppraisal') && (
          <Button size="small" type="primary" onClick={() => onDo({ what: 'open', subject })}>
            {words.openAppraisal}
          </Button>
        )}
        {isFree && may('WithdrawSubject') && (
          <Button size="small" onClick={() => onDo({ what: 'withdraw', subject })}>
            {words.withdraw}
          </Button>
        )}
      </div>
    </li>
  )
}
