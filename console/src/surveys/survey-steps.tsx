/** The next steps of a survey: start, close, publish, ask again, drop. */
import { addDays, isDay, type Day } from '@luoshi/domain/kernel/day'
import { surveyStageLabels, surveyStages, type SurveyStage } from '@luoshi/domain/surveys/survey'
import {
  askAgain,
  closeSurvey,
  dropSurvey,
  publishSurvey,
  startSurvey,
  type SurveyDetail,
} from '@luoshi/server/contract/surveys'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { surveyChanges } from './survey-query.ts'

type Doing = 'start' | 'close' | 'publish' | 'askAgain' | 'drop'
type StepProps = Readonly<{ survey: SurveyDetail; onClose: () => void }>

export function SurveySteps({ survey }: Readonly<{ survey: SurveyDetail }>) {
  const words = useSurveyWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const onClose = () => setDoing(null)
  const { may } = survey
  const offered = (['drop', 'start', 'close', 'publish', 'askAgain'] as const).filter(
    (one) => may[one],
  )
  return (
    <>
      {offered.map((one) => (
        <Button
          key={one}
          type={one === 'drop' || one === 'askAgain' ? 'default' : 'primary'}
          onClick={() => setDoing(one)}
        >
          {words.act[one]}
        </Button>
      ))}
      {doing === 'start' && <Start survey={survey} onClose={onClose} />}
      {doing === 'close' && <Close survey={survey} onClose={onClose} />}
      {doing === 'publish' && <Publish survey={survey} onClose={onClose} />}
      {doing === 'askAgain' && <AskAgain survey={survey} onClose={onClose} />}
      {doing === 'drop' && <Drop survey={survey} onClose={onClose} />}
    </>
  )
}

function Start({ survey: { id, version }, onClose }: StepProps) {
  const words = useSurveyWords()
  return (
    <ActDialog
      title={words.act.start}
      action={words.act.start}
      send={() => ask(startSurvey, { params: { survey: id }, body: { version } })}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="consequence">{words.startEffect}</p>
    </ActDialog>
  )
}

function Reason({
  label,
  hint,
  value,
  onChange,
}: Readonly<{ label: string; hint: string; value: string; onChange: (next: string) => void }>) {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function Close({ survey: { id, version, until }, onClose }: StepProps) {
  const words = useSurveyWords()
  const { today } = useSession()
  const [reason, setReason] = useState('')
  const isEarly = today <= until
  const isReady = !isEarly || reason.trim() !== ''
  const send = () => ask(closeSurvey, { params: { survey: id }, body: { version, reason } })
  return (
    <ActDialog
      title={words.act.close}
      action={words.act.close}
      send={isReady ? send : lackingOf([words.reason, reason])}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="consequence">{words.closeEffect}</p>
      {isEarly && (
        <Reason
          label={words.reason}
          hint={words.earlyHint(until)}
          value={reason}
          onChange={setReason}
        />
      )}
    </ActDialog>
  )
}

function Publish({ survey: { id, version }, onClose }: StepProps) {
  const words = useSurveyWords()
  const { today } = useSession()
  const [draft, setDraft] = useState<ApprovalDraft>({ body: 'chairs', on: today, reference: '' })
  const approval = approvalOf(draft)
  const needs = useApprovalNeeds(draft)
  const send = approval
    ? () => ask(publishSurvey, { params: { survey: id }, body: { version, approval } })
    : lackingOf(...needs)
  return (
    <ActDialog
      title={words.act.publish}
      action={words.record}
      send={send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="consequence">{words.publishEffect}</p>
      <ApprovalFields value={draft} onChange={setDraft} today={today} />
    </ActDialog>
  )
}

function Drop({ survey: { id, version }, onClose }: StepProps) {
  const words = useSurveyWords()
  const [reason, setReason] = useState('')
  const send = () => ask(dropSurvey, { params: { survey: id }, body: { version, reason } })
  return (
    <ActDialog
      title={words.act.drop}
      action={words.act.drop}
      send={reason.trim() === '' ? lackingOf([words.reason, reason]) : send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <Reason label={words.reason} hint={words.dropHint} value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function AskAgain({ survey: { id }, onClose }: StepProps) {
  const words = useSurveyWords()
  const say = useSay()
  const { today } = useSession()
  const navigate = useNavigate()
  const [stage, setStage] = useState<SurveyStage>('after')
  const [from, setFrom] = useState<Day | null>(isDay(today) ? today : null)
  const [until, setUntil] = useState<Day | null>(isDay(today) ? addDays(today, 30) : null)
  const send =
    from !== null && until !== null
      ? async () => {
          const next = await ask(askAgain, { params: { survey: id }, body: { stage, from, until } })
          void navigate({ to: '/surveys/$survey', params: { survey: next.id } })
        }
      : lackingOf([words.from, from], [words.until, until])
  return (
    <ActDialog
      title={words.act.askAgain}
      action={words.begin}
      send={send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <p className="quiet">{words.askAgainHint}</p>
      <div className="field-row">
        <Field label={words.stage}>
          {(parts) => (
            <Select
              {...parts}
              value={stage}
              onChange={setStage}
              options={surveyStages.map((one) => ({
                value: one,
                label: say(surveyStageLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.from}>
          {(parts) => <DayInput {...parts} value={from} onChange={setFrom} />}
        </Field>
        <Field label={words.until}>
          {(parts) => <DayInput {...parts} value={until} onChange={setUntil} />}
        </Field>
      </div>
    </ActDialog>
  )
}
