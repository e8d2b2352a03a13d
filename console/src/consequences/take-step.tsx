/** Putting a step that a body decided on record; the form asks for what the law asks for, no more. */
import type { Day } from '@luoshi/domain/kernel/day'
import { isId, type AppraisalId, type MatterId } from '@luoshi/domain/kernel/ids'
import {
  fifthOf,
  interpellationSigners,
  moverLabels,
  movers,
  type Mover,
} from '@luoshi/domain/supervision/consequence-checks'
import { stepTexts, type ConsequenceStep } from '@luoshi/domain/supervision/consequence-steps'
import { decideConsequence, type Ladder } from '@luoshi/server/contract/consequences'
import { getSupervision } from '@luoshi/server/contract/supervision'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { SessionField } from '../people/session-field.tsx'
import { useSession } from '../api/session.ts'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useSay, useWords } from '../words/language.ts'

type Draft = Readonly<{
  target: string
  text: string
  material: string
  mover: Mover
  signers: number
  members: number
  movers: string
  electedDeputy: boolean
  session: string
  due: Day | null
  matters: readonly MatterId[]
}>

/** Steps that bodies other than the chairs may move, or members by signing. */
const moved: readonly ConsequenceStep[] = [
  'interpellation',
  'specialInquiry',
  'dismissal',
  'removal',
]
const voted: readonly ConsequenceStep[] = ['dismissal', 'removal']

type Props = Readonly<{
  appraisal: AppraisalId
  ladder: Ladder
  step: ConsequenceStep
  onClose: () => void
}>

export function TakeStep({ appraisal, ladder, step, onClose }: Props) {
  const { consequences: words } = useWords()
  const say = useSay()
  const { today } = useSession()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(ladder, step))
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }))
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: step === 'specialInquiry' ? 'standingCommittee' : 'chairs',
    on: today,
    reference: '',
  })
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  const act = useAct(async () => {
    if (approval === null) return null
    const body = { ...draft, step, matters: [...draft.matters], approval }
    return ask(decideConsequence, { params: { appraisal }, body })
  }, ['ladder', 'matters', 'matter', 'supervision'])
  return (
    <FormDialog
      title={words.takeTitle(say(stepTexts[step]))}
      action={words.record}
      lacking={lackingOf(
        [step === 'interpellation' ? words.textInterpellation : words.text, draft.text],
        ...needs,
      )}
      pending={act.isPending}
      error={act.error}
      width={680}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">
        {words.law}：{say(stepTexts[step].law)}
      </p>
      {moved.includes(step) && <MovedBy step={step} draft={draft} set={set} />}
      <Said step={step} draft={draft} set={set} />
      <div className="field-row">
        <SessionField
          label={words.session}
          value={draft.session}
          onChange={(session) => set({ session })}
        />
        <Field label={words.due}>
          {(parts) => (
            <DayInput {...parts} min={today} value={draft.due} onChange={(due) => set({ due })} />
          )}
        </Field>
      </div>
      <Matters appraisal={appraisal} draft={draft} set={set} />
      <ApprovalFields value={decision} onChange={setDecision} today={today} />
    </FormDialog>
  )
}

function emptyDraft(ladder: Ladder, step: ConsequenceStep): Draft {
  return {
    target: moved.includes(step) && voted.includes(step) ? ladder.post : ladder.unitName,
    text: '',
    material: '',
    mover: step === 'interpellation' ? 'members' : 'chairs',
    signers: 0,
    members: ladder.members ?? 0,
    movers: '',
    electedDeputy: false,
    session: '',
    due: null,
    matters: [],
  }
}

type Part = Readonly<{
  step: ConsequenceStep
  draft: Draft
  set: (more: Partial<Draft>) => void
}>

function MovedBy({ step, draft, set }: Part) {
  const { consequences: words } = useWords()
  const say = useSay()
  const least = step === 'interpellation' ? interpellationSigners : fifthOf(draft.members)
  return (
    <>
      <div className="field-row">
        <Field label={words.mover}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.mover}
              onChange={(mover) => set({ mover })}
              options={movers.map((one) => ({ value: one, label: say(moverLabels[one]) }))}
            />
          )}
        </Field>
        <Field label={words.members}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={0}
              max={999}
              value={draft.members}
              onChange={(value) => set({ members: value ?? 0 })}
            />
          )}
        </Field>
        {draft.mover === 'members' && (
          <Field label={words.signers} hint={`≥ ${least}`}>
            {(parts) => (
              <InputNumber
                {...parts}
                min={0}
                max={999}
                value={draft.signers}
                onChange={(value) => set({ signers: value ?? 0 })}
              />
            )}
          </Field>
        )}
      </div>
      {draft.mover === 'members' && (
        <Field label={words.movers} hint={words.moversHint}>
          {(parts) => (
            <Input
              {...parts}
              value={draft.movers}
              onChange={(event) => set({ movers: event.target.value })}
            />
          )}
        </Field>
      )}
      {step === 'removal' && (
        <Checkbox
          checked={draft.electedDeputy}
          onChange={(event) => set({ electedDeputy: event.target.checked })}
        >
          {words.electedDeputy}
        </Checkbox>
      )}
    </>
  )
}

function Said({ step, draft, set }: Part) {
  const { consequences: words } = useWords()
  return (
    <>
      <Field label={words.target} hint={moved.includes(step) ? words.targetHint : undefined}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.target}
            onChange={(event) => set({ target: event.target.value })}
          />
        )}
      </Field>
      <Field label={step === 'interpellation' ? words.textInterpellation : words.text}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      {(voted.includes(step) || step === 'specialInquiry') && (
        <Field label={words.material}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={draft.material}
              onChange={(event) => set({ material: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function Matters({
  appraisal,
  draft,
  set,
}: Omit<Part, 'step'> & Readonly<{ appraisal: AppraisalId }>) {
  const { consequences: words } = useWords()
  const { data } = useQuery({
    queryKey: ['supervision', { appraisal }],
    queryFn: () => ask(getSupervision, { query: { appraisal, limit: 500 } }),
  })
  return (
    <Field label={words.matters}>
      {(parts) => (
        <Select
          {...parts}
          mode="multiple"
          optionFilterProp="label"
          value={[...draft.matters]}
          onChange={(chosen: readonly string[]) =>
            set({ matters: chosen.flatMap((one) => (isId('matter', one) ? [one] : [])) })
          }
          options={(data?.rows ?? []).map(({ id, number, title }) => ({
            value: id,
            label: `${number}　${title}`,
          }))}
        />
      )}
    </Field>
  )
}
