/** What each bulk step asks for, and the body it becomes. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { chaseLevelLabels, chaseLevels, type ChaseLevel } from '@luoshi/domain/supervision/chase'
import type { InputOf } from '@luoshi/server/contract/kit'
import type { bulkMatters } from '@luoshi/server/contract/matters'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useSession } from '../../api/session.ts'
import { ApprovalFields, approvalOf, type ApprovalDraft } from '../../ui/approval-fields.tsx'
import { Field } from '../../ui/field.tsx'
import { UnitAndOfficial } from '../../ui/unit-and-official.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { shared, type BulkStep } from './bulk-step.ts'

export type BulkDraft = Readonly<{
  approval: ApprovalDraft
  unit: UnitId | null
  official: OfficialId | null
  letter: string
  level: ChaseLevel
  text: string
}>

type SetDraft = (next: BulkDraft) => void

export function useBulkDraft(rows: readonly MatterRow[]): readonly [BulkDraft, SetDraft] {
  const { matters } = useWords()
  const { today } = useSession()
  return useState<BulkDraft>({
    approval: { body: 'chairs', on: today, reference: '' },
    unit: shared(rows.map((row) => row.unit)),
    official: shared(rows.map((row) => row.official)),
    letter: '',
    level: 'reminder',
    text: matters.bulk.ready,
  })
}

type Body = InputOf<(typeof bulkMatters)['body']>

/** Null while something is missing or nobody is ready. */
export function bodyOf(step: BulkStep, draft: BulkDraft, ready: readonly MatterRow[]): Body | null {
  if (ready.length === 0) return null
  const matters = ready.map(({ id, version }) => ({ id, version }))
  switch (step) {
    case 'ApproveMatter': {
      const approval = approvalOf(draft.approval)
      return approval && { command: step, matters, approval }
    }
    case 'HandOverMatter': {
      const { unit, official } = draft
      const letter = draft.letter.trim()
      if (unit === null || official === null || letter === '') return null
      return { command: step, matters, unit, official, letter }
    }
    case 'ChaseMatter': {
      const text = draft.text.trim()
      return text === '' ? null : { command: step, matters, level: draft.level, text }
    }
  }
}

type Props = Readonly<{ step: BulkStep; draft: BulkDraft; setDraft: SetDraft }>

export function BulkFields({ step, draft, setDraft }: Props) {
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
      return <HandOverFields draft={draft} setDraft={setDraft} />
    case 'ChaseMatter':
      return <ChaseFields draft={draft} setDraft={setDraft} />
  }
}

function HandOverFields({ draft, setDraft }: Omit<Props, 'step'>) {
  const { matters } = useWords()
  return (
    <>
      <p className="quiet">{matters.bulk.unitSame}</p>
      <UnitAndOfficial value={draft} onChange={(chosen) => setDraft({ ...draft, ...chosen })} />
      <Field label={matters.bulk.letter} hint={matters.bulk.letterHint}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.letter}
            onChange={(event) => setDraft({ ...draft, letter: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function ChaseFields({ draft, setDraft }: Omit<Props, 'step'>) {
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
