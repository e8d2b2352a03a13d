/** An exported ledger that came back: each changed cell beside what the ledger says, applied as a person chooses. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { applyComeback, getComeback, type ComebackDetail } from '@luoshi/server/contract/comebacks'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'

import { useSay } from '../words/language.ts'
import { AppliedReport, EarlierReports } from './applied-report.tsx'
import { ChangedLines } from './changed-lines.tsx'
import { cellKey, cellsOf, type Chosen } from './chosen-cells.ts'
import { ColumnsNote } from './columns-note.tsx'
import './comebacks.css'
import { OtherLines } from './other-lines.tsx'
import { useComebackWords } from './comeback-words.ts'

export function ComebackPage() {
  const id = useParams({ strict: false, select: (params) => params['comeback'] })
  return id !== undefined && isId('comeback', id) ? <Comeback key={id} id={id} /> : <NotFound />
}

function Comeback({ id }: Readonly<{ id: Id<'comeback'> }>) {
  const words = useComebackWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['comeback', id],
    queryFn: () => ask(getComeback, { params: { comeback: id } }),
    gcTime: 0,
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return (
    <div className="comeback">
      <PageHead
        title={words.titleOf(data.fileName)}
        lead={words.lead}
        actions={<Link to="/comebacks">{words.list}</Link>}
      />
      <Choosing found={data} />
    </div>
  )
}

const own = { none: { zh: '还没有勾选要办的改动', en: 'No change is ticked yet' } }

function Choosing({ found }: Readonly<{ found: ComebackDetail }>) {
  const say = useSay()
  const words = useComebackWords()
  const confirm = useConfirm()
  const [chosen, setChosen] = useState<Chosen>(new Set())
  const [report, setReport] = useState<AnswerOf<typeof applyComeback> | null>(null)
  const picked = cellsOf(found).filter((cell) => chosen.has(cellKey(cell)))
  const act = useAct(
    () =>
      ask(applyComeback, {
        params: { comeback: found.id },
        body: { chosen: picked.map(({ matter, field, ledger }) => ({ matter, field, ledger })) },
      }),
    ['comeback', 'comebacks', 'matters', 'matter'],
  )
  const apply = async () => {
    const { askTitle, askEffects: effects, askAction: action } = words
    if (!(await confirm({ title: askTitle(picked.length), effects, action }))) return
    act.mutate(undefined, {
      onSuccess: (answer) => {
        setReport(answer)
        setChosen(new Set())
      },
    })
  }
  const { changed, conflicts, unchanged, applications } = found
  const isSame = changed.length + conflicts.length + found.new.length + found.removed.length === 0
  return (
    <>
      {report && <AppliedReport report={report} />}
      <ColumnsNote columns={found.columns} />
      {isSame && <p>{words.nothing}</p>}
      {conflicts.length > 0 && (
        <section className="card" aria-label={words.conflicts}>
          <div className="card-head">
            <h2>
              {words.conflicts}
              <small>{words.conflictsHint}</small>
            </h2>
          </div>
          <ChangedLines lines={conflicts} chosen={chosen} onChoose={setChosen} />
        </section>
      )}
      {changed.length > 0 && (
        <section className="card" aria-label={words.changed}>
          <div className="card-head">
            <h2>
              {words.changed}
              <small>{words.changedHint}</small>
            </h2>
            <span className="page-actions">
              <Button
                size="small"
                onClick={() => setChosen(new Set([...chosen, ...possible({ changed })]))}
              >
                {words.all}
              </Button>
              <Button size="small" onClick={() => setChosen(new Set())}>
                {words.allNone}
              </Button>
            </span>
          </div>
          <ChangedLines lines={changed} chosen={chosen} onChoose={setChosen} />
        </section>
      )}
      <OtherLines found={found} />
      {unchanged > 0 && <p className="quiet">{words.unchanged(unchanged)}</p>}
      {act.error && <ProblemNote error={act.error} />}
      {changed.length + conflicts.length > 0 && (
        <div className="page-actions">
          <LackingButton
            type="primary"
            size="large"
            lacking={picked.length === 0 ? say(own.none) : []}
            loading={act.isPending}
            onClick={() => void apply()}
          >
            {words.apply(picked.length)}
          </LackingButton>
        </div>
      )}
      <EarlierReports applications={applications} />
    </>
  )
}

/** Conflicts are never chosen all at once. */
function possible({ changed }: Pick<ComebackDetail, 'changed'>): readonly string[] {
  return cellsOf({ changed, conflicts: [] })
    .filter(({ step }) => step !== null)
    .map(cellKey)
}
