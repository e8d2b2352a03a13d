/** What waits for a second administrator: seen whole, approved or refused by another one, taken back by who asked. */
import {
  approveAct,
  listPendingActs,
  refuseAct,
  type PendingActRow,
} from '@luoshi/server/contract/pending-acts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useAct } from '../api/act.ts'
import { problemOf } from '../api/problem.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { minuteInChina } from './minute.ts'
import './security.css'

export function ApprovalsPage() {
  const { security, accounts } = useWords()
  const words = security.approvals
  const may = useMay()
  const { data, error, refetch } = useQuery({
    queryKey: ['pending-acts'],
    queryFn: () => ask(listPendingActs, {}),
  })
  const rows = data?.rows ?? []
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          may('ApproveAdministrator') && (
            <Link className="page-link" to="/accounts">
              {accounts.title}
            </Link>
          )
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && rows.length === 0 && <EmptyNote title={words.none}>{words.noneText}</EmptyNote>}
      {rows.map((act) => (
        <Act key={act.id} act={act} />
      ))}
    </>
  )
}

function Act({ act }: Readonly<{ act: PendingActRow }>) {
  const { security } = useWords()
  const words = security.approvals
  const say = useSay()
  const { askedByName, askedAt, endsAt, outcome, decidedByName } = act
  return (
    <section className="card erasure-record" aria-label={words.kinds[act.kind]}>
      <h2>{words.kinds[act.kind]}</h2>
      <p className="quiet">
        {words.askedBy(askedByName, minuteInChina(askedAt))}
        {outcome === null
          ? words.endsAt(minuteInChina(endsAt))
          : words.outcomes[outcome](decidedByName ?? '')}
      </p>
      <ul className="erasure-words">
        {act.about
          .filter(({ zh }) => zh !== '')
          .map((line) => (
            <li key={line.zh}>{say(line)}</li>
          ))}
      </ul>
      <Steps act={act} />
    </section>
  )
}

function Steps({ act }: Readonly<{ act: PendingActRow }>) {
  const { security } = useWords()
  const words = security.approvals
  const language = useLanguage()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const changes = [
    'pending-acts',
    'accounts',
    'erasures',
    'sign-in-rules',
    'quarantine',
    'inquiry',
    'voices',
    'accusations',
  ]
  const approve = useAct(() => ask(approveAct, { params: { act: act.id } }), changes)
  const turnDown = useAct(() => ask(refuseAct, { params: { act: act.id } }), changes)
  const onError = (error: Error) => {
    const { what, fix } = problemOf(error)[language]
    void message.error(`${what}${fix}`, 8)
  }
  const onSuccess = () => void message.success(words.done)
  const approving = async () => {
    const sure = await confirm({
      title: words.approveTitle(words.kinds[act.kind]),
      effects: [words.approveEffect],
      action: words.approve,
      irreversible: act.kind.startsWith('erase'),
    })
    if (sure) approve.mutate(undefined, { onSuccess, onError })
  }
  if (!act.may.decide && !act.may.withdraw) return null
  return (
    <p className="act-steps">
      {act.may.decide && (
        <Button type="primary" loading={approve.isPending} onClick={() => void approving()}>
          {words.approve}
        </Button>
      )}
      <Button
        loading={turnDown.isPending}
        onClick={() => turnDown.mutate(undefined, { onSuccess, onError })}
      >
        {act.may.decide ? words.refuse : words.withdraw}
      </Button>
    </p>
  )
}
