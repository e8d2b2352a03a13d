/** What may follow a step: the buttons that fit it, and one small form for each. */
import type { AnswerWay, DefenceWay } from '@luoshi/domain/supervision/consequence'
import { answerWays, defenceWays } from '@luoshi/domain/supervision/consequence'
import {
  consequenceStep,
  type ConsequenceDetail,
  type ConsequenceFollowUp,
} from '@luoshi/server/contract/consequences'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useWords } from '../words/language.ts'

type Kind = ConsequenceFollowUp['type']

export function FollowUps({ consequence }: Readonly<{ consequence: ConsequenceDetail }>) {
  const { consequences: words } = useWords()
  const [doing, setDoing] = useState<Kind | null>(null)
  const kinds = fitting(consequence)
  return (
    <>
      {kinds.map((kind, index) => (
        <Button
          key={kind}
          type={index === 0 ? 'primary' : 'default'}
          onClick={() => setDoing(kind)}
        >
          {words.act[kind]}
        </Button>
      ))}
      {doing !== null && (
        <FollowUp consequence={consequence} kind={doing} onClose={() => setDoing(null)} />
      )}
    </>
  )
}

/** Those that can be next; the rule decides again when one is given. */
function fitting({ step, status, may, answers, ratings, vote, defence }: ConsequenceDetail) {
  const kinds: Kind[] = []
  const isVoted = step === 'removal' || step === 'dismissal'
  if (may.answer && !isVoted) kinds.push('AnswerConsequence')
  if (!may.record) return kinds
  if (isVoted && vote === null) {
    if (defence === null) kinds.push('HearDefence')
    kinds.push('CountRemovalVote')
  }
  if (step === 'interpellation' && status === 'answered')
    kinds.push(ratings.length < answers.length ? 'RateConsequenceAnswer' : 'OrderSecondAnswer')
  return [...kinds, 'ConcludeConsequence' as const, 'LiftConsequence' as const]
}

type Draft = Readonly<{
  text: string
  signer: string
  way: AnswerWay
  defence: DefenceWay
  dissatisfied: number
  yes: number
  no: number
  abstain: number
  secret: boolean
  approval: ApprovalDraft
}>

function FollowUp({
  consequence: { id, version },
  kind,
  onClose,
}: Readonly<{ consequence: ConsequenceDetail; kind: Kind; onClose: () => void }>) {
  const { consequences: words } = useWords()
  const { today } = useSession()
  const [draft, setDraft] = useState<Draft>({
    text: '',
    signer: '',
    way: 'written',
    defence: 'written',
    dissatisfied: 0,
    yes: 0,
    no: 0,
    abstain: 0,
    secret: true,
    approval: { body: 'chairs', on: today, reference: '' },
  })
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }))
  const step = stepOf(kind, draft)
  const needs = useApprovalNeeds(draft.approval)
  const act = useAct(async () => {
    if (step === null) return null
    return ask(consequenceStep, { params: { consequence: id }, body: { version, step } })
  }, ['consequence', 'ladder'])
  return (
    <FormDialog
      title={words.act[kind]}
      action={words.record}
      lacking={kind === 'OrderSecondAnswer' ? lackingOf(...needs) : []}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Fields kind={kind} draft={draft} set={set} />
    </FormDialog>
  )
}

function stepOf(kind: Kind, draft: Draft): ConsequenceFollowUp | null {
  const { text, signer, way, dissatisfied, yes, no, abstain, secret } = draft
  switch (kind) {
    case 'AnswerConsequence':
      return { type: kind, way, text, signer }
    case 'RateConsequenceAnswer':
      return { type: kind, dissatisfied }
    case 'OrderSecondAnswer': {
      const approval = approvalOf(draft.approval)
      return approval === null ? null : { type: kind, approval }
    }
    case 'HearDefence':
      return { type: kind, way: draft.defence, text }
    case 'CountRemovalVote':
      return { type: kind, yes, no, abstain, secret }
    case 'ConcludeConsequence':
      return { type: kind, text }
    case 'LiftConsequence':
      return { type: kind, reason: text }
  }
}

type FieldsProps = Readonly<{
  kind: Kind
  draft: Draft
  set: (more: Partial<Draft>) => void
}>

function Fields({ kind, draft, set }: FieldsProps) {
  const { consequences: words } = useWords()
  const { today } = useSession()
  switch (kind) {
    case 'AnswerConsequence':
      return (
        <>
          <Ways
            label={words.answerWay}
            value={draft.way}
            ways={answerWays}
            onChange={(way) => set({ way })}
          />
          <Text label={words.answerText} draft={draft} set={set} />
          <Field label={words.signer}>
            {(parts) => (
              <Input
                {...parts}
                value={draft.signer}
                onChange={(event) => set({ signer: event.target.value })}
              />
            )}
          </Field>
        </>
      )
    case 'RateConsequenceAnswer':
      return (
        <Count
          label={words.dissatisfied}
          value={draft.dissatisfied}
          onChange={(dissatisfied) => set({ dissatisfied })}
        />
      )
    case 'OrderSecondAnswer':
      return (
        <ApprovalFields
          value={draft.approval}
          onChange={(approval) => set({ approval })}
          today={today}
        />
      )
    case 'HearDefence':
      return (
        <>
          <Ways
            label={words.defenceWay}
            value={draft.defence}
            ways={defenceWays}
            onChange={(defence) => set({ defence })}
          />
          <Text label={words.defenceText} draft={draft} set={set} />
        </>
      )
    case 'CountRemovalVote':
      return (
        <>
          <div className="field-row">
            <Count label={words.yes} value={draft.yes} onChange={(yes) => set({ yes })} />
            <Count label={words.no} value={draft.no} onChange={(no) => set({ no })} />
            <Count
              label={words.abstain}
              value={draft.abstain}
              onChange={(abstain) => set({ abstain })}
            />
          </div>
          <Checkbox
            checked={draft.secret}
            onChange={(event) => set({ secret: event.target.checked })}
          >
            {words.secret}
          </Checkbox>
        </>
      )
    case 'ConcludeConsequence':
      return <Text label={words.concludeText} draft={draft} set={set} />
    case 'LiftConsequence':
      return <Text label={words.liftReason} draft={draft} set={set} />
  }
}

function Text({ label, draft, set }: Omit<FieldsProps, 'kind'> & Readonly<{ label: string }>) {
  return (
    <Field label={label}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      )}
    </Field>
  )
}

function Count({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: number; onChange: (n: number) => void }>) {
  return (
    <Field label={label}>
      {(parts) => (
        <InputNumber
          {...parts}
          min={0}
          max={999}
          value={value}
          onChange={(n) => onChange(n ?? 0)}
        />
      )}
    </Field>
  )
}

function Ways<Way extends AnswerWay | DefenceWay>({
  label,
  value,
  ways,
  onChange,
}: Readonly<{
  label: string
  value: Way
  ways: readonly Way[]
  onChange: (way: Way) => void
}>) {
  const { consequences: words } = useWords()
  return (
    <Field label={label}>
      {(parts) => (
        <Select<Way>
          {...parts}
          value={value}
          onChange={onChange}
          options={ways.map((way) => ({ value: way, label: words.way[way] }))}
        />
      )}
    </Field>
  )
}
