/** Closure forms (销号审批表) of what was found satisfied, all or those chosen, to be printed for the chairs. Fields: domain.md §8.11. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { listMatters } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { matterQuery } from '../matters/matter-page/matter-query.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords, useSay } from '../words/language.ts'
import { ClosureForm } from './closure-form.tsx'
import './closures.css'

type Chosen = ReadonlySet<MatterId>

const own = { none: { zh: '没有可打印的', en: 'There is none to print' } }

export function ClosuresPage() {
  const { closures: words, samples } = useWords()
  const say = useSay()
  /** Those that are not to be printed: whatever comes in anew is. */
  const [left, setLeft] = useState<Chosen>(new Set())
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'closures'],
    queryFn: () => ask(listMatters, { query: { status: 'satisfied', sort: 'number', limit: 100 } }),
  })
  const rows = data?.rows ?? []
  const chosen = rows.filter(({ id }) => !left.has(id))
  return (
    <>
      <PageHead
        title={words.title}
        lead={
          <>
            {words.lead} <Link to="/supervision">{samples.back}</Link>
          </>
        }
        actions={
          <LackingButton
            lacking={chosen.length === 0 ? say(own.none) : []}
            onClick={() => window.print()}
          >
            {words.print(chosen.length)}
          </LackingButton>
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data?.rows.length === 0 && (
        <section className="card">
          <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
        </section>
      )}
      {rows.length > 1 && <Choice rows={rows} left={left} onChange={setLeft} />}
      {chosen.map(({ id }) => (
        <Form key={id} id={id} />
      ))}
    </>
  )
}

type Row = Readonly<{ id: MatterId; number: number; title: string }>

function Choice({
  rows,
  left,
  onChange,
}: Readonly<{ rows: readonly Row[]; left: Chosen; onChange: (left: Chosen) => void }>) {
  const { closures: words, letters } = useWords()
  const toggled = (id: MatterId) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    return next
  }
  return (
    <section className="card no-print" aria-label={words.choose}>
      <div className="card-head">
        <h2>{words.choose}</h2>
        <div>
          <Button size="small" onClick={() => onChange(new Set())}>
            {words.all}
          </Button>{' '}
          <Button size="small" onClick={() => onChange(new Set(rows.map(({ id }) => id)))}>
            {words.noneOfThem}
          </Button>
        </div>
      </div>
      <ul className="card-body closure-choice">
        {rows.map(({ id, number, title }) => (
          <li key={id}>
            <Checkbox checked={!left.has(id)} onChange={() => onChange(toggled(id))}>
              {letters.matterNumber(number)}　{title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Form({ id }: Readonly<{ id: MatterId }>) {
  const { data } = useQuery(matterQuery(id, null))
  return data ? <ClosureForm detail={data} /> : <Waiting lines={6} />
}
