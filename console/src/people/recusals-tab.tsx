/** Who takes no part in this appraisal, why, and who decided so. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { recusalGrounds, type RecusalGround } from '@luoshi/domain/people/recusal'
import { liftRecusal, recordRecusal, type RecusalRow } from '@luoshi/server/contract/recusals'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { lackingOf } from '../ui/lacking.ts'
import { nowOf } from '../ui/now-of.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { Field } from '../ui/field.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { Part } from './part.tsx'
import './people.css'
import { personsQuery, recusalsQuery } from './queries.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

export function RecusalsTab({ appraisal }: AppraisalTabProps) {
  const { roster: words } = useWords()
  const may = useMay()
  const { data, error } = useQuery(recusalsQuery(appraisal.id))
  const [recording, setRecording] = useState(false)
  const [lifting, setLifting] = useState<RecusalRow | null>(null)
  return (
    <>
      <p className="page-lead">{words.recusalLead}</p>
      {error && <ProblemNote error={error} />}
      <Part
        title={words.recusal}
        rows={data}
        none={[words.noRecusals, words.noRecusalsFix]}
        action={
          may('RecordRecusal') &&
          appraisal.status === 'running' && (
            <Button onClick={() => setRecording(true)}>{words.record}</Button>
          )
        }
      >
        <RecusalsTable rows={data ?? []} onLift={may('LiftRecusal') ? setLifting : null} />
      </Part>
      {recording && <RecordRecusal appraisal={appraisal.id} onClose={() => setRecording(false)} />}
      {lifting && <LiftRecusal recusal={nowOf(data, lifting)} onClose={() => setLifting(null)} />}
    </>
  )
}

function RecusalsTable({
  rows,
  onLift,
}: Readonly<{ rows: readonly RecusalRow[]; onLift: ((row: RecusalRow) => void) | null }>) {
  const { people, roster: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { today } = useSession()
  return (
    <SheetScroll>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            <th scope="col">{words.ground}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.decidedBy}</th>
            <th scope="col">{people.status}</th>
            {onLift && (
              <th scope="col" className="end">
                {people.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} className={one.status === 'lifted' ? 'quiet' : ''}>
              <td>{one.name}</td>
              <td>{words.recusalGrounds[one.ground]}</td>
              <td>{one.reason}</td>
              <td>
                {say(approvingBodyLabels[one.approval.body])} {one.approval.reference}
              </td>
              <td>
                {one.liftedOn === null
                  ? words.standing
                  : words.lifted(dayText(one.liftedOn, today, language))}
              </td>
              {onLift && (
                <td className="row-actions">
                  {one.status === 'standing' && (
                    <Button type="link" size="small" onClick={() => onLift(one)}>
                      {words.lift}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function RecordRecusal({
  appraisal,
  onClose,
}: Readonly<{ appraisal: RecusalRow['appraisal']; onClose: () => void }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const { data: persons = [] } = useQuery(personsQuery)
  const [person, setPerson] = useState<Id<'person'> | null>(null)
  const [ground, setGround] = useState<RecusalGround>('kinship')
  const [reason, setReason] = useState('')
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'chairs',
    on: today,
    reference: '',
  })
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  const ready = person !== null && reason.trim() !== '' && approval !== null
  return (
    <ActDialog
      title={words.record}
      action={words.record}
      changes={['recusals', 'matter']}
      onClose={onClose}
      width={680}
      send={
        ready
          ? () =>
              ask(recordRecusal, {
                params: { appraisal },
                body: { person, account: null, ground, reason, approval },
              })
          : lackingOf([words.who, person], [words.reason, reason], ...needs)
      }
    >
      <div className="field-row">
        <Field label={words.who}>
          {(parts) => (
            <Select
              {...parts}
              showSearch={{ optionFilterProp: 'label' }}
              value={person}
              onChange={setPerson}
              options={persons
                .filter(({ status }) => status !== 'left')
                .map((one) => ({
                  value: one.id,
                  label: `${one.name}（${words.capacities[one.capacity]} ${one.place}）`,
                }))}
            />
          )}
        </Field>
        <Field label={words.ground}>
          {(parts) => (
            <Select
              {...parts}
              value={ground}
              onChange={setGround}
              options={recusalGrounds.map((one) => ({
                value: one,
                label: words.recusalGrounds[one],
              }))}
            />
          )}
        </Field>
      </div>
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <ApprovalFields value={decision} onChange={setDecision} today={today} />
    </ActDialog>
  )
}

function LiftRecusal({
  recusal: { id, version, appraisal, name },
  onClose,
}: Readonly<{ recusal: RecusalRow; onClose: () => void }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'chairs',
    on: today,
    reference: '',
  })
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  return (
    <ActDialog
      title={words.liftTitle(name)}
      action={words.lift}
      changes={['recusals', 'matter']}
      onClose={onClose}
      width={680}
      send={
        approval
          ? () =>
              ask(liftRecusal, { params: { appraisal, recusal: id }, body: { version, approval } })
          : lackingOf(...needs)
      }
    >
      <ApprovalFields value={decision} onChange={setDecision} today={today} />
    </ActDialog>
  )
}
