import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import { kickOffInquiry, type PlanRow } from '@luoshi/server/contract/inquiries'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'

export function KickOffDialog({
  appraisal,
  row: { version },
  onClose,
}: Readonly<{ appraisal: AppraisalId; row: PlanRow; onClose: () => void }>) {
  const { plan: words } = useWords().inquiries
  const { today } = useSession()
  const [heldOn, setHeldOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  return (
    <ActDialog
      title={words.kickOff}
      action={words.kickOff}
      changes={inquiryChanges}
      send={
        heldOn === null
          ? lackingOf([words.kickOffOn, heldOn])
          : () => ask(kickOffInquiry, { params: { appraisal }, body: { version, heldOn, note } })
      }
      onClose={onClose}
    >
      <Field label={words.kickOffOn}>
        {(parts) => <DayInput {...parts} max={today} value={heldOn} onChange={setHeldOn} />}
      </Field>
      <Field label={words.kickOffNote} hint={words.kickOffHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}
