import { matterStatuses } from '@luoshi/domain/matters/matter'
import type { OfficialRow, UnitRow } from '@luoshi/server/contract/people'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

const ended = new Set(['closed', 'merged', 'exited'])
const open = matterStatuses.filter((status) => !ended.has(status)).join(',')

/** The units that must act, with what each still owes. */
export function UnitsTable({
  units,
  officials,
  onMerge,
  onNameHead,
}: Readonly<{
  units: readonly UnitRow[]
  officials: readonly OfficialRow[]
  onMerge: ((unit: UnitRow) => void) | null
  onNameHead: ((unit: UnitRow) => void) | null
}>) {
  const { people: words, roster } = useWords()
  const headOf = (id: string | null) => officials.find((one) => one.id === id)?.name ?? null
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? ''
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.unitName}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{roster.head}</th>
            <th scope="col" className="end">
              {words.openMatters}
            </th>
            {onMerge && (
              <th scope="col" className="end">
                {words.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <td className="card-title">{unit.name}</td>
              <td className={unit.status === 'active' ? '' : 'quiet'} data-label={words.status}>
                {unit.status === 'active' ? words.active : words.merged(nameOf(unit.into))}
              </td>
              <td className={unit.head === null ? 'quiet' : ''} data-label={roster.head}>
                {unit.status === 'active' && (headOf(unit.head) ?? roster.noHead)}
              </td>
              <td className="end number" data-label={words.openMatters}>
                {unit.openMatters > 0 ? (
                  <Link
                    to="/matters"
                    search={{ unit: unit.id, status: open }}
                    aria-label={words.openMattersOf(unit.name, unit.openMatters)}
                  >
                    {unit.openMatters}
                  </Link>
                ) : (
                  0
                )}
              </td>
              {onMerge && (
                <td className="row-actions">
                  {unit.status === 'active' && onNameHead && (
                    <Button type="link" size="small" onClick={() => onNameHead(unit)}>
                      {roster.nameHead}
                    </Button>
                  )}
                  {unit.status === 'active' && (
                    <Button type="link" size="small" onClick={() => onMerge(unit)}>
                      {words.mergeUnits}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}
