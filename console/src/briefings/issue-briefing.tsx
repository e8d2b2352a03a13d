/** Issuing a briefing with its approval, and taking it back. */
import {
  issueBriefing,
  withdrawBriefing,
  type BriefingDetail,
} from '@luoshi/server/contract/briefings'
import { Input } from 'antd'
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

type Props = Readonly<{ briefing: BriefingDetail; onClose: () => void }>

export function IssueBriefing({ briefing: { id, version }, onClose }: Props) {
  const { briefings: words } = useWords()
  const { today } = useSession()
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'chairs',
    on: today,
    reference: '',
  })
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  const act = useAct(async () => {
    if (approval === null) return null
    return ask(issueBriefing, { params: { briefing: id }, body: { version, approval } })
  }, ['briefings'])
  return (
    <FormDialog
      title={words.issueTitle}
      action={words.issue}
      lacking={lackingOf(...needs)}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ApprovalFields value={decision} onChange={setDecision} today={today} />
    </FormDialog>
  )
}

export function WithdrawBriefing({ briefing: { id, version }, onClose }: Props) {
  const { briefings: words } = useWords()
  const [reason, setReason] = useState('')
  const act = useAct(
    () => ask(withdrawBriefing, { params: { briefing: id }, body: { version, reason } }),
    ['briefings'],
  )
  return (
    <FormDialog
      title={words.withdraw}
      action={words.withdraw}
      lacking={lackingOf([words.withdrawReason, reason])}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={words.withdrawReason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
