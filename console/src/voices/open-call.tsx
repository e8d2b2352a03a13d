import { addDays, type Day } from '@luoshi/domain/kernel/day'
import { openCall } from '@luoshi/server/contract/voices'
import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

/** About as long as notices stay open in practice (domain.md §5: 25 days). */
const usualDays = 25

export function OpenCall({
  appraisal,
  onClose,
}: AppraisalTabProps & Readonly<{ onClose: () => void }>) {
  const { voices: words } = useWords()
  const { today } = useSession()
  const [notice, setNotice] = useState(words.noticeReady(appraisal.title))
  const [until, setUntil] = useState<Day | null>(addDays(today, usualDays))
  const act = useAct(
    (day: Day) => ask(openCall, { body: { appraisal: appraisal.id, notice, until: day } }),
    ['calls', 'voices'],
  )
  return (
    <FormDialog
      title={words.openTitle}
      action={words.publish}
      lacking={lackingOf([words.notice, notice], [words.until, until])}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => until !== null && act.mutate(until, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={words.notice} hint={words.noticeHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 10 }}
            value={notice}
            onChange={(event) => setNotice(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.until}>
        {(parts) => <DayInput {...parts} min={today} value={until} onChange={setUntil} />}
      </Field>
    </FormDialog>
  )
}
