/** What each bulk step asks for. */
import { chaseLevelLabels, chaseLevels } from '@luoshi/domain/supervision/chase'
import { Input, Select } from 'antd'
import { useSession } from '../../api/session.ts'
import { ApprovalFields } from '../../ui/approval-fields.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'
import type { BulkDraft } from './bulk-draft.ts'
import type { BulkStep } from './bulk-step.ts'
import { HandOverFields } from './hand-over-fields.tsx'
import type { HandOverGroup } from './hand-over-groups.ts'

type Props = Readonly<{ draft: BulkDraft; setDraft: (next: BulkDraft) => void }>

export function BulkFields({
  step,
  groups,
  draft,
  setDraft,
}: Props & Readonly<{ step: BulkStep; groups: readonly HandOverGroup[] }>) {
  const { today } = useSession()
  switch (step) {
    case 'ApproveMatter':
      return (
        <ApprovalFields
          today={today}
          value={draft.approval}
          onChange={(approval) => setDraft({ ...draft, approval })}
        />
      )
    case 'HandOverMatter':
      return <HandOverFields draft={draft} setDraft={setDraft} groups={groups} />
    case 'ChaseMatter':
      return <ChaseFields draft={draft} setDraft={setDraft} />
  }
}

function ChaseFields({ draft, setDraft }: Props) {
  const { matters } = useWords()
  const say = useSay()
  return (
    <>
      <Field label={matters.bulk.level}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.level}
            onChange={(level) => setDraft({ ...draft, level })}
            options={chaseLevels.map((one) => ({ value: one, label: say(chaseLevelLabels[one]) }))}
          />
        )}
      </Field>
      <Field label={matters.bulk.text}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={3}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
