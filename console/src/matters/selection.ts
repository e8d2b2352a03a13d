/** Which rows of the ledger are selected: kept while more pages are loaded, dropped when the filters change. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useState } from 'react'

export type Selected = ReadonlyMap<MatterId, MatterRow>

export type Selection = Readonly<{
  rows: Selected
  toggle: (row: MatterRow) => void
  /** Selects or unselects everything from the row touched last to this one. */
  toggleUpTo: (row: MatterRow) => void
  toggleAll: () => void
  clear: () => void
  isAll: boolean
}>

export function toggled(rows: Selected, row: MatterRow): Selected {
  const next = new Map(rows)
  if (!next.delete(row.id)) next.set(row.id, row)
  return next
}

/** The rows between two of a list, both included, whichever comes first. */
export function between<Row>(list: readonly Row[], one: number, other: number): readonly Row[] {
  return list.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1)
}

export function useSelection(listed: readonly MatterRow[], filters: string): Selection {
  const [kept, setKept] = useState<Readonly<{ rows: Selected; last: MatterId | null; of: string }>>(
    {
      rows: new Map(),
      last: null,
      of: filters,
    },
  )
  const rows: Selected = kept.of === filters ? kept.rows : new Map()
  const keep = (next: Selected, last: MatterId | null) => setKept({ rows: next, last, of: filters })
  const isAll = listed.length > 0 && listed.every((row) => rows.has(row.id))
  return {
    rows,
    isAll,
    toggle: (row) => keep(toggled(rows, row), row.id),
    toggleUpTo: (row) => {
      const from = listed.findIndex((one) => one.id === kept.last)
      if (from < 0) return keep(toggled(rows, row), row.id)
      const next = new Map(rows)
      const isGoing = rows.has(row.id)
      for (const one of between(listed, from, listed.indexOf(row))) {
        if (isGoing) next.delete(one.id)
        else next.set(one.id, one)
      }
      keep(next, row.id)
    },
    toggleAll: () => keep(isAll ? new Map() : new Map(listed.map((row) => [row.id, row])), null),
    clear: () => keep(new Map(), null),
  }
}
