/** A finding as it is noted: a problem becomes an opinion with its matter at once, and the form says so. */
import {
  findingKinds,
  findingLabels,
  type Finding,
  type FindingKind,
} from '@luoshi/domain/inquiries/inquiry'
import type { Heading } from '@luoshi/domain/inquiries/report'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { noteFinding, withdrawFinding, type InquiryRow } from '@luoshi/server/contract/inquiries'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { UnitChoice } from '../ui/unit-choice.tsx'
import { useSay, useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'
import { Line } from './record-dialog.tsx'

type Draft = Readonly<{
  kind: FindingKind
  heading: string | null
  text: string
  title: string
  unit: UnitId | null
}>

export function FindingDialog({
  appraisal,
  row: { id, version },
  headings,
  onClose,
}: AppraisalTabProps &
  Readonly<{ row: InquiryRow; headings: readonly Heading[]; onClose: () => void }>) {
  const { findings: words } = useWords().inquiries
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    kind: 'problem',
    heading: null,
    text: '',
    title: '',
    unit: appraisal.unit,
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const isReady =
    draft.text.trim() !== '' && (draft.kind !== 'problem' || draft.title.trim() !== '')
  const body = { version, ...draft }
  return (
    <ActDialog
      title={words.title}
      action={words.save}
      width={640}
      changes={inquiryChanges}
      send={
        isReady
          ? () => ask(noteFinding, { params: { inquiry: id }, body })
          : lackingOf(
              [words.text, draft.text],
              [words.matterTitle, draft.kind !== 'problem' || draft.title],
            )
      }
      onClose={onClose}
    >
      <fieldset className="field">
        <legend>{words.kind}</legend>
        <Radio.Group
          value={draft.kind}
          onChange={(event) => {
            const kind = findingKinds.find((one) => one === event.target.value)
            if (kind) change({ kind })
          }}
          options={findingKinds.map((one) => ({ value: one, label: say(findingLabels[one]) }))}
        />
      </fieldset>
      <Field label={words.text} hint={words.textHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.heading}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.heading ?? ''}
            onChange={(key) => change({ heading: key === '' ? null : key })}
            options={[
              { value: '', label: words.noHeading },
              ...headings.map(({ key, title }) => ({ value: key, label: title })),
            ]}
          />
        )}
      </Field>
      {draft.kind === 'problem' && <ProblemFields draft={draft} onChange={change} />}
    </ActDialog>
  )
}

function ProblemFields({
  draft,
  onChange,
}: Readonly<{ draft: Draft; onChange: (part: Partial<Draft>) => void }>) {
  const { findings: words } = useWords().inquiries
  return (
    <>
      <div className="field-row">
        <Line
          label={words.matterTitle}
          value={draft.title}
          onChange={(title) => onChange({ title })}
        />
        <UnitChoice label={words.unit} value={draft.unit} onChange={(unit) => onChange({ unit })} />
      </div>
      <p className="consequence">{words.problemEffect}</p>
    </>
  )
}

export function WithdrawDialog({
  row: { id, version },
  finding: { finding, text },
  onClose,
}: Readonly<{ row: InquiryRow; finding: Finding; onClose: () => void }>) {
  const { findings: words } = useWords().inquiries
  const [reason, setReason] = useState('')
  const body = { version, finding, reason }
  return (
    <ActDialog
      title={words.withdrawTitle}
      action={words.withdraw}
      changes={inquiryChanges}
      send={
        reason.trim() === ''
          ? lackingOf([words.reason, reason])
          : () => ask(withdrawFinding, { params: { inquiry: id }, body })
      }
      onClose={onClose}
    >
      <p className="rule-text">{text}</p>
      <Line label={words.reason} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
