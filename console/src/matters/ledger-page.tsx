/** The ledger of matters: views, filters, the list page by page, and what can be done with many at once. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useCallback, useMemo, useRef } from 'react'
import { useMay } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useNarrowScreen } from '../ui/use-narrow-screen.ts'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import './ledger.css'
import { LedgerCards } from './ledger-cards.tsx'
import { ClearFilters, LedgerFilters, type Narrow } from './ledger-filters.tsx'
import { useLedgerKeys } from './ledger-keys.ts'
import { useLedgerLook } from './ledger-look.ts'
import { ledgerQuery } from './ledger-query.ts'
import { filterCount, readLedgerSearch, type LedgerSearch } from './ledger-search.ts'
import { LedgerTable } from './ledger-table.tsx'
import { LedgerActions, LookTools } from './ledger-tools.tsx'
import { PrintHead } from './print-head.tsx'
import { useSelection } from './selection.ts'
import { ViewTabs } from './view-tabs.tsx'

const route = getRouteApi('/matters')

export function LedgerPage() {
  const { matters: words } = useWords()
  // The router keeps what an address says beside what was read of it; only what was read is asked for.
  const said = route.useSearch()
  const search = useMemo(() => readLedgerSearch(said), [said])
  const navigate = useNavigate()
  const narrow = useCallback<Narrow>(
    (change) =>
      void navigate({
        to: '/matters',
        search: (before) => without({ ...before, ...change }),
        replace: true,
      }),
    [navigate],
  )
  return (
    <div className="ledger">
      <PageHead title={words.title} actions={<LedgerActions search={search} narrow={narrow} />} />
      <PrintHead search={search} />
      <ViewTabs search={search} />
      <PastBanner search={search} narrow={narrow} />
      <LedgerList search={search} narrow={narrow} />
    </div>
  )
}

type Loose = Parameters<Narrow>[0]

/** An address holds only what is set. */
function without(search: Loose): LedgerSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

function PastBanner({ search, narrow }: Readonly<{ search: LedgerSearch; narrow: Narrow }>) {
  const { matters: words } = useWords()
  const language = useLanguage()
  if (search.on === undefined) return null
  return (
    <div className="past-banner">
      <span>{words.asOfBanner(fullDayText(search.on, language))}</span>
      <Button size="small" onClick={() => narrow({ on: undefined })}>
        {words.asOfNow}
      </Button>
    </div>
  )
}

function LedgerList({ search, narrow }: Readonly<{ search: LedgerSearch; narrow: Narrow }>) {
  const { matters: words } = useWords()
  const [look, setLook] = useLedgerLook()
  const isNarrow = useNarrowScreen()
  const textRef = useRef<InputRef>(null)
  const query = useInfiniteQuery({ ...ledgerQuery(search), placeholderData: keepPreviousData })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const total = data?.pages[0]?.total ?? { count: 0, exact: true }
  const own = useSelection(rows, JSON.stringify(search))
  const find = useCallback(() => textRef.current?.focus(), [])
  const may = useMay()
  const canAct =
    search.on === undefined && (may('ApproveMatter') || may('HandOverMatter') || may('ChaseMatter'))
  const selection = canAct ? own : null
  const cursor = useLedgerKeys(rows, selection, find)
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <section className="card ledger-card" aria-label={words.title} aria-busy={query.isFetching}>
      <LedgerFilters search={search} narrow={narrow} textRef={textRef} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <div className="ledger-sum">
        <span>
          <output className="number">
            {data && `${words.total(total.count, total.exact)}　${words.loaded(rows.length)}`}
          </output>
          <ClearFilters search={search} narrow={narrow} />
        </span>
        {!isNarrow && <LookTools search={search} narrow={narrow} look={look} setLook={setLook} />}
      </div>
      {!data && !error && <Waiting lines={12} />}
      {data && rows.length === 0 && <NothingHere isFiltered={filterCount(search) > 0} />}
      {rows.length > 0 &&
        (isNarrow ? (
          <LedgerCards rows={rows} selection={selection} search={search} />
        ) : (
          <LedgerTable
            rows={rows}
            total={total.count}
            look={look}
            search={search}
            narrow={narrow}
            selection={selection}
            cursor={cursor}
            onNearEnd={more}
          />
        ))}
      {hasNextPage && (
        <div className="ledger-more no-print">
          <Button loading={isFetchingNextPage} onClick={more}>
            {words.loadMore}
          </Button>
        </div>
      )}
      {selection && selection.rows.size > 0 && <BulkBar selection={selection} />}
    </section>
  )
}

function NothingHere({ isFiltered }: Readonly<{ isFiltered: boolean }>) {
  const { matters: words } = useWords()
  return isFiltered ? (
    <EmptyNote title={words.nothing}>{words.nothingFix}</EmptyNote>
  ) : (
    <EmptyNote title={words.empty}>{words.emptyFix}</EmptyNote>
  )
}
