/** A document that is on record: what it became, and where to go on. */
import { hrefOf } from '@luoshi/server/contract/kit'
import { getImportOriginal, type ImportDetail } from '@luoshi/server/contract/imports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { appraisalsQuery } from '../../api/lists.ts'
import { useSession } from '../../api/session.ts'
import { MatterLink } from '../../ui/matter-link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { momentText } from '../../words/day-text.ts'
import { useLanguage, useWords } from '../../words/language.ts'
import { resultOf, type ImportResult } from './import-result.ts'

const most = 200

export function ConfirmedPage({ detail }: Readonly<{ detail: ImportDetail }>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const result = resultOf(useQueryClient(), detail.id)
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const appraisal = appraisals.find(({ id }) => id === detail.appraisal)
  const matters = result?.raised.filter(({ matter }) => matter !== null).length ?? 0
  return (
    <>
      <PageHead
        title={result ? words.result.title(result.raised.length) : words.result.plain}
        lead={result ? words.result.lead(matters, result.raised.length - matters) : detail.fileName}
      />
      <section className="card confirmed" aria-label={words.confirmed}>
        <div className="confirmed-head">
          <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
            <circle cx="24" cy="24" r="22" fill="currentColor" />
            <path d="M14 25l7 7 14-15" fill="none" stroke="#fff" strokeWidth="3.5" />
          </svg>
          <div>
            <h2>{detail.fileName}</h2>
            <p className="quiet">
              {detail.by} · {momentText(detail.at, today, language)}
              {appraisal && ` · ${appraisal.title}`}
            </p>
            {result && (
              <p className="number">
                {words.result.sum(
                  result.paragraphs.total,
                  result.paragraphs.mapped,
                  result.paragraphs.leftOut,
                )}
              </p>
            )}
          </div>
        </div>
        <p>{words.result.next}</p>
        <p className="confirmed-links">
          {detail.appraisal !== null && (
            <Link to="/matters" search={{ appraisal: detail.appraisal }}>
              {words.result.ledger} →
            </Link>
          )}
          <Link to="/imports">{words.result.more} →</Link>
          <a href={hrefOf(getImportOriginal, { import: detail.id })} download>
            {words.download}
          </a>
        </p>
      </section>
      {result && <Raised result={result} />}
    </>
  )
}

function Raised({ result }: Readonly<{ result: ImportResult }>) {
  const { imports: words } = useWords()
  const { raised, titles } = result
  return (
    <section className="card" aria-label={words.parts.items}>
      <ul className="raised">
        {raised.slice(0, most).map(({ opinion, matter, number }, at) => (
          <li key={opinion}>
            <span className="quiet number">
              {number === null ? words.result.exit : words.result.number(number)}
            </span>
            {matter === null ? (
              <span>{titles[at]}</span>
            ) : (
              <MatterLink matter={matter}>{titles[at]}</MatterLink>
            )}
          </li>
        ))}
      </ul>
      {raised.length > most && (
        <p className="card-body quiet">{words.result.rest(raised.length - most)}</p>
      )}
    </section>
  )
}
