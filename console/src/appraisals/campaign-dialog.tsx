/** The forms of an appraisal's steps: a paper recorded or done without, the meeting fixed or put off, suspended, resumed. */
import { suspensionGrounds, type SuspensionGround } from '@luoshi/domain/appraisals/appraisal'
import { stepRules, type CampaignStep } from '@luoshi/domain/appraisals/campaign-steps'
import type { Day } from '@luoshi/domain/kernel/day'
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import {
  stepOnAppraisal,
  type AppraisalRow,
  type AppraisalTold,
} from '@luoshi/server/contract/appraisals'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { SessionField } from '../people/session-field.tsx'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf, type Need } from '../ui/lacking.ts'
import { officialsOf, standingUnit } from '../ui/responsible.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useSay, useWords } from '../words/language.ts'

export type Doing =
  | Readonly<{ what: 'step'; step: CampaignStep }>
  | Readonly<{ what: 'waive' | 'meeting' | 'postpone' | 'suspend' | 'resume' }>

type Draft = Readonly<{
  on: Day | null
  until: Day | null
  number: string
  text: string
  session: string
  ground: SuspensionGround
  official: OfficialId | null
  steps: readonly CampaignStep[]
  approval: ApprovalDraft
}>

export function CampaignDialog({
  doing,
  appraisal,
  missing,
  leftTo,
  onClose,
}: Readonly<{
  doing: Doing
  appraisal: AppraisalRow
  missing: readonly CampaignStep[]
  /** The successor of an official who left. */
  leftTo: OfficialId | null
  onClose: () => void
}>) {
  const { appraisals: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  const { data: officials = [] } = useQuery(officialsQuery)
  const { data: units = [] } = useQuery(unitsQuery)
  const [draft, setDraft] = useState<Draft>({
    on: doing.what === 'step' ? today : null,
    until: null,
    number: '',
    text: '',
    session: '',
    ground: 'transferred',
    official: leftTo ?? appraisal.official,
    steps: missing,
    approval: { body: 'chairs', on: today, reference: '' },
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const told = toldOf(doing, draft)
  const params = { appraisal: appraisal.id }
  const { version } = appraisal
  const title = doing.what === 'step' ? say(stepRules[doing.step]) : words.dialogs[doing.what]
  const approvalNeeds = useApprovalNeeds(draft.approval)
  const isDecision = doing.what !== 'step' && doing.what !== 'meeting'
  return (
    <ActDialog
      title={title}
      action={words.record}
      changes={['appraisals']}
      onClose={onClose}
      send={
        told
          ? () => ask(stepOnAppraisal, { params, body: { version, told } })
          : lackingOf(...needsOf(doing, draft, words), ...(isDecision ? approvalNeeds : []))
      }
    >
      {doing.what === 'waive' && (
        <Field label={words.whichMissing}>
          {() => (
            <Checkbox.Group
              value={[...draft.steps]}
              onChange={(steps) => change({ steps })}
              options={missing.map((step) => ({ value: step, label: say(stepRules[step]) }))}
            />
          )}
        </Field>
      )}
      {doing.what === 'postpone' && (
        <SessionField
          label={words.toSession}
          value={draft.session}
          onChange={(session, on) => change(on === null ? { session } : { session, on })}
        />
      )}
      {doing.what === 'suspend' && (
        <Field label={words.ground} hint={words.suspendedEffect}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.ground}
              onChange={(ground) => change({ ground })}
              options={suspensionGrounds.map((one) => ({
                value: one,
                label: words.grounds[one],
              }))}
            />
          )}
        </Field>
      )}
      {doing.what === 'resume' && (
        <Field label={words.answersNow} hint={words.answersNowHint}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.official}
              onChange={(official) => change({ official })}
              options={officialsOf(officials, standingUnit(units, appraisal.unit)).map((one) => ({
                value: one.id,
                label: `${one.name}（${one.post}）`,
              }))}
            />
          )}
        </Field>
      )}
      {(doing.what === 'step' || doing.what === 'meeting' || doing.what === 'postpone') && (
        <Field
          label={doing.what === 'step' ? words.stepDay : words.meetingDay}
          hint={doing.what === 'postpone' ? words.mayBeOpen : undefined}
        >
          {(parts) => (
            <DayInput
              {...parts}
              {...(doing.what === 'step' ? { max: today } : {})}
              value={draft.on}
              onChange={(on) => change({ on })}
            />
          )}
        </Field>
      )}
      {doing.what === 'step' && (
        <Field
          label={words.number}
          hint={stepRules[doing.step].numbered ? words.numberHint : words.ifAny}
        >
          {(parts) => (
            <Input
              {...parts}
              value={draft.number}
              onChange={(event) => change({ number: event.target.value })}
            />
          )}
        </Field>
      )}
      {doing.what === 'step' && doing.step === 'publicCall' && (
        <Field label={words.until}>
          {(parts) => (
            <DayInput {...parts} value={draft.until} onChange={(until) => change({ until })} />
          )}
        </Field>
      )}
      {doing.what !== 'meeting' && doing.what !== 'resume' && (
        <Field
          label={isDecision ? words.reason : words.note}
          hint={
            doing.what === 'step' && doing.step === 'publicCall' ? words.channelsHint : undefined
          }
        >
          {(parts) => (
            <Input.TextArea
              {...parts}
              rows={2}
              value={draft.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
      )}
      {isDecision && (
        <ApprovalFields
          value={draft.approval}
          today={today}
          onChange={(approval) => change({ approval })}
        />
      )}
    </ActDialog>
  )
}

/** The command, or null while something is missing. */
type Names = Readonly<
  Record<
    'stepDay' | 'number' | 'meetingDay' | 'whichMissing' | 'reason' | 'toSession' | 'answersNow',
    string
  >
>

/** What each asks for beside the decision, in the order of its fields. */
function needsOf(doing: Doing, draft: Draft, words: Names): readonly Need[] {
  switch (doing.what) {
    case 'step':
      return [
        [words.stepDay, draft.on],
        [words.number, !stepRules[doing.step].numbered || draft.number],
      ]
    case 'meeting':
      return [[words.meetingDay, draft.on]]
    case 'waive':
      return [
        [words.whichMissing, draft.steps],
        [words.reason, draft.text],
      ]
    case 'postpone':
      return [
        [words.toSession, draft.session],
        [words.reason, draft.text],
      ]
    case 'suspend':
      return [[words.reason, draft.text]]
    case 'resume':
      return [[words.answersNow, draft.official]]
  }
}

function toldOf(doing: Doing, draft: Draft): AppraisalTold | null {
  const { on, until, number, text, session, ground, official, steps } = draft
  const approval = approvalOf(draft.approval)
  const reason = text.trim()
  switch (doing.what) {
    case 'step': {
      const { step } = doing
      if (on === null || (stepRules[step].numbered && number.trim() === '')) return null
      return { type: 'RecordCampaignStep', step, on, number, until, note: text }
    }
    case 'meeting':
      return on && { type: 'FixMeetingDay', meetingOn: on }
    case 'waive':
      if (approval === null || reason === '' || steps.length === 0) return null
      return { type: 'WaiveCampaignSteps', steps: [...steps], reason, approval }
    case 'postpone':
      if (approval === null || reason === '' || session.trim() === '') return null
      return { type: 'PostponeAppraisal', session, meetingOn: on, reason, approval }
    case 'suspend':
      if (approval === null || reason === '') return null
      return { type: 'SuspendAppraisal', ground, reason, approval }
    case 'resume':
      if (approval === null || official === null) return null
      return { type: 'ResumeAppraisal', official, approval }
  }
}
