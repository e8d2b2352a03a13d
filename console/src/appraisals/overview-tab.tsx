/** The first tab of an appraisal: what is done, what is next, who is waited for, which paper is missing. */
import { stepRules } from '@luoshi/domain/appraisals/campaign-steps'
import { getAppraisalGuide } from '@luoshi/server/contract/appraisals'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { FrozenLine } from '../rule-books/frozen-line.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { CampaignDialog, type Doing } from './campaign-dialog.tsx'
import { PhaseLine } from './phase-line.tsx'
import { progressOf } from './progress.ts'
import { StepList } from './step-list.tsx'
import { Turns } from './turns.tsx'

export function OverviewTab({ appraisal }: AppraisalTabProps) {
  const { appraisals: words, matters } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  const may = useMay()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['appraisals', appraisal.id, 'guide'],
    queryFn: () => ask(getAppraisalGuide, { params: { appraisal: appraisal.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const { guide, meetingOn, suspension, origins } = data
  const { closed, left, all } = progressOf(appraisal.counts)
  const mayStep = may('RecordCampaignStep') && appraisal.status === 'running'
  const shown = (day: typeof today) => dayText(day, today, language)
  return (
    <>
      <section className="card appraisal" aria-label={words.overview}>
        <PhaseLine phase={appraisal.phase} isArchived={appraisal.status === 'archived'} />
        <Turns data={data} />
        <FrozenLine appraisal={appraisal.id} />
        <div className="appraisal-foot">
          <meter
            min={0}
            max={Math.max(all, 1)}
            value={closed}
            aria-label={words.progress(closed, left, all)}
          />
          <span className="number">{words.progress(closed, left, all)}</span>
          <Link to="/matters" search={{ appraisal: appraisal.id }}>
            {words.seeMatters} →
          </Link>
        </div>
        <p className="quiet">
          {words.origins}：{matters.phases.before} {origins.before} · {matters.phases.during}{' '}
          {origins.during} · {matters.phases.after} {origins.after}。{words.raiseAnyPhase}
        </p>
      </section>
      <section className="card" aria-label={words.nextTitle}>
        <div className="card-head">
          <h2>{words.nextTitle}</h2>
          {mayStep && (
            <span className="card-actions">
              <Button onClick={() => setDoing({ what: 'meeting' })}>{words.fixMeeting}</Button>
              <Button onClick={() => setDoing({ what: 'postpone' })}>{words.postpone}</Button>
              <Button onClick={() => setDoing({ what: suspension ? 'resume' : 'suspend' })}>
                {suspension ? words.resume : words.suspend}
              </Button>
            </span>
          )}
        </div>
        {data.nobody && <p className="guide-nobody">▲ {say(data.nobody)}</p>}
        <dl className="card-body next-facts">
          <dt>{words.nextStep}</dt>
          <dd>{guide.next === null ? words.nothingNext : <b>{say(stepRules[guide.next])}</b>}</dd>
          <dt>{words.waitsFor}</dt>
          <dd>
            {guide.waitsFor.length === 0
              ? words.nobody
              : guide.waitsFor
                  .map((one) => words.owners[one])
                  .join(language === 'zh' ? '、' : ', ')}
          </dd>
          <dt>{words.meetingDay}</dt>
          <dd>
            {meetingOn === null ? words.notFixed : shown(meetingOn)} · {appraisal.session}
          </dd>
          <dt>{words.missing}</dt>
          <dd>
            {guide.missing.length === 0
              ? words.nothingMissing
              : guide.missing
                  .map((one) => say(stepRules[one]))
                  .join(language === 'zh' ? '、' : ', ')}
            {mayStep && guide.missing.length > 0 && (
              <Button type="link" size="small" onClick={() => setDoing({ what: 'waive' })}>
                {words.waive}
              </Button>
            )}
          </dd>
          <dt>{words.archive}</dt>
          <dd>{guide.canArchive ? words.canArchive : words.cannotArchive(data.openMatters)}</dd>
        </dl>
      </section>
      <StepList
        appraisal={appraisal.id}
        unitNames={data.unitNames}
        steps={guide.steps}
        onRecord={mayStep ? (step) => setDoing({ what: 'step', step }) : null}
      />
      {doing && (
        <CampaignDialog
          doing={doing}
          appraisal={appraisal}
          missing={guide.missing}
          leftTo={data.leftTo?.id ?? null}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
