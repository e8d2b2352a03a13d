/** A short list on the side of the desk: late, or due soon. */
import type { Desk } from '@luoshi/server/contract/desk'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import type { LedgerSearch } from '../matters/ledger-search.ts'
import { DueMark } from '../ui/due-mark.tsx'
import { owingOf } from '../ui/due.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { useWords } from '../words/language.ts'

export function DeskList({
  title,
  tone,
  list,
  nothing,
  search,
}: Readonly<{
  title: string
  tone: 'late' | 'soon'
  list: Desk['late']
  nothing: string
  search: LedgerSearch
}>) {
  const { desk, matters } = useWords()
  const { today } = useSession()
  return (
    <section className={`card desk-list desk-list-${tone}`} aria-label={title}>
      <div className="card-head">
        <h2>
          {title}
          <small className="number">{desk.count(list.total)}</small>
        </h2>
        {list.total > list.rows.length && (
          <Link to="/matters" search={search}>
            {desk.all(list.total)}
          </Link>
        )}
      </div>
      {list.rows.length === 0 ? (
        <p className="card-body quiet">{nothing}</p>
      ) : (
        <ul>
          {list.rows.map((matter) => (
            <li key={matter.id}>
              <MatterLink matter={matter.id} className="short-line">
                <span className="short-line-title">{matter.title}</span>
                <span className="short-line-foot">
                  <span className="quiet">
                    {matters.numberSign(matter.number)} · {matter.unitName ?? matters.noUnit}
                  </span>
                  <DueMark matter={owingOf(matter)} today={today} withDay={false} />
                </span>
              </MatterLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
