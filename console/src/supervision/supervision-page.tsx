/** Supervision: the four checks, what is late or silent, and papers for several units in one go. */
import { fourCheckLabels, fourChecks } from '@luoshi/domain/supervision/four-checks'
import { getSupervision, type WatchedRow } from '@luoshi/server/contract/supervision'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { BriefingsCard } from '../briefings/briefings-card.tsx'
import '../briefings/briefings.css'
import { LettersList } from '../letters/letters-list.tsx'
import { ReportsList } from '../letters/reports-list.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useSay, useWords } from '../words/language.ts'
import './supervision.css'
import { IssueNotices } from './issue-notices.tsx'
import { Proposals } from './proposals.tsx'
import { NoticesList } from './notices-list.tsx'
import type { SupervisionSearch } from './routes.tsx'
import { WatchedTable } from './watched-table.tsx'

const route = getRouteApi('/supervision')

export function SupervisionPage() {
  const { supervision: words, samples, closures } = useWords()
  const search = route.useSearch()
  const may = useMay()
  const query = useInfiniteQuery({
    queryKey: ['supervision', search],
    queryFn: ({ pageParam }) =>
      ask(getSupervision, { query: { ...search, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const { error, refetch } = query
  const [first] = query.data?.pages ?? []
  const data = first && {
    counts: first.counts,
    rows: query.data?.pages.flatMap((one) => one.rows) ?? [],
  }
  const [chosen, setChosen] = useState<ReadonlyMap<string, WatchedRow>>(new Map())
  const [issuing, setIssuing] = useState(false)
  const mayIssue = may('IssueNotice')
  const seesSamples = mayIssue || may('CallSampleWord')
  const none = data?.counts.every(({ all }) => all === 0) ?? false
  return (
    <>
      <PageHead
        title={words.title}
        lead={mayIssue ? words.lead : words.leadUnit}
        actions={
          seesSamples && (
            <>
              <Link to="/supervision/samples">{samples.room}</Link>
              <Link to="/closures">{closures.room}</Link>
            </>
          )
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && none && (
        <section className="card">
          <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
        </section>
      )}
      {data && !none && (
        <>
          <Checks counts={data.counts} search={search} />
          {mayIssue && <Proposals />}
          <section className="card" aria-label={words.title}>
            <div className="card-head supervision-tools">
              <Alarm search={search} />
              {chosen.size > 0 && (
                <div className="supervision-chosen">
                  <strong className="number">{words.selected(chosen.size)}</strong>
                  <Button type="primary" onClick={() => setIssuing(true)}>
                    {words.issue}
                  </Button>
                  <Button type="text" onClick={() => setChosen(new Map())}>
                    {words.clear}
                  </Button>
                </div>
              )}
            </div>
            {data.rows.length === 0 ? (
              <EmptyNote title={words.noneFound} />
            ) : (
              <WatchedTable
                rows={data.rows}
                chosen={mayIssue ? chosen : null}
                onChoose={setChosen}
              />
            )}
            {query.hasNextPage && (
              <p className="supervision-more">
                <Button
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {words.more}
                </Button>
              </p>
            )}
          </section>
        </>
      )}
      {!mayIssue && <LettersList />}
      {!mayIssue && <ReportsList />}
      <NoticesList mayIssue={mayIssue} />
      <BriefingsCard />
      {issuing && (
        <IssueNotices
          rows={[...chosen.values()]}
          onClose={() => setIssuing(false)}
          onDone={() => {
            setIssuing(false)
            setChosen(new Map())
          }}
        />
      )}
    </>
  )
}

type Count = Readonly<{
  check: (typeof fourChecks)[number]
  all: number
  late: number
  silent: number
}>

function Checks({
  counts,
  search,
}: Readonly<{ counts: readonly Count[]; search: SupervisionSearch }>) {
  const { supervision: words } = useWords()
  const say = useSay()
  return (
    <nav className="four-checks" aria-label={words.filter}>
      {counts.map(({ check, all, late, silent }) => {
        const isChosen = search.check === check
        const { check: _, ...rest } = search
        return (
          <Link
            key={check}
            to="/supervision"
            search={isChosen ? rest : { ...search, check }}
            className={isChosen ? 'four-check is-chosen' : 'four-check'}
            aria-current={isChosen ? 'true' : undefined}
          >
            <span className="four-check-name">{say(fourCheckLabels[check])}</span>
            <strong className="number">{words.count(all)}</strong>
            <span className="four-check-alarms">
              {late > 0 && <span className="due-red">{words.late(late)}</span>}
              {silent > 0 && <span className="due-amber">{words.silent(silent)}</span>}
            </span>
          </Link>
        )
      })}
    </nav>
  )
}

function Alarm({ search }: Readonly<{ search: SupervisionSearch }>) {
  const { supervision: words } = useWords()
  const navigate = useNavigate()
  return (
    <Segmented
      value={search.alarm ?? 'all'}
      options={[
        { value: 'all', label: words.all },
        { value: 'late', label: words.onlyLate },
        { value: 'silent', label: words.onlySilent },
      ]}
      onChange={(value) => {
        const { alarm: _, ...rest } = search
        const next: SupervisionSearch =
          value === 'late' || value === 'silent' ? { ...rest, alarm: value } : rest
        void navigate({ to: '/supervision', search: next, replace: true })
      }}
    />
  )
}
