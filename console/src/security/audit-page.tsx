/** The audit: what happened to accounts and sign-ins, found by person, kind and day, taken away as a file. */
import { auditCsv, listAudit, type AuditRow } from '@luoshi/server/contract/audit'
import {
  isSecurityEventKind,
  securityEventKinds,
  securityEventLabels,
  type SecurityEventKind,
} from '@luoshi/server/contract/security-event-labels'
import { hrefOf } from '@luoshi/server/contract/kit'
import type { Day } from '@luoshi/domain/kernel/day'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { DayInput } from '../ui/day-input.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useSay, useWords } from '../words/language.ts'
import { factText } from './audit-facts.ts'
import { minuteInChina } from './minute.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import './security.css'

type Asked = Readonly<{
  person: string
  kind: SecurityEventKind | null
  from: Day | null
  until: Day | null
}>

function queryOf({ person, kind, from, until }: Asked) {
  return {
    ...(person.trim() === '' ? {} : { person: person.trim() }),
    ...(kind === null ? {} : { kind }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  }
}

export function AuditPage() {
  const { security } = useWords()
  const words = security.audit
  const [asked, setAsked] = useState<Asked>({ person: '', kind: null, from: null, until: null })
  const query = queryOf(asked)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['audit', query],
      queryFn: ({ pageParam }) =>
        ask(listAudit, {
          query: { ...query, ...(pageParam === 0 ? {} : { before: pageParam }) },
        }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next,
    },
  )
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<Button href={hrefOf(auditCsv, {}, query)}>{words.export}</Button>}
      />
      <AuditFilters asked={asked} setAsked={setAsked} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <section className="card" aria-label={words.title}>
        {!rows && !error && <Waiting lines={8} />}
        {rows?.length === 0 && <EmptyNote title={words.none}>{words.noneText}</EmptyNote>}
        {rows && rows.length > 0 && (
          <AuditTable rows={rows} onAddress={(person) => setAsked({ ...asked, person })} />
        )}
        {hasNextPage && (
          <p className="audit-more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {words.more}
            </Button>
          </p>
        )}
      </section>
    </>
  )
}

function AuditFilters({
  asked,
  setAsked,
}: Readonly<{ asked: Asked; setAsked: (next: Asked) => void }>) {
  const { security } = useWords()
  const words = security.audit
  const say = useSay()
  const { today } = useSession()
  return (
    <div className="audit-filters">
      <Field label={words.person}>
        {(parts) => (
          <Input
            {...parts}
            allowClear
            value={asked.person}
            onChange={(event) => setAsked({ ...asked, person: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.kind}>
        {(parts) => (
          <Select
            {...parts}
            value={asked.kind ?? ''}
            onChange={(kind) =>
              setAsked({ ...asked, kind: isSecurityEventKind(kind) ? kind : null })
            }
            options={[
              { value: '', label: words.allKinds },
              ...securityEventKinds.map((kind) => ({
                value: kind,
                label: say(securityEventLabels[kind]),
              })),
            ]}
          />
        )}
      </Field>
      <Field label={words.from}>
        {(parts) => (
          <DayInput
            {...parts}
            max={today}
            value={asked.from}
            onChange={(from) => setAsked({ ...asked, from })}
          />
        )}
      </Field>
      <Field label={words.until}>
        {(parts) => (
          <DayInput
            {...parts}
            max={today}
            value={asked.until}
            onChange={(until) => setAsked({ ...asked, until })}
          />
        )}
      </Field>
    </div>
  )
}

function AuditTable({
  rows,
  onAddress,
}: Readonly<{ rows: readonly AuditRow[]; onAddress: (address: string) => void }>) {
  const { security } = useWords()
  const words = security.audit
  const say = useSay()
  return (
    <SheetScroll>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.actor}</th>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.facts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seq, at, kind, outcome, actor, account, login, address, facts }) => (
            <tr key={seq}>
              <td className="audit-time">{minuteInChina(at)}</td>
              <td>
                {isSecurityEventKind(kind) ? say(securityEventLabels[kind]) : kind}
                {outcome === 'refused' && <span className="audit-refused">{words.refused}</span>}
              </td>
              <td>{actor ?? '—'}</td>
              <td>{account === actor ? '—' : (account ?? login ?? '—')}</td>
              <td>
                <Button type="link" size="small" onClick={() => onAddress(address)}>
                  {address === 'console' ? words.commandLine : address}
                </Button>
              </td>
              <td className="audit-facts">
                {Object.entries(facts).map(([name, value]) => (
                  <span key={name}>{factText(name, value, say, words.colon)}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}
