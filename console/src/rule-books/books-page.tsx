/** The county's own 办法 in their versions, and the shipped books one may begin from. */
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { bookStandingLabels } from '@luoshi/domain/rule-books/book-standing'
import { settingKeys } from '@luoshi/domain/rule-books/rule-book'
import type { CountyBookRow } from '@luoshi/server/contract/county-books'
import type { RuleBookRow } from '@luoshi/server/contract/rule-books'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { countyBooksQuery, ruleBooksQuery } from './books-query.ts'
import { CompareButton } from './compare-button.tsx'
import { DraftBook } from './draft-book.tsx'
import './rule-books.css'
import { unverifiedIn } from './unverified.ts'

export function BooksPage() {
  const { ruleBooks: words, papers } = useWords()
  const may = useMay()
  const own = useQuery(countyBooksQuery)
  const choices = useQuery(ruleBooksQuery)
  const [drafting, setDrafting] = useState(false)
  const error = own.error ?? choices.error
  const mayDraft = may('DraftRuleBook')
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {may('SetPaperTemplate') && <Link to="/paper-templates">{papers.templates}</Link>}
            <CompareButton />
            {mayDraft && (
              <Button type="primary" onClick={() => setDrafting(true)}>
                {words.draft}
              </Button>
            )}
          </>
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void own.refetch()} />}
      {!error && (!own.data || !choices.data) && <Waiting lines={9} />}
      {own.data && choices.data && (
        <>
          <OwnBooks rows={own.data} />
          <ShippedBooks rows={choices.data.filter(({ isOwn }) => !isOwn)} />
        </>
      )}
      {drafting && <DraftBook onClose={() => setDrafting(false)} />}
    </>
  )
}

function OwnBooks({ rows }: Readonly<{ rows: readonly CountyBookRow[] }>) {
  const { ruleBooks: words } = useWords()
  return (
    <section className="card" aria-label={words.own}>
      <div className="card-head">
        <h2>{words.own}</h2>
      </div>
      {rows.length === 0 ? (
        <EmptyNote title={words.noOwn}>{words.noOwnFix}</EmptyNote>
      ) : (
        <ul className="book-list">
          {rows.map((row) => (
            <OwnBook key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OwnBook({ row }: Readonly<{ row: CountyBookRow }>) {
  const { ruleBooks: words } = useWords()
  const language = useLanguage()
  const say = useSay()
  const { book, standing, usedBy, contradictions } = row
  const unverified = unverifiedIn(book.book).length
  return (
    <li>
      <div className="book-line">
        <Link to="/rule-books/$book" params={{ book: row.id }} className="book-name">
          {book.book.name}
        </Link>
        <span className="round">{words.edition(book.edition)}</span>
        <span className={`standing standing-${standing}`}>{say(bookStandingLabels[standing])}</span>
      </div>
      <p className="quiet">
        {'adoption' in book &&
          `${words.adoptedBy(
            say(approvingBodyLabels[book.adoption.approval.body]),
            fullDayText(book.adoption.approval.on, language),
            book.adoption.approval.reference,
          )} · `}
        {words.usedBy(usedBy)} · {words.unverifiedCount(unverified)}
        {standing === 'draft' && contradictions.length > 0 && (
          <strong className="due-red"> · {words.contradicts(contradictions.length)}</strong>
        )}
      </p>
    </li>
  )
}

function ShippedBooks({ rows }: Readonly<{ rows: readonly RuleBookRow[] }>) {
  const { ruleBooks: words } = useWords()
  return (
    <section className="card" aria-label={words.shipped}>
      <div className="card-head">
        <h2>
          {words.shipped}
          <small>{words.shippedNote}</small>
        </h2>
      </div>
      <ul className="book-list">
        {rows.map((row) => (
          <li key={row.key}>
            <div className="book-line">
              <Link to="/rule-books/$book" params={{ book: row.key }} className="book-name">
                {row.name}
              </Link>
              <span className="quiet number">
                {words.verifiedOf(
                  settingKeys.length - unverifiedIn(row.book).length,
                  settingKeys.length,
                )}
              </span>
            </div>
            <p className="quiet">{row.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
