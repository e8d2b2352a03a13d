/** The form of one record. What a person said under protection is written here, who said it goes into the envelope. */
import { methodRules, methods, type Method } from '@luoshi/domain/inquiries/methods'
import { usualGrades, usualItems, type Ratings } from '@luoshi/domain/inquiries/ratings'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import {
  amendInquiry,
  recordInquiry,
  type InquiryRow,
  type PlanRow,
} from '@luoshi/server/contract/inquiries'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EvidencePicker } from '../self-checks/evidence-picker.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'
import { RatingsField } from './ratings-field.tsx'
import { SourceField } from './source-field.tsx'

export type RecordDraft = Readonly<{
  method: Method
  on: Day | null
  place: string
  tookPart: string
  whom: string
  isProtected: boolean
  protectedName: string
  found: string
  ratings: Ratings
  evidence: readonly Evidence[]
}>

const noRatings: Ratings = {
  enrolled: 0,
  took: 0,
  grades: usualGrades,
  rows: usualItems.map((item) => ({ item, counts: usualGrades.map(() => 0) })),
}

function draftOf(row: InquiryRow | null, plan: PlanRow | null, today: Day): RecordDraft {
  if (row) {
    const { method, on, place, tookPart, whom, isProtected, found, ratings, evidence } = row.inquiry
    const told = { method, on, place, tookPart, whom, isProtected, found, evidence }
    return { ...told, protectedName: '', ratings: ratings ?? noRatings }
  }
  return {
    method: 'interview',
    on: today,
    place: '',
    tookPart: plan?.plan.team.map(({ name }) => name).join('、') ?? '',
    whom: '',
    isProtected: false,
    protectedName: '',
    found: '',
    ratings: noRatings,
    evidence: [],
  }
}

export function RecordDialog({
  appraisal,
  row,
  plan,
  onClose,
}: Readonly<{
  appraisal: AppraisalId
  row: InquiryRow | null
  plan: PlanRow | null
  onClose: () => void
}>) {
  const { records: words, plan: planWords } = useWords().inquiries
  const { today } = useSession()
  const say = useSay()
  const [draft, setDraft] = useState(() => draftOf(row, plan, today))
  const change = (part: Partial<RecordDraft>) => setDraft((before) => ({ ...before, ...part }))
  return (
    <WholeDialog
      now={row?.version ?? 0}
      title={row ? words.edit : words.add}
      action={words.save}
      width={760}
      changes={inquiryChanges}
      send={
        sending(appraisal, row, draft) ??
        lackingOf(
          [planWords.on, draft.on],
          [words.tookPart, draft.tookPart],
          [words.protectedName, !lacksName(row, draft)],
          [words.found, draft.found],
        )
      }
      onClose={onClose}
    >
      <div className="field-row">
        <Field label={planWords.method}>
          {(parts) => (
            <Select<Method>
              {...parts}
              value={draft.method}
              onChange={(method) => change({ method })}
              options={methods.map((one) => ({ value: one, label: say(methodRules[one]) }))}
            />
          )}
        </Field>
        <Field label={planWords.on}>
          {(parts) => (
            <DayInput {...parts} max={today} value={draft.on} onChange={(on) => change({ on })} />
          )}
        </Field>
        <Line label={planWords.place} value={draft.place} onChange={(place) => change({ place })} />
      </div>
      <Line
        label={words.tookPart}
        hint={words.tookPartHint}
        value={draft.tookPart}
        onChange={(tookPart) => change({ tookPart })}
      />
      {methodRules[draft.method].hasSource && (
        <SourceField draft={draft} isSealed={row?.inquiry.isProtected === true} onChange={change} />
      )}
      <Field label={words.found} hint={words.foundHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 16 }}
            value={draft.found}
            onChange={(event) => change({ found: event.target.value })}
          />
        )}
      </Field>
      {draft.method === 'survey' && (
        <RatingsField ratings={draft.ratings} onChange={(ratings) => change({ ratings })} />
      )}
      <EvidencePicker files={draft.evidence} onChange={(evidence) => change({ evidence })} />
    </WholeDialog>
  )
}

export function Line({
  label,
  hint,
  value,
  onChange,
}: Readonly<{
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}>) {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input {...parts} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

/** Null while something is missing. */
function isSealing({ isProtected, method }: RecordDraft): boolean {
  return isProtected && methodRules[method].hasSource
}

/** What is sealed already stays so without its name being written again. */
function isKept(row: InquiryRow | null, draft: RecordDraft): boolean {
  return isSealing(draft) && row?.inquiry.isProtected === true && draft.protectedName.trim() === ''
}

function lacksName(row: InquiryRow | null, draft: RecordDraft): boolean {
  return isSealing(draft) && !isKept(row, draft) && draft.protectedName.trim() === ''
}

function sending(appraisal: AppraisalId, row: InquiryRow | null, draft: RecordDraft) {
  const { method, on, place, tookPart, whom, found, evidence, ratings } = draft
  const isProtected = isSealing(draft)
  const keepsProtection = isKept(row, draft)
  if (on === null || tookPart.trim() === '' || found.trim() === '') return null
  if (lacksName(row, draft)) return null
  const body = {
    method,
    on,
    place,
    tookPart,
    whom: methodRules[method].hasSource && !isProtected ? whom : '',
    protectedName: isProtected && !keepsProtection ? draft.protectedName : null,
    found,
    ratings:
      method === 'survey'
        ? {
            ...ratings,
            grades: [...ratings.grades],
            // Items that the form proposed and nobody filled in were not asked about.
            rows: ratings.rows
              .filter(({ item, counts }) => item.trim() !== '' && counts.some((one) => one > 0))
              .map(({ item, counts }) => ({ item, counts: [...counts] })),
          }
        : null,
    evidence: [...evidence],
  }
  if (!row) return () => ask(recordInquiry, { params: { appraisal }, body })
  const { id } = row
  return (version: number) =>
    ask(amendInquiry, { params: { inquiry: id }, body: { ...body, version, keepsProtection } })
}
