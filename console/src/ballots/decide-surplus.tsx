/** What the chair of the meeting decided of more forms in the box than were handed out. */
import { surplusDecisions, type SurplusDecision } from '@luoshi/domain/ballots/decide-ballot'
import { decideSurplus, type BallotDetail } from '@luoshi/server/contract/ballots'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function DecideSurplus({
  ballot: { id, version },
  onClose,
}: Readonly<{ ballot: BallotDetail; onClose: () => void }>) {
  const { ballots: words } = useWords()
  const [decision, setDecision] = useState<SurplusDecision>('recount')
  const [reason, setReason] = useState('')
  const params = { ballot: id }
  const isReady = reason.trim() !== ''
  return (
    <ActDialog
      title={words.decideTitle}
      action={words.decide}
      changes={['ballots', 'desk']}
      send={
        isReady
          ? () => ask(decideSurplus, { params, body: { version, decision, reason } })
          : lackingOf([words.decideReason, reason])
      }
      onClose={onClose}
    >
      <Field label={words.decision}>
        {(parts) => (
          <Select<SurplusDecision>
            {...parts}
            value={decision}
            onChange={setDecision}
            options={surplusDecisions.map((one) => ({ value: one, label: words.decisions[one] }))}
          />
        )}
      </Field>
      <Field label={words.decideReason}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <p className="consequence">{words.decideEffect[decision]}</p>
    </ActDialog>
  )
}
