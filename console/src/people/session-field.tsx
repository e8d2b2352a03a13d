/**
 * The session that a meeting, a ballot, an appraisal or a verdict belongs to, chosen from those on record, with its day.
 * One that is missing is planned from here. Where no term is on record yet the session's name is written; what was written
 * before the list was kept stays as it is.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import { PlanSession } from './session-dialogs.tsx'
import './session-field.css'
import { useSessions } from './use-sessions.ts'

export function SessionField({
  value,
  onChange,
  label,
}: Readonly<{
  value: string
  /** The day where the session has one; null where it is written by hand or 待定. */
  onChange: (session: string, on: Day | null) => void
  /** “会议” where nothing else is said. */
  label?: string
}>) {
  const { roster: words } = useWords()
  const { isPending, known, term, next } = useSessions()
  const may = useMay()
  const [planning, setPlanning] = useState(false)
  const isListed = known.some(({ title }) => title === value)
  const name = label ?? words.sessionOf
  const plan = term && may('PlanSession') && (
    <Button
      type="link"
      size="small"
      className="session-plan"
      htmlType="button"
      onClick={() => setPlanning(true)}
    >
      {words.sessionMissing}
    </Button>
  )
  return (
    <div className="session-field">
      {known.length === 0 && !isPending ? (
        <Field label={name} hint={words.sessionWritten}>
          {(parts) => (
            <Input
              {...parts}
              value={value}
              onChange={(event) => onChange(event.target.value, null)}
            />
          )}
        </Field>
      ) : (
        <Field label={name}>
          {(parts) => (
            <Select
              {...parts}
              showSearch
              disabled={isPending}
              loading={isPending}
              optionFilterProp="label"
              placeholder={words.sessionChoose}
              value={value === '' ? null : value}
              onChange={(title: string) =>
                onChange(title, known.find((one) => one.title === title)?.on ?? null)
              }
              options={[
                // What is on record already, from before the list was kept.
                ...(value === '' || isListed ? [] : [{ value, label: value }]),
                ...known.map(({ title, on }) => ({
                  value: title,
                  label: `${title}（${on ?? words.undecided}）`,
                })),
              ]}
            />
          )}
        </Field>
      )}
      {plan}
      {planning && term && (
        <PlanSession
          term={term}
          next={next}
          onPlanned={onChange}
          onClose={() => setPlanning(false)}
        />
      )}
    </div>
  )
}
