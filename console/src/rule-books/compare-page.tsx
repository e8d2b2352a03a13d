/** Two books side by side: only what differs, each with its source. */
import { settingLines } from '@luoshi/domain/rule-books/setting-words'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useSay, useWords } from '../words/language.ts'
import { countyBooksQuery, everyBook, ruleBooksQuery, type Shown } from './books-query.ts'
import './rule-books.css'
import { SourceNote } from './source-note.tsx'

const route = getRouteApi('/rule-books/compare')

export function ComparePage() {
  const { ruleBooks: words } = useWords()
  const search = route.useSearch()
  const navigate = useNavigate()
  const own = useQuery(countyBooksQuery)
  const choices = useQuery(ruleBooksQuery)
  const error = own.error ?? choices.error
  if (error) return <ProblemNote error={error} onRetry={() => void own.refetch()} />
  if (!own.data || !choices.data) return <Waiting lines={9} />
  const books = everyBook(own.data, choices.data)
  const named = (key: string | undefined) => books.find((one) => one.key === key)
  const b = named(search.b) ?? books.find(({ key }) => key !== search.a)
  // Newest first: what stands after it in the list is the version before it.
  const a = named(search.a) ?? (b && books[books.indexOf(b) + 1]) ?? books[0]
  if (!a || !b) return <EmptyNote title={words.noOwn} />
  const choose = (change: Readonly<{ a?: string; b?: string }>) =>
    void navigate({
      to: '/rule-books/compare',
      search: { a: a.key, b: b.key, ...change },
      replace: true,
    })
  return (
    <>
      <PageHead
        title={words.compareTitle}
        lead={<Link to="/rule-books">{words.title}</Link>}
        actions={<Button onClick={() => window.print()}>{words.print}</Button>}
      />
      <section className="card card-body no-print">
        <div className="field-row">
          <Pick
            label={words.left}
            books={books}
            value={a.key}
            onChange={(key) => choose({ a: key })}
          />
          <Pick
            label={words.right}
            books={books}
            value={b.key}
            onChange={(key) => choose({ b: key })}
          />
        </div>
      </section>
      <Differences a={a} b={b} />
    </>
  )
}

function Pick({
  label,
  books,
  value,
  onChange,
}: Readonly<{
  label: string
  books: readonly Shown[]
  value: string
  onChange: (key: string) => void
}>) {
  const nameOf = useNameOf()
  return (
    <Field label={label}>
      {(parts) => (
        <Select
          {...parts}
          value={value}
          onChange={onChange}
          options={books.map((one) => ({ value: one.key, label: nameOf(one) }))}
        />
      )}
    </Field>
  )
}

function useNameOf() {
  const { ruleBooks: words } = useWords()
  return ({ name, edition }: Shown) =>
    edition === null ? name : `${name}（${words.edition(edition)}）`
}

function Differences({ a, b }: Readonly<{ a: Shown; b: Shown }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const nameOf = useNameOf()
  const others = new Map(settingLines(b.book).map((line) => [line.key, line]))
  const rows = settingLines(a.book).flatMap((line) => {
    const other = others.get(line.key)
    return other && line.value.zh !== other.value.zh ? [{ line, other }] : []
  })
  if (rows.length === 0)
    return (
      <section className="card">
        <EmptyNote title={words.same}>{words.sameFix}</EmptyNote>
      </section>
    )
  return (
    <div className="card">
      <div className="card-head">
        <h2>{words.differences(rows.length)}</h2>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className="sheet-scroll" tabIndex={0} aria-label={words.compareTitle}>
        <table className="sheet compare-table">
          <thead>
            <tr>
              <th scope="col">{words.setting}</th>
              <th scope="col">{nameOf(a)}</th>
              <th scope="col">{nameOf(b)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, other }) => (
              <tr key={line.key}>
                <th scope="row">{say(line.label)}</th>
                {[line, other].map((one, side) => (
                  <td key={side === 0 ? 'a' : 'b'}>
                    <p className="setting-says">{say(one.value)}</p>
                    <SourceNote source={one.source} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
