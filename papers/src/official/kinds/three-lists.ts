/**
 * The three lists (问题清单、任务清单、责任清单), each with its own columns and one line a matter, tied by the number of the
 * problem. The same forms as the workbooks.
 *
 * Source: domain.md §8.3.
 */
import { isDay } from '@luoshi/domain/kernel/day'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import { layouts, lineOf, type LayoutKey } from '@luoshi/domain/ledgers/layouts'
import { assemble, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText } from '../paper-words.ts'

export type ListsOnPaper = Readonly<{
  activityName: string
  officialName: string
  unitName: string
  session: string
  entries: readonly LedgerEntry[]
}>

export function threeListsPaper(frame: PaperFrame, about: ListsOnPaper): OfficialPaper {
  const values = {
    activity: about.activityName,
    official: about.officialName,
    unit: about.unitName,
    session: about.session,
  }
  const parts = {
    problems: [listBlock('problems', about.entries)],
    tasks: [listBlock('tasks', about.entries)],
    duties: [listBlock('duties', about.entries)],
  }
  return assemble(frame, values, parts, { landscape: true })
}

function listBlock(key: LayoutKey, entries: readonly LedgerEntry[]): Block {
  const columns = layouts[key].columns.map(({ heading, width, field }) =>
    field === 'place' || field === 'number'
      ? ({ heading, width: field === 'place' ? 7 : 9, align: 'center' } as const)
      : { heading, width },
  )
  const rows = entries.map((entry, at) => lineOf(layouts[key], entry, at + 1).map(cellText))
  return { kind: 'table', columns, rows }
}

function cellText(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return isDay(value) ? dayText(value) : value.replaceAll(entryDay, (day) => dayWords(day))
}

/** A day at the beginning of an entry, as the workbooks write it. */
const entryDay = /^\d{4}-\d{2}-\d{2}(?=：)/gm

function dayWords(raw: string): string {
  return isDay(raw) ? dayText(raw) : raw
}
