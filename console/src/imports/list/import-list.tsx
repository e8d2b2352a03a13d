/** Documents as lines: name, who brought it in and when, the appraisal it went to; the whole line is the link. */
import type { ImportRow } from '@luoshi/server/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { appraisalsQuery } from '../../api/lists.ts'
import { useSession } from '../../api/session.ts'
import { momentText } from '../../words/day-text.ts'
import { useLanguage, useWords } from '../../words/language.ts'

export function ImportList({
  title,
  lead,
  rows,
}: Readonly<{ title: string; lead?: string; rows: readonly ImportRow[] }>) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>
          {title}
          {lead !== undefined && <small>{lead}</small>}
        </h2>
        <span className="quiet number">{rows.length}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <ImportLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function ImportLine({ row }: Readonly<{ row: ImportRow }>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const appraisal = appraisals.find(({ id }) => id === row.appraisal)
  const ending = /\.([a-z]{2,5})$/i.exec(row.fileName)?.[1]?.toLowerCase() ?? 'txt'
  return (
    <li>
      <Link to="/imports/$import" params={{ import: row.id }} className="import-line">
        <span className={`file-kind file-${ending}`} aria-hidden="true">
          {ending}
        </span>
        <span className="import-name">{row.fileName}</span>
        <span className="import-appraisal quiet">{appraisal?.title}</span>
        <span className="quiet">{row.by}</span>
        <span className="quiet number">{momentText(row.at, today, language)}</span>
        <span className="import-go">{row.status === 'draft' ? words.continue : words.see} →</span>
      </Link>
    </li>
  )
}
