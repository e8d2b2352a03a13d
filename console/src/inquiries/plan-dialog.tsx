/** The form of the plan: members with one head, and the works one by one. */
import { methodRules, methods, type Method } from '@luoshi/domain/inquiries/methods'
import type { PlannedWork, TeamMember } from '@luoshi/domain/inquiries/plan'
import type { AccountId, AppraisalId } from '@luoshi/domain/kernel/ids'
import { planInquiry, type PlanRow } from '@luoshi/server/contract/inquiries'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { DayInput } from '../ui/day-input.tsx'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'

export type TeamAccount = Readonly<{ id: AccountId; name: string }>

/** A line of the form keeps its key while others come and go. */
type Keyed<Line> = Readonly<{ key: number; line: Line }>

const keyed = <Line,>(lines: readonly Line[]): readonly Keyed<Line>[] =>
  lines.map((line, key) => ({ key, line }))

function withLine<Line>(lines: readonly Keyed<Line>[], line: Line): readonly Keyed<Line>[] {
  return [...lines, { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, line }]
}

/** The name in 秦岚（评议调查组）: what stands in brackets says what the account is for. */
const bareName = (name: string) => name.replace(/（.*）$/, '')

const noWork: PlannedWork = { method: 'visit', on: null, place: '', who: '' }

const own = {
  noMember: { zh: '还没有写调查组成员', en: 'Nobody is on the team yet' },
  noHead: { zh: '还没有定组长', en: 'Nobody heads the team yet' },
}

export function PlanDialog({
  appraisal,
  row,
  accounts,
  onClose,
}: Readonly<{
  appraisal: AppraisalId
  row: PlanRow | null
  accounts: readonly TeamAccount[]
  onClose: () => void
}>) {
  const { plan: words } = useWords().inquiries
  const say = useSay()
  const [team, setTeam] = useState(() => keyed(row ? row.plan.team : firstTeam(accounts)))
  const [works, setWorks] = useState(() => keyed(row ? row.plan.works : [noWork]))
  const members = team.map(({ line }) => line).filter(({ name }) => name.trim() !== '')
  const planned = works.map(({ line }) => line).filter(({ place }) => place.trim() !== '')
  const isReady = members.filter(({ isHead }) => isHead).length === 1
  return (
    <WholeDialog
      now={row?.version ?? 0}
      title={row ? words.change : words.make}
      action={words.save}
      width={860}
      changes={inquiryChanges}
      send={
        isReady
          ? (version) =>
              ask(planInquiry, {
                params: { appraisal },
                body: { version, team: members, works: planned },
              })
          : say(members.length === 0 ? own.noMember : own.noHead)
      }
      onClose={onClose}
    >
      <h3>{words.team}</h3>
      {team.map(({ key, line }, at) => (
        <MemberLine
          key={key}
          n={at + 1}
          member={line}
          accounts={accounts}
          onChange={(next) =>
            setTeam(
              team.map((one) =>
                one.key === key
                  ? { key, line: next }
                  : next.isHead
                    ? { ...one, line: { ...one.line, isHead: false } }
                    : one,
              ),
            )
          }
          onRemove={() => setTeam(team.filter((one) => one.key !== key))}
        />
      ))}
      <Button
        size="small"
        onClick={() => setTeam(withLine(team, { name: '', account: null, isHead: false }))}
      >
        {words.addMember}
      </Button>
      <h3>{words.works}</h3>
      {works.map(({ key, line }, at) => (
        <WorkLine
          key={key}
          n={at + 1}
          work={line}
          onChange={(next) =>
            setWorks(works.map((one) => (one.key === key ? { key, line: next } : one)))
          }
          onRemove={() => setWorks(works.filter((one) => one.key !== key))}
        />
      ))}
      <Button size="small" onClick={() => setWorks(withLine(works, noWork))}>
        {words.addWork}
      </Button>
    </WholeDialog>
  )
}

function firstTeam(accounts: readonly TeamAccount[]): readonly TeamMember[] {
  const known = accounts.map(({ id, name }, at) => ({
    name: bareName(name),
    account: id,
    isHead: at === 0,
  }))
  return known.length > 0 ? known : [{ name: '', account: null, isHead: true }]
}

function MemberLine({
  n,
  member,
  accounts,
  onChange,
  onRemove,
}: Readonly<{
  n: number
  member: TeamMember
  accounts: readonly TeamAccount[]
  onChange: (next: TeamMember) => void
  onRemove: () => void
}>) {
  const { plan: words } = useWords().inquiries
  const what = words.member(n)
  return (
    <div className="plan-line is-member">
      <Input
        aria-label={`${what} ${words.name}`}
        placeholder={words.name}
        value={member.name}
        onChange={(event) => onChange({ ...member, name: event.target.value })}
      />
      <Select
        aria-label={`${what} ${words.account}`}
        value={member.account ?? ''}
        onChange={(id) => {
          const account = accounts.find((one) => one.id === id)
          const name = member.name === '' && account ? bareName(account.name) : member.name
          onChange({ ...member, name, account: account?.id ?? null })
        }}
        options={[
          { value: '', label: words.onPaper },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <label className="plan-head">
        <input
          type="radio"
          name="team-head"
          checked={member.isHead}
          onChange={() => onChange({ ...member, isHead: true })}
        />
        {words.isHead}
      </label>
      <button
        type="button"
        className="person-remove"
        aria-label={words.remove(what)}
        onClick={onRemove}
      >
        ×
      </button>
    </div>
  )
}

function WorkLine({
  n,
  work,
  onChange,
  onRemove,
}: Readonly<{
  n: number
  work: PlannedWork
  onChange: (next: PlannedWork) => void
  onRemove: () => void
}>) {
  const { plan: words } = useWords().inquiries
  const say = useSay()
  const what = words.work(n)
  return (
    <div className="plan-line is-work">
      <Select<Method>
        aria-label={`${what} ${words.method}`}
        value={work.method}
        onChange={(method) => onChange({ ...work, method })}
        options={methods.map((one) => ({ value: one, label: say(methodRules[one]) }))}
      />
      <DayInput
        aria-label={`${what} ${words.on}`}
        value={work.on}
        onChange={(on) => onChange({ ...work, on })}
      />
      <Input
        aria-label={`${what} ${words.place}`}
        placeholder={words.place}
        value={work.place}
        onChange={(event) => onChange({ ...work, place: event.target.value })}
      />
      <Input
        aria-label={`${what} ${words.who}`}
        placeholder={words.who}
        value={work.who}
        onChange={(event) => onChange({ ...work, who: event.target.value })}
      />
      <button
        type="button"
        className="person-remove"
        aria-label={words.remove(what)}
        onClick={onRemove}
      >
        ×
      </button>
    </div>
  )
}
