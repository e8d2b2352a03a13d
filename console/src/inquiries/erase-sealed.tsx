/** Taking out by law what lies sealed, or what the public wrote: the case of the law, the approval, and what will be gone. */
import {
  erasureGroundLabels,
  erasureGrounds,
  type ErasureGround,
} from '@luoshi/domain/inquiries/erasure-grounds'
import type { Approval } from '@luoshi/domain/people/approval'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useSay, useWords } from '../words/language.ts'

export type ErasureTold = Readonly<{ ground: ErasureGround; approval: Approval }>

export function EraseSealed({
  what,
  changes,
  send,
  onClose,
}: Readonly<{
  what: 'source' | 'accusation' | 'outcome' | 'voice'
  changes: readonly string[]
  /** Answers whether it is done; if not, it waits for a second person. */
  send: (told: ErasureTold) => Promise<boolean>
  onClose: () => void
}>) {
  const { inquiries, security } = useWords()
  const words = inquiries.erase
  const { today } = useSession()
  const say = useSay()
  const [ground, setGround] = useState<ErasureGround | null>(null)
  const [draft, setDraft] = useState<ApprovalDraft>({ body: 'chairs', on: today, reference: '' })
  const approval = approvalOf(draft)
  const needs = useApprovalNeeds(draft)
  return (
    <ActDialog
      title={words.title[what]}
      action={words.action}
      width={680}
      changes={[...changes, 'pending-acts']}
      onClose={onClose}
      send={
        ground === null || approval === null
          ? lackingOf([words.ground, ground], ...needs)
          : async () => ((await send({ ground, approval })) ? null : security.approvals.waits)
      }
    >
      <Field label={words.ground}>
        {(parts) => (
          <Select<ErasureGround>
            {...parts}
            value={ground}
            onChange={setGround}
            options={erasureGrounds.map((one) => ({
              value: one,
              label: say(erasureGroundLabels[one]),
            }))}
          />
        )}
      </Field>
      <ApprovalFields
        value={draft}
        onChange={setDraft}
        today={today}
        bodies={['chairs', 'standingCommittee']}
      />
      <p className="consequence">{words.effect[what]}</p>
      <p className="quiet">
        {words.byTwo}
        <Link to="/approvals">{security.approvals.title}</Link>
      </p>
    </ActDialog>
  )
}
