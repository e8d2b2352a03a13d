/** One book, setting by setting: what it is for, what it says, where that comes from, and what it does on an example. */
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { bookStandingLabels } from '@luoshi/domain/rule-books/book-standing'
import { profileOf } from '@luoshi/domain/rule-books/resolve-rule-book'
import { settingLabels } from '@luoshi/domain/rule-books/setting-words'
import type { SettingKey } from '@luoshi/domain/rule-books/rule-book'
import type { CountyBookRow } from '@luoshi/server/contract/county-books'
import type { RuleBookRow } from '@luoshi/server/contract/rule-books'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { BookSheet } from './book-sheet.tsx'
import { BookSteps } from './book-steps.tsx'
import { countyBooksQuery, ruleBooksQuery } from './books-query.ts'
import { CompareButton } from './compare-button.tsx'
import { DownloadBook } from './download-book.tsx'
import { DraftBook } from './draft-book.tsx'
import './rule-books.css'
import { SettingDialog } from './setting-dialog.tsx'

const route = getRouteApi('/rule-books/$book')

export function BookPage() {
  const { book } = route.useParams()
  const own = useQuery(countyBooksQuery)
  const choices = useQuery(ruleBooksQuery)
  const error = own.error ?? choices.error
  if (error) return <ProblemNote error={error} onRetry={() => void own.refetch()} />
  if (!own.data || !choices.data) return <Waiting lines={12} />
  const version = own.data.find(({ id }) => id === book)
  if (version) return <OwnBook key={version.id} row={version} />
  const shipped = choices.data.find(({ key }) => key === book)
  return shipped ? <ShippedBook row={shipped} /> : <NotFound />
}

function OwnBook({ row }: Readonly<{ row: CountyBookRow }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const may = useMay()
  const [editing, setEditing] = useState<SettingKey | null>(null)
  const { book, standing } = row
  const mayEdit = standing === 'draft' && may('ChangeSetting')
  return (
    <>
      <PageHead
        title={book.book.name}
        lead={
          <>
            <Link to="/rule-books">{words.title}</Link> · {words.edition(book.edition)} ·{' '}
            <span className={`standing standing-${standing}`}>
              {say(bookStandingLabels[standing])}
            </span>
          </>
        }
        actions={
          <>
            <BookSteps row={row} />
            <Tools book={book.book} compareWith={row.id} />
          </>
        }
      />
      <Facts row={row} />
      <Contradictions row={row} />
      <BookSheet
        book={book.book}
        changed={book.edition > 1 ? book.changed : []}
        onEdit={mayEdit ? setEditing : null}
      />
      {editing !== null && (
        <SettingDialog
          key={editing}
          row={row}
          settingKey={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

function Facts({ row: { book, usedBy } }: Readonly<{ row: CountyBookRow }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { origin } = book
  return (
    <section className="card card-body book-facts" aria-label={words.facts}>
      <p>
        {origin.kind === 'profile'
          ? words.fromProfile(profileOf(origin.profile)?.name ?? origin.profile)
          : words.fromEdition(origin.edition)}
        {words.sentence(words.usedBy(usedBy))}
      </p>
      {'adoption' in book && (
        <p>
          {words.sentence(
            words.adoptedBy(
              say(approvingBodyLabels[book.adoption.approval.body]),
              fullDayText(book.adoption.approval.on, language),
              book.adoption.approval.reference,
            ),
          )}
          {words.fingerprint} <code className="book-hash">{book.adoption.hash}</code>
        </p>
      )}
      {book.status === 'withdrawn' && (
        <p className="due-red">
          {words.withdrawnBy(
            say(approvingBodyLabels[book.withdrawal.body]),
            fullDayText(book.withdrawal.on, language),
            book.withdrawal.reference,
          )}
          {book.reason}
        </p>
      )}
    </section>
  )
}

function Contradictions({ row: { contradictions, standing } }: Readonly<{ row: CountyBookRow }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  if (standing !== 'draft' || contradictions.length === 0) return null
  return (
    <div className="problem-note" role="alert">
      <p className="problem-what">{words.contradicts(contradictions.length)}</p>
      <ul>
        {contradictions.map((one) => (
          <li key={`${one.key} ${one.zh}`}>
            <a href={`#${one.key}`}>{say(settingLabels[one.key])}</a>：{say(one)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ShippedBook({ row }: Readonly<{ row: RuleBookRow }>) {
  const { ruleBooks: words } = useWords()
  const may = useMay()
  const [drafting, setDrafting] = useState(false)
  return (
    <>
      <PageHead
        title={row.name}
        lead={
          <>
            <Link to="/rule-books">{words.title}</Link> · {row.summary}
          </>
        }
        actions={
          <>
            {may('DraftRuleBook') && (
              <Button type="primary" onClick={() => setDrafting(true)}>
                {words.draftFromThis}
              </Button>
            )}
            <Tools book={row.book} compareWith={row.key} />
          </>
        }
      />
      <BookSheet book={row.book} changed={[]} onEdit={null} />
      {drafting && <DraftBook from={row.key} onClose={() => setDrafting(false)} />}
    </>
  )
}

function Tools({
  book,
  compareWith,
}: Readonly<{ book: RuleBookRow['book']; compareWith: string }>) {
  const { ruleBooks: words } = useWords()
  return (
    <>
      <CompareButton book={compareWith} />
      <DownloadBook book={book} />
      <Button onClick={() => window.print()}>{words.print}</Button>
    </>
  )
}
