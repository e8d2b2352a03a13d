/** What is put on paper: the tally sheet that those who counted sign, and the announcement as far as the rule book says. */
import { announcementOf } from '@luoshi/domain/ballots/announcement'
import { methodLabel } from '@luoshi/domain/ballots/ballot-labels'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { secrecyLabels } from '@luoshi/domain/rule-books/choice-words'
import { getBallot, type BallotDetail } from '@luoshi/server/contract/ballots'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './ballots.css'
import './phone-rows.css'
import { CheckPrinted } from './check-printed.tsx'
import { groupHeads, GroupResults } from './group-results.tsx'
import { ResultTable } from './result-table.tsx'

const tallyRoute = getRouteApi('/ballots/$ballot/tally')
const noticeRoute = getRouteApi('/ballots/$ballot/announcement')

export function TallyPage() {
  const { ballot } = tallyRoute.useParams()
  return isId('ballot', ballot) ? <Paper key={ballot} id={ballot} what="tally" /> : <NotFound />
}

export function AnnouncementPage() {
  const { ballot } = noticeRoute.useParams()
  return isId('ballot', ballot) ? <Paper key={ballot} id={ballot} what="notice" /> : <NotFound />
}

function Paper({ id, what }: Readonly<{ id: Id<'ballot'>; what: 'tally' | 'notice' }>) {
  const { ballots: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['ballots', id],
    queryFn: () => ask(getBallot, { params: { ballot: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  // Before the chair has announced it there is nothing to announce.
  const isThere = what === 'tally' || data.announcedOn !== null
  if (!data.count || !isThere) return <NotFound />
  return (
    <>
      <PageHead
        title={words[what]}
        lead={
          <Link to="/ballots/$ballot" params={{ ballot: id }}>
            {data.session}
          </Link>
        }
        actions={
          <>
            <Button onClick={() => window.print()}>{words.print}</Button>
            <DownloadPaper
              kind={what === 'tally' ? 'tally-sheet' : 'result-announcement'}
              record={id}
            />
          </>
        }
      />
      {what === 'tally' ? <Tally ballot={data} /> : <Announcement ballot={data} />}
    </>
  )
}

function Tally({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { source, members, present, recused, entered } = ballot
  const counters = entered.find((one) => one.counters !== null)?.counters
  const people = counters && [
    { what: words.chief, names: counters.chief },
    { what: words.scrutineers, names: counters.scrutineers.join('、') },
    { what: words.tellers, names: counters.tellers.join('、') },
  ]
  return (
    <article className="card ballot-paper">
      <h2>
        {ballot.congressName}
        <br />
        {words.tallyTitle}
      </h2>
      <p>
        {ballot.session} · {fullDayText(ballot.heldOn, language)} · {say(methodLabel(source))} ·{' '}
        {say(secrecyLabels[source.secrecy])}
      </p>
      <p>
        {words.facts(members, present, recused.length)}
        {ballot.groups.map((one) => `；${say(groupHeads(one))}`).join('')}
      </p>
      <ResultTable ballot={ballot} steps={false} />
      <GroupResults ballot={ballot} />
      <div className="ballot-signs">
        {people?.map(({ what, names }) => (
          <p key={what}>
            {what}（{words.sign}）：{names} ＿＿＿＿＿＿
          </p>
        ))}
      </div>
      <p className="paper-end">{fullDayText(ballot.heldOn, language)}</p>
    </article>
  )
}

function Announcement({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const language = useLanguage()
  const { count, results, recused } = ballot
  if (!count) return null
  const about = { ...ballot, count, results, recused: recused.length }
  const lines = announcementOf(about, ballot.ruleBook.settings.publication.value, ballot)
  return (
    <>
      <article className="card ballot-paper">
        <h2>
          {ballot.congressName}
          <br />
          {words.noticeTitle}
        </h2>
        <p className="paper-text">
          {ballot.session}（{fullDayText(ballot.heldOn, language)}）
        </p>
        {lines.map((line) => (
          <p key={line} className="paper-text">
            {line}
          </p>
        ))}
        <p className="paper-end">
          {ballot.congressName}
          <br />
          {fullDayText(ballot.announcedOn ?? ballot.heldOn, language)}
        </p>
      </article>
      <CheckPrinted ballot={ballot} count={count} />
    </>
  )
}
