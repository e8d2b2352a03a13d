/** What the committee's body decided about a defence, recorded from its minutes. */
import {
  defenceOutcomeLabels,
  defenceOutcomes,
  type DefenceOutcome,
} from '@luoshi/domain/matters/defence'
import { answerDefence, type DefenceRow } from '@luoshi/server/contract/defences'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../../api/server.ts'
import { useSession } from '../../../api/session.ts'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../../../ui/approval-draft.ts'
import { ApprovalFields } from '../../../ui/approval-fields.tsx'
import { Field } from '../../../ui/field.tsx'
import { lackingOf } from '../../../ui/lacking.ts'
import { useApprovalNeeds } from '../../../ui/use-approval-needs.ts'
import { useSay, useWords } from '../../../words/language.ts'

export function AnswerDefence({
  row: { id, version, text },
  onClose,
}: Readonly<{ row: DefenceRow; onClose: () => void }>) {
  const { defence: words } = useWords().matterPage
  const { today } = useSession()
  const say = useSay()
  const [outcome, setOutcome] = useState<DefenceOutcome | null>(null)
  const [answer, setAnswer] = useState('')
  const [draft, setDraft] = useState<ApprovalDraft>({ body: 'chairs', on: today, reference: '' })
  const approval = approvalOf(draft)
  const needs = useApprovalNeeds(draft)
  const params = { defence: id }
  const isReady = outcome !== null && approval !== null && answer.trim() !== ''
  return (
    <ActDialog
      title={words.answerTitle}
      action={words.answerAction}
      width={680}
      changes={['defences', 'desk']}
      send={
        isReady
          ? () => ask(answerDefence, { params, body: { version, outcome, answer, approval } })
          : lackingOf([words.outcome, outcome], [words.answerText, answer], ...needs)
      }
      onClose={onClose}
    >
      <blockquote className="as-written">{text}</blockquote>
      <Field label={words.outcome}>
        {(parts) => (
          <Select<DefenceOutcome>
            {...parts}
            value={outcome}
            onChange={setOutcome}
            options={defenceOutcomes.map((one) => ({
              value: one,
              label: say(defenceOutcomeLabels[one]),
            }))}
          />
        )}
      </Field>
      <Field label={words.answerText}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Field>
      <ApprovalFields value={draft} onChange={setDraft} today={today} />
      <p className="consequence">{words.answerEffect}</p>
    </ActDialog>
  )
}
