/** Signing in one's own account, a signature on paper with its scan, submitting, sending back. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import {
  stepOnReport,
  type ReportRow,
  type ReportTold,
} from '@luoshi/server/contract/inquiry-report'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EvidencePicker } from '../self-checks/evidence-picker.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf, type Need } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'
import { Line } from './record-dialog.tsx'

export type ReportDoing = 'sign' | 'paper' | 'submit' | 'reopen'

type Draft = Readonly<{
  text: string
  place: number | null
  on: Day | null
  scan: readonly Evidence[]
}>

export function ReportDialog({
  appraisal,
  row: { version, report },
  doing,
  onClose,
}: Readonly<{
  appraisal: AppraisalId
  row: ReportRow
  doing: ReportDoing
  onClose: () => void
}>) {
  const { report: words } = useWords().inquiries
  const { today, account } = useSession()
  const unsigned = report.signatories.flatMap(({ name }, place) =>
    report.signatures.some((one) => one.place === place) ? [] : [{ value: place, label: name }],
  )
  const [draft, setDraft] = useState<Draft>({
    text: '',
    place: unsigned[0]?.value ?? null,
    on: today,
    scan: [],
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const told = toldOf(doing, draft)
  const own = report.signatories.find((one) => one.account === account.id)
  const text = (label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <ActDialog
      title={words[`${doing}Title`]}
      action={words[doing]}
      changes={inquiryChanges}
      send={
        told
          ? () => ask(stepOnReport, { params: { appraisal }, body: { version, told } })
          : lackingOf(...needsOf(doing, draft, words))
      }
      onClose={onClose}
    >
      {doing === 'sign' && (
        <>
          <p>{words.signEffect(own?.name ?? account.name)}</p>
          {text(words.dissent, words.dissentHint)}
        </>
      )}
      {doing === 'paper' && (
        <>
          <div className="field-row">
            <Field label={words.paperWho}>
              {(parts) => (
                <Select
                  {...parts}
                  value={draft.place}
                  onChange={(place: number | null) => change({ place })}
                  options={unsigned}
                />
              )}
            </Field>
            <Field label={words.paperOn}>
              {(parts) => (
                <DayInput
                  {...parts}
                  min={report.assembledOn}
                  max={today}
                  value={draft.on}
                  onChange={(on) => change({ on })}
                />
              )}
            </Field>
          </div>
          <p>{words.scan}</p>
          <EvidencePicker files={draft.scan} onChange={(scan) => change({ scan })} />
          {text(words.dissent, words.dissentHint)}
        </>
      )}
      {doing === 'submit' && (
        <Line
          label={words.submitReference}
          hint={words.submitHint}
          value={draft.text}
          onChange={(next) => change({ text: next })}
        />
      )}
      {doing === 'reopen' && (
        <>
          <p className="consequence">{words.reopenEffect}</p>
          {text(words.reopenReason)}
        </>
      )}
    </ActDialog>
  )
}

/** Null while something is missing. */
type Names = Readonly<
  Record<'paperWho' | 'paperOn' | 'scan' | 'submitReference' | 'reopenReason', string>
>

function needsOf(doing: ReportDoing, draft: Draft, words: Names): readonly Need[] {
  switch (doing) {
    case 'sign':
      return []
    case 'paper':
      return [
        [words.paperWho, draft.place],
        [words.paperOn, draft.on],
        [words.scan, draft.scan],
      ]
    case 'submit':
      return [[words.submitReference, draft.text]]
    case 'reopen':
      return [[words.reopenReason, draft.text]]
  }
}

function toldOf(doing: ReportDoing, { text, place, on, scan }: Draft): ReportTold | null {
  switch (doing) {
    case 'sign':
      return { type: 'SignReport', dissent: text }
    case 'paper':
      return place === null || on === null || scan.length === 0
        ? null
        : { type: 'RecordPaperSignature', place, on, scan: [...scan], dissent: text }
    case 'submit':
      return text.trim() === '' ? null : { type: 'SubmitReport', reference: text }
    case 'reopen':
      return text.trim() === '' ? null : { type: 'ReopenReport', reason: text }
  }
}
