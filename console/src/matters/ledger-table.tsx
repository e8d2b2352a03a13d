/** The ledger as a table: real rows and cells, only those in sight, the head always in view; all of them on paper. */
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useSession } from '../api/session.ts'
import { usePrinting } from '../ui/printing.ts'
import { rowWindow, scrollToShow, useSight } from '../ui/window-rows.ts'
import { useWords } from '../words/language.ts'
import { LedgerHead } from './ledger-head.tsx'
import { rowHeights, type LedgerLook } from './ledger-look.ts'
import { LedgerLine } from './ledger-line.tsx'
import type { Narrow } from './ledger-filters.tsx'
import type { LedgerSearch } from './ledger-search.ts'
import type { Selection } from './selection.ts'

const headHeight = 38

export function LedgerTable({
  rows,
  total,
  look,
  search,
  narrow,
  selection,
  cursor,
  onNearEnd,
}: Readonly<{
  rows: readonly MatterRow[]
  total: number
  look: LedgerLook
  search: LedgerSearch
  narrow: Narrow
  /** Null when nothing can be selected: looking at the past. */
  selection: Selection | null
  /** The row the keyboard is on; -1 before the first key. */
  cursor: number
  onNearEnd: () => void
}>) {
  const { matters: words } = useWords()
  const { today } = useSession()
  const navigate = useNavigate()
  const { on } = search
  const open = useCallback(
    (matter: MatterRow['id']) =>
      void navigate({ to: '/matters/$matter', params: { matter }, search: on ? { on } : {} }),
    [navigate, on],
  )
  const box = useRef<HTMLDivElement>(null)
  const sight = useSight(box)
  const printing = usePrinting()
  const height = rowHeights[look.density]
  const seen = printing
    ? { first: 0, end: rows.length, above: 0, below: 0 }
    : rowWindow(rows.length, height, sight.scrolled, sight.height - headHeight)
  useEffect(() => {
    if (rows.length > 0 && seen.end >= rows.length - 20) onNearEnd()
  }, [rows.length, seen.end, onNearEnd])
  useEffect(() => {
    const { current } = box
    if (!current || cursor < 0) return
    const to = scrollToShow(cursor, height, current.scrollTop, current.clientHeight - headHeight)
    if (to !== null) current.scrollTop = to
    const frame = requestAnimationFrame(() =>
      current
        .querySelector<HTMLElement>(`[data-row="${cursor}"] a`)
        ?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [cursor, height])
  return (
    <div className={`ledger-box is-${look.density}`} ref={box}>
      <table className="ledger-table" aria-rowcount={total + 1} aria-label={words.title}>
        <LedgerHead
          columns={look.columns}
          sort={search.sort ?? 'newest'}
          narrow={narrow}
          selection={selection}
        />
        <tbody>
          <Spacer height={seen.above} />
          {rows.slice(seen.first, seen.end).map((row, index) => (
            <LedgerLine
              key={row.id}
              row={row}
              index={seen.first + index}
              columns={look.columns}
              selection={selection}
              isAtCursor={seen.first + index === cursor}
              search={search}
              today={search.on ?? today}
              onOpen={open}
            />
          ))}
          <Spacer height={seen.below} />
        </tbody>
      </table>
    </div>
  )
}

function Spacer({ height }: Readonly<{ height: number }>) {
  return height === 0 ? null : <tr aria-hidden="true" style={{ height }} />
}
