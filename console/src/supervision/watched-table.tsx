/** What is in units' hands, latest first: the light in words, colour and shape, and a box to choose it by. */
import { chaseLevelLabels } from '@luoshi/domain/supervision/chase'
import type { WatchedRow } from '@luoshi/server/contract/supervision'
import { Checkbox } from 'antd'
import { useSession } from '../api/session.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

type Chosen = ReadonlyMap<string, WatchedRow>

export function WatchedTable({
  rows,
  chosen,
  onChoose,
}: Readonly<{
  rows: readonly WatchedRow[]
  /** Null: nothing can be chosen. */
  chosen: Chosen | null
  onChoose: (next: Chosen) => void
}>) {
  const { supervision: words } = useWords()
  const all = chosen !== null && rows.every(({ id }) => chosen.has(id))
  const toggle = (row: WatchedRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    onChoose(next)
  }
  return (
    <SheetScroll>
      <table className="sheet sheet-cards supervision-sheet">
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <Checkbox
                  checked={all}
                  aria-label={words.selectAll}
                  onChange={() =>
                    onChoose(all ? new Map() : new Map(rows.map((row) => [row.id, row])))
                  }
                />
              </th>
            )}
            <th scope="col">{words.number}</th>
            <th scope="col">{words.matter}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.light}</th>
            <th scope="col">{words.lastChase}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {chosen && (
                <td className="supervision-choose">
                  <Checkbox
                    checked={chosen.has(row.id)}
                    aria-label={words.select(row.title)}
                    onChange={() => toggle(row)}
                  />
                </td>
              )}
              <td className="number" data-label={words.number}>
                {row.number}
              </td>
              <td className="card-title">
                <MatterLink matter={row.id}>{row.title}</MatterLink>
              </td>
              <td data-label={words.unit}>{row.unitName}</td>
              <td data-label={words.state}>
                <StatusTag status={row.status} />
              </td>
              <td data-label={words.light}>
                <Light row={row} />
              </td>
              <td data-label={words.lastChase}>
                <LastChase row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

const marks = { red: '▲', yellow: '◆', green: '●' } as const
const colours = { red: 'due due-red', yellow: 'due due-amber', green: 'due due-green' } as const

function Light({ row }: Readonly<{ row: WatchedRow }>) {
  const { supervision: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { light, daysLate, silentDays, owed } = row
  if (owed === null) return <span className="quiet">{words.committeesTurn}</span>
  return (
    <span className="supervision-light">
      <span className={colours[light]}>
        <span aria-hidden="true">{marks[light]}</span>
        <span className="sr-only">{words.lights[light]}</span>{' '}
        {daysLate > 0 ? words.daysLate(daysLate) : words.owedOn(dayText(owed, today, language))}
      </span>
      {silentDays > 0 && <small>{words.silentDays(silentDays)}</small>}
    </span>
  )
}

function LastChase({ row: { lastChase } }: Readonly<{ row: WatchedRow }>) {
  const { supervision: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  const language = useLanguage()
  if (lastChase === null) return <span className="quiet">{words.never}</span>
  return (
    <span>
      {say(chaseLevelLabels[lastChase.level])}
      <small className="quiet"> {dayText(lastChase.on, today, language)}</small>
    </span>
  )
}
