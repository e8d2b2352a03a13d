/** One row of the ledger's table. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { memo, type ReactNode } from 'react'
import { DueMark } from '../ui/due-mark.tsx'
import { owingOf } from '../ui/due.ts'
import { RoundTag } from '../ui/round-tag.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { dayText, momentText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import type { OptionalColumn } from './ledger-look.ts'
import { matterHref } from './matter-href.ts'
import type { LedgerSearch } from './ledger-search.ts'
import type { Selection } from './selection.ts'

type Props = Readonly<{
  row: MatterRow
  index: number
  columns: readonly OptionalColumn[]
  selection: Selection | null
  isAtCursor: boolean
  search: LedgerSearch
  /** The day by which limits are judged: today, or the day looked at. */
  today: Day
  onOpen: (matter: MatterRow['id']) => void
}>

export const LedgerLine = memo(function LedgerLine(props: Props) {
  const { row, index, columns, selection, isAtCursor, search, today, onOpen } = props
  const { matters: words } = useWords()
  const isSelected = selection?.rows.has(row.id) ?? false
  const names = ['ledger-line', isSelected && 'is-selected', isAtCursor && 'is-cursor']
  return (
    <tr
      aria-rowindex={index + 2}
      data-row={index}
      className={names.filter((name) => name !== false).join(' ')}
    >
      {selection && (
        <td className="cell-select no-print">
          <input
            type="checkbox"
            aria-label={words.select(row.number)}
            checked={isSelected}
            onChange={() => undefined}
            onClick={(event) =>
              event.shiftKey ? selection.toggleUpTo(row) : selection.toggle(row)
            }
          />
        </td>
      )}
      <td className="cell-number number">{row.number}</td>
      <td className="cell-title">
        <span className="title-fit">
          <a
            href={matterHref(row.id, search.on)}
            className="matter-link"
            title={row.title}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              onOpen(row.id)
            }}
          >
            {row.title}
          </a>
          <RoundTag round={row.round} warned={row.warned} />
        </span>
      </td>
      {columns.includes('unit') && <Cell name="unit" row={row} today={today} />}
      {columns.includes('official') && <Cell name="official" row={row} today={today} />}
      <td className="cell-status">
        <StatusTag status={row.status} />
      </td>
      {columns
        .filter((one) => one !== 'unit' && one !== 'official')
        .map((one) => (
          <Cell key={one} name={one} row={row} today={today} />
        ))}
    </tr>
  )
})

type CellProps = Readonly<{ name: OptionalColumn; row: MatterRow; today: Day }>

function Cell({ name, row, today }: CellProps) {
  const words = useWords()
  const language = useLanguage()
  const inside = (): ReactNode => {
    switch (name) {
      case 'unit':
        return row.unitName ?? <span className="quiet">{words.matters.noUnit}</span>
      case 'official':
        return row.officialName ?? '—'
      case 'due':
        return <DueMark matter={owingOf(row)} today={today} />
      case 'appraisal':
        return row.appraisalTitle
      case 'phase':
        return words.matters.phases[row.phase]
      case 'opened':
        return dayText(row.openedOn, today, language)
      case 'updated':
        return momentText(row.updatedAt, today, language)
    }
  }
  return <td className={`cell-${name}`}>{inside()}</td>
}
