/** The ledger on a phone: one card a matter. */
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { DueMark } from '../ui/due-mark.tsx'
import { owingOf } from '../ui/due.ts'
import { RoundTag } from '../ui/round-tag.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { useWords } from '../words/language.ts'
import type { LedgerSearch } from './ledger-search.ts'
import type { Selection } from './selection.ts'

export function LedgerCards({
  rows,
  selection,
  search,
}: Readonly<{ rows: readonly MatterRow[]; selection: Selection | null; search: LedgerSearch }>) {
  const { matters: words } = useWords()
  const { today } = useSession()
  return (
    <ul className="ledger-cards" aria-label={words.title}>
      {rows.map((row) => (
        <li key={row.id} className={selection?.rows.has(row.id) ? 'is-selected' : ''}>
          {selection && (
            <label className="card-select">
              <input
                type="checkbox"
                aria-label={words.select(row.number)}
                checked={selection.rows.has(row.id)}
                onChange={() => selection.toggle(row)}
              />
            </label>
          )}
          <Link
            to="/matters/$matter"
            params={{ matter: row.id }}
            search={search.on ? { on: search.on } : {}}
            className="card-link"
          >
            <span className="card-top">
              <span className="quiet number">{words.numberSign(row.number)}</span>
              <StatusTag status={row.status} />
            </span>
            <span className="card-title">
              {row.title}
              <RoundTag round={row.round} warned={row.warned} />
            </span>
            <span className="card-foot">
              <span className="quiet">{row.unitName ?? words.noUnit}</span>
              <DueMark matter={owingOf(row)} today={search.on ?? today} withDay={false} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
