/** One question of the framework with its answer: gaps with cause, remedy and evidence, or “nothing found”. */
import type { Gap, KnownSelfCheck } from '@luoshi/domain/appraisals/self-check'
import type { SelfCheckQuestion } from '@luoshi/domain/appraisals/self-check-framework'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMay, useSession } from '../api/session.ts'
import { EvidenceChips } from '../matters/matter-page/evidence/evidence-chips.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import type { CheckDoing } from './check-dialog.tsx'

export function QuestionCard({
  question,
  check,
  mayFill,
  onDo,
  onClean,
}: Readonly<{
  question: SelfCheckQuestion
  check: KnownSelfCheck
  mayFill: boolean
  onDo: (doing: CheckDoing) => void
  onClean: (question: SelfCheckQuestion) => void
}>) {
  const { selfChecks: words } = useWords()
  const gaps = check.gaps.filter((gap) => gap.question === question.key)
  const isClean = check.clean.includes(question.key)
  const basis = check.bases?.[question.key]
  return (
    <div className={!isClean && gaps.length === 0 ? 'question is-open' : 'question'} tabIndex={-1}>
      <div className="question-head">
        <h3>{question.text}</h3>
        {mayFill && (
          <span className="card-actions">
            <Button size="small" onClick={() => onDo({ what: 'gap', question })}>
              {words.addGap}
            </Button>
            {gaps.length === 0 && !isClean && (
              <Button size="small" onClick={() => onClean(question)}>
                {words.nothingFound}
              </Button>
            )}
          </span>
        )}
      </div>
      {isClean && (
        <p className="quiet">
          {words.statedNothing}
          {basis !== undefined && `：${basis}`}
        </p>
      )}
      {!isClean && gaps.length === 0 && <p className="due-amber">{words.unanswered}</p>}
      {gaps.map((gap) => (
        <GapCard
          key={gap.gap}
          gap={gap}
          question={question}
          check={check}
          mayFill={mayFill}
          onDo={onDo}
        />
      ))}
    </div>
  )
}

function GapCard({
  gap,
  question,
  check,
  mayFill,
  onDo,
}: Readonly<{
  gap: Gap
  question: SelfCheckQuestion
  check: KnownSelfCheck
  mayFill: boolean
  onDo: (doing: CheckDoing) => void
}>) {
  const { selfChecks: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const may = useMay()
  const isSubmitted = check.status === 'submitted'
  const { fixedOn, takenOver } = gap
  return (
    <div className="gap">
      <p>
        <b>{gap.finding}</b>
      </p>
      <p>
        <span className="quiet">{words.cause}：</span>
        {gap.cause}
      </p>
      <p>
        <span className="quiet">{fixedOn === null ? words.willDo : words.wasDone}：</span>
        {gap.remedy}
      </p>
      <p className={fixedOn === null ? 'due-amber' : 'due-green'}>
        {fixedOn === null ? words.notFixed : words.fixed(dayText(fixedOn, today, language))}
      </p>
      {gap.check && (
        <p className={gap.check.outcome === 'confirmed' ? 'due-green' : 'due-red'}>
          {words.checked[gap.check.outcome]}：{gap.check.findings}
        </p>
      )}
      <EvidenceChips files={gap.evidence} />
      <span className="card-actions">
        {mayFill && (
          <>
            <Button size="small" onClick={() => onDo({ what: 'editGap', question, entry: gap })}>
              {words.edit}
            </Button>
            <Button size="small" onClick={() => onDo({ what: 'dropGap', gap })}>
              {words.drop}
            </Button>
          </>
        )}
        {isSubmitted && takenOver === null && may('TakeOverGap') && (
          <Button size="small" onClick={() => onDo({ what: 'takeOver', gap })}>
            {words.takeOver}
          </Button>
        )}
        {isSubmitted && fixedOn !== null && may('VerifySelfFix') && (
          <Button size="small" onClick={() => onDo({ what: 'verify', gap })}>
            {words.verify}
          </Button>
        )}
        {takenOver?.matter && (
          <Link to="/matters/$matter" params={{ matter: takenOver.matter }}>
            {words.seeMatter} →
          </Link>
        )}
      </span>
    </div>
  )
}
