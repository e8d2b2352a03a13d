/** Keys of the ledger: j and k move, x selects, Enter opens, / finds. Answers the row the keyboard is on. */
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useShortcuts, type Shortcut } from '../shell/shortcuts.ts'
import { useWords } from '../words/language.ts'
import type { Selection } from './selection.ts'

export function useLedgerKeys(
  rows: readonly MatterRow[],
  selection: Selection | null,
  find: () => void,
): number {
  const { matters: words } = useWords()
  const navigate = useNavigate()
  const [wanted, setCursor] = useState(-1)
  const cursor = Math.min(wanted, rows.length - 1)
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const row = rows[cursor]
    const key = (keys: string, name: string, run: () => void): Shortcut => ({
      keys,
      words: name,
      group: 'list',
      run,
    })
    const down = () => setCursor(Math.min(cursor + 1, rows.length - 1))
    const up = () => setCursor(Math.max(cursor - 1, 0))
    return [
      key('j', words.keys.down, down),
      key('k', words.keys.up, up),
      key('Enter', words.keys.open, () => {
        if (row) void navigate({ to: '/matters/$matter', params: { matter: row.id } })
      }),
      key('/', words.keys.find, find),
      ...(selection
        ? [
            key('x', words.keys.mark, () => row && selection.toggle(row)),
            key('mod+a', words.keys.all, selection.toggleAll),
            key('Escape', words.keys.none, selection.clear),
          ]
        : []),
    ]
  }, [rows, cursor, selection, find, navigate, words])
  useShortcuts(shortcuts)
  return cursor
}
