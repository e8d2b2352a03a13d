/** The unit that will answer for the matter: found by the name in the paper, chosen by the clerk, or left for the hand-over. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId } from 'react'
import { roomPaths } from '../../../shell/rooms.ts'
import { useWords } from '../../../words/language.ts'
import { matchUnit } from '@luoshi/domain/people/match-unit'
import type { Item, Proposal } from '../model/review-shape.ts'
import { useReviewPage } from '../review-context.ts'

export function UnitField({
  item,
  proposal,
  onChange,
}: Readonly<{
  item: Item
  proposal: Proposal | null
  onChange: (unit: UnitId | null) => void
}>) {
  const { imports: words } = useWords()
  const { units } = useReviewPage()
  const id = useId()
  const written = proposal?.unit
  const isKnown = matchUnit(written, units) !== null
  const others = (proposal?.units ?? []).filter((one) => one !== written)
  return (
    <div className="item-row">
      <label htmlFor={id}>{words.item.unit}</label>
      <div className="item-field">
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.item.unitNone}
          value={item.unit}
          onChange={(unit) => onChange(unit ?? null)}
          options={units
            .filter((unit) => unit.status === 'active')
            .map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        {written !== undefined && (
          <p className={isKnown ? 'quiet' : 'item-warn'}>
            {isKnown ? words.item.unitWritten(written) : words.item.unitUnknown(written)}
            {proposal?.inferred.includes('unit') && <Inferred />}
            {!isKnown && (
              <>
                {'　'}
                <Link to={roomPaths.people}>{words.item.register} →</Link>
              </>
            )}
          </p>
        )}
        {others.length > 0 && <p className="quiet">{words.item.unitsWritten(others.join('、'))}</p>}
      </div>
    </div>
  )
}

export function Inferred() {
  const { imports: words } = useWords()
  return <span className="tag tag-inferred">{words.item.inferred}</span>
}
