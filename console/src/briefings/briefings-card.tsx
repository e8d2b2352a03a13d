/** The monthly briefings on the page of supervision, and the form that puts one together. */
import { draftBriefing, listBriefings } from '@luoshi/server/contract/briefings'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { monthText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function BriefingsCard() {
  const { briefings: words } = useWords()
  const language = useLanguage()
  const may = useMay()
  const [drafting, setDrafting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['briefings'],
    queryFn: async () => (await ask(listBriefings, {})).rows,
  })
  const mayDraft = may('DraftBriefing')
  if (data?.length === 0 && !mayDraft) return null
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        {mayDraft && <Button onClick={() => setDrafting(true)}>{words.draft}</Button>}
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>}
      {data && data.length > 0 && (
        <ul className="briefing-list">
          {data.map(({ id, reference, month, status }) => (
            <li key={id}>
              <Link to="/briefings/$briefing" params={{ briefing: id }}>
                {monthText(month, language)}　{reference}
              </Link>
              <span className="quiet">{words.status[status]}</span>
            </li>
          ))}
        </ul>
      )}
      {drafting && <Draft onClose={() => setDrafting(false)} />}
    </section>
  )
}

function Draft({ onClose }: Readonly<{ onClose: () => void }>) {
  const { briefings: words } = useWords()
  const { today } = useSession()
  const navigate = useNavigate()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [remarks, setRemarks] = useState('')
  const act = useAct(
    () => ask(draftBriefing, { body: { month, remarks, again: null } }),
    ['briefings'],
  )
  const onSuccess = ({ id }: Awaited<ReturnType<typeof act.mutateAsync>>) => {
    onClose()
    void navigate({ to: '/briefings/$briefing', params: { briefing: id } })
  }
  return (
    <FormDialog
      title={words.draftTitle}
      action={words.draft}
      lacking={lackingOf([words.month, month])}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess })}
      onClose={onClose}
    >
      <Field label={words.month}>
        {(parts) => (
          <Input
            {...parts}
            type="month"
            max={today.slice(0, 7)}
            value={month}
            onChange={(event) => setMonth(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.remarks} hint={words.remarksHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={remarks}
            onChange={(event) => setRemarks(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
