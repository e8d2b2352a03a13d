/** A lawful way out other than a matter: which, why, and who approved it. */
import { exitLabels, exits } from '@luoshi/domain/opinions/exits'
import { Button, Input, Select } from 'antd'
import { useSession } from '../../../api/session.ts'
import { ApprovalFields } from '../../../ui/approval-fields.tsx'
import { Field } from '../../../ui/field.tsx'
import { useSay, useWords } from '../../../words/language.ts'
import type { ExitDraft } from '../model/review-shape.ts'

export function ExitFields({
  exit,
  onChange,
  onMatter,
}: Readonly<{
  exit: ExitDraft
  onChange: (about: string, exit: ExitDraft) => void
  onMatter: () => void
}>) {
  const { imports: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  return (
    <div className="item-exit">
      <div className="item-exit-head">
        <p>{words.item.exitNote}</p>
        <Button size="small" onClick={onMatter}>
          {words.item.toMatter}
        </Button>
      </div>
      <Field label={words.item.exit}>
        {(parts) => (
          <Select
            {...parts}
            value={exit.exit}
            onChange={(chosen) => onChange('exit', { ...exit, exit: chosen })}
            options={exits.map((one) => ({ value: one, label: say(exitLabels[one]) }))}
          />
        )}
      </Field>
      <Field label={words.item.exitReason} hint={words.item.exitReasonHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={exit.reason}
            onChange={(event) => onChange('reason', { ...exit, reason: event.target.value })}
          />
        )}
      </Field>
      <ApprovalFields
        value={exit}
        today={today}
        onChange={(approval) => onChange('approval', { ...exit, ...approval })}
      />
    </div>
  )
}
