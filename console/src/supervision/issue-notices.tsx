/** One paper to each unit concerned: what is demanded is written once, each unit gets its own matters. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { chaseLevelLabels, chaseLevels, type ChaseLevel } from '@luoshi/domain/supervision/chase'
import {
  noticeProblemLabels,
  noticeProblems,
  type NoticeProblem,
} from '@luoshi/domain/supervision/notice'
import { issueNotice, type WatchedRow } from '@luoshi/server/contract/supervision'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useSay, useWords } from '../words/language.ts'

type Group = Readonly<{ unit: UnitId; name: string; rows: readonly WatchedRow[] }>

export function IssueNotices({
  rows,
  first = 'reminder',
  onClose,
  onDone,
}: Readonly<{
  rows: readonly WatchedRow[]
  /** The rung the ladder proposes. */
  first?: ChaseLevel
  onClose: () => void
  onDone: () => void
}>) {
  const { supervision: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  const [level, setLevel] = useState<ChaseLevel>(first)
  const [problem, setProblem] = useState<NoticeProblem>(
    rows.some(({ daysLate }) => daysLate > 0) ? 'late' : 'silent',
  )
  const [demand, setDemand] = useState(words.demandReady)
  const [reportBy, setReportBy] = useState<Day | null>(addDays(today, 7))
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'chairs',
    on: today,
    reference: '',
  })
  const [left, setLeft] = useState(() => groupsOf(rows))
  const approval = level === 'reminder' ? null : approvalOf(decision)
  const act = useAct(
    async (by: Day) => {
      // One after the other; what has gone out is not sent again when a later one is refused.
      for (const { unit, rows: own } of left) {
        const matters = own.map(({ id }) => id)
        const body = { level, unit, matters, problem, demand, reportBy: by, approval }
        await ask(issueNotice, { body })
        setLeft((groups) => groups.filter((one) => one.unit !== unit))
      }
    },
    ['supervision', 'notices', 'matters', 'matter'],
  )
  const needs = useApprovalNeeds(decision)
  return (
    <FormDialog
      title={words.issueTitle(rows.length, groupsOf(rows).length)}
      action={words.send}
      lacking={lackingOf(
        [words.reportBy, reportBy],
        [words.demand, demand],
        ...(level === 'reminder' ? [] : needs),
      )}
      pending={act.isPending}
      error={act.error}
      width={680}
      onSubmit={() => reportBy !== null && act.mutate(reportBy, { onSuccess: onDone })}
      onClose={onClose}
    >
      <div className="field-row">
        <Field label={words.level}>
          {(parts) => (
            <Select
              {...parts}
              value={level}
              onChange={setLevel}
              options={chaseLevels.map((one) => ({
                value: one,
                label: say(chaseLevelLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.problem}>
          {(parts) => (
            <Select
              {...parts}
              value={problem}
              onChange={setProblem}
              options={noticeProblems.map((one) => ({
                value: one,
                label: say(noticeProblemLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.reportBy}>
          {(parts) => <DayInput {...parts} min={today} value={reportBy} onChange={setReportBy} />}
        </Field>
      </div>
      <Field label={words.demand} hint={words.demandHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 8 }}
            value={demand}
            onChange={(event) => setDemand(event.target.value)}
          />
        )}
      </Field>
      {level !== 'reminder' && (
        <ApprovalFields value={decision} onChange={setDecision} today={today} />
      )}
      <ul className="notice-groups">
        {left.map(({ unit, name, rows: own }) => (
          <li key={unit}>{words.perUnit(name, own.length)}</li>
        ))}
      </ul>
    </FormDialog>
  )
}

function groupsOf(rows: readonly WatchedRow[]): readonly Group[] {
  const units = [...new Map(rows.map(({ unit, unitName }) => [unit, unitName]))]
  return units.map(([unit, name]) => ({
    unit,
    name,
    rows: rows.filter((row) => row.unit === unit),
  }))
}
