/** The steps of a plan with their papers: the Party committee's consent, the chairs' adoption, publication, withdrawal. */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  stepOnYearPlan,
  type YearPlanRow,
  type YearPlanTold,
} from '@luoshi/server/contract/yearplans'
import { Input } from 'antd'
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
import { useYearPlanWords } from './year-plan-words.ts'
import { planChanges } from './plan-queries.ts'

export type PlanStep = 'consent' | 'adopt' | 'publish'

export function stepOnPlan({ id, version }: YearPlanRow, told: YearPlanTold) {
  return ask(stepOnYearPlan, { params: { yearplan: id }, body: { version, told } })
}

export function useChairsDecision() {
  const { today } = useSession()
  const [draft, setDraft] = useState<ApprovalDraft>({ body: 'chairs', on: today, reference: '' })
  const fields = (
    <ApprovalFields value={draft} onChange={setDraft} today={today} bodies={['chairs']} />
  )
  return { approval: approvalOf(draft), needs: useApprovalNeeds(draft), fields }
}

export function PlanStepDialog({
  row,
  step,
  onClose,
}: Readonly<{ row: YearPlanRow; step: PlanStep; onClose: () => void }>) {
  const words = useYearPlanWords()
  const { today } = useSession()
  const [body, setBody] = useState(words.partyBody)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<Day | null>(today)
  const decision = useChairsDecision()
  const told = toldOf(step, { body, number, on, approval: decision.approval })
  return (
    <ActDialog
      title={words.steps[step]}
      action={words.steps[step]}
      send={
        told === null
          ? lackingOf(
              ...(step === 'adopt' ? decision.needs : []),
              [words.consentBody, step !== 'consent' || body],
              [words.consentNumber, step !== 'consent' || number],
              [words.day, step === 'adopt' || on],
            )
          : () => stepOnPlan(row, told)
      }
      changes={planChanges}
      onClose={onClose}
    >
      {step === 'adopt' && decision.fields}
      {step === 'consent' && (
        <div className="field-row">
          <Field label={words.consentBody}>
            {(parts) => (
              <Input {...parts} value={body} onChange={(event) => setBody(event.target.value)} />
            )}
          </Field>
          <Field label={words.consentNumber} hint={words.consentNumberHint}>
            {(parts) => (
              <Input
                {...parts}
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {step !== 'adopt' && (
        <Field label={words.day}>
          {(parts) => <DayInput {...parts} max={today} value={on} onChange={setOn} />}
        </Field>
      )}
    </ActDialog>
  )
}

type Filled = Readonly<{
  body: string
  number: string
  on: Day | null
  approval: ReturnType<typeof approvalOf>
}>

function toldOf(step: PlanStep, { body, number, on, approval }: Filled): YearPlanTold | null {
  switch (step) {
    case 'consent':
      return on === null || body.trim() === '' || number.trim() === ''
        ? null
        : { type: 'RecordPartyConsent', body, number, on }
    case 'adopt':
      return approval === null ? null : { type: 'AdoptYearPlan', approval }
    case 'publish':
      return on === null ? null : { type: 'PublishYearPlan', on }
  }
}

export function WithdrawSubject({
  row,
  subject,
  onClose,
}: Readonly<{ row: YearPlanRow; subject: string; onClose: () => void }>) {
  const words = useYearPlanWords()
  const [reason, setReason] = useState('')
  const decision = useChairsDecision()
  const isAdopted = row.plan.status === 'adopted'
  const approval = isAdopted ? decision.approval : null
  const ready = reason.trim() !== '' && (!isAdopted || approval !== null)
  return (
    <ActDialog
      title={words.withdraw}
      action={words.withdraw}
      send={
        ready
          ? () => stepOnPlan(row, { type: 'WithdrawSubject', subject, reason, approval })
          : lackingOf([words.reason, reason], ...(isAdopted ? decision.needs : []))
      }
      changes={planChanges}
      onClose={onClose}
    >
      <Field label={words.reason} hint={words.withdrawHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {isAdopted && decision.fields}
    </ActDialog>
  )
}
