/** How many matters stand where, in the order of their way; each leads to the ledger. */
import { matterStatuses } from '@luoshi/domain/matters/matter'
import type { Desk } from '@luoshi/server/contract/desk'
import { Link } from '@tanstack/react-router'
import { StatusTag } from '../ui/status-tag.tsx'
import { useWords } from '../words/language.ts'

export function CountsByStatus({ counts }: Readonly<{ counts: Desk['counts'] }>) {
  const { desk } = useWords()
  const present = matterStatuses.filter((status) => (counts[status] ?? 0) > 0)
  if (present.length === 0) return null
  return (
    <section className="card" aria-label={desk.byStatus}>
      <div className="card-head">
        <h2>{desk.byStatus}</h2>
      </div>
      <ul className="counts">
        {present.map((status) => (
          <li key={status}>
            <Link to="/matters" search={{ status }}>
              <StatusTag status={status} />
              <span className="number">{counts[status]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
