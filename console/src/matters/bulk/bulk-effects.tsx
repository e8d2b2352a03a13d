/** What the step will do to each selected matter, and which it leaves alone and why. */
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { stepNeeds } from '@luoshi/domain/matters/steps'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '../../api/lists.ts'
import { useSay, useWords } from '../../words/language.ts'
import { type HandOverGroup } from './hand-over-groups.ts'
import { leadsTo, type BulkPreview, type BulkStep } from './bulk-step.ts'

export function BulkEffects({
  step,
  preview,
  groups,
}: Readonly<{ step: BulkStep; preview: BulkPreview; groups: readonly HandOverGroup[] }>) {
  const { matters } = useWords()
  const say = useSay()
  const { data: units = [] } = useQuery(unitsQuery)
  const after = leadsTo[step]
  const goesTo = (row: MatterRow) => {
    const unit = groups.find((group) => group.rows.includes(row))?.to.unit
    return units.find((one) => one.id === unit)?.name
  }
  const effect = (row: MatterRow): string => {
    if (after === null) return row.unitName ?? matters.noUnit
    const move = matters.bulk.effectApprove(say(statusLabels[row.status]), say(statusLabels[after]))
    const unit = step === 'HandOverMatter' ? goesTo(row) : undefined
    return unit === undefined ? move : `${move} · ${unit}`
  }
  const { ready, skipped } = preview
  return (
    <div className="bulk-effects">
      <h2>
        {ready.length > 0
          ? matters.bulk.will(ready.length)
          : matters.bulk.none(stepNeeds[step].map((one) => say(statusLabels[one])))}
      </h2>
      <ul className="effect-list">
        {ready.map((row) => (
          <EffectLine key={row.id} row={row} effect={effect(row)} />
        ))}
      </ul>
      {skipped.length > 0 && (
        <>
          <h2 className="quiet">{matters.bulk.wont(skipped.length)}</h2>
          <ul className="effect-list is-skipped">
            {skipped.map((row) => (
              <EffectLine
                key={row.id}
                row={row}
                effect={matters.bulk.now(say(statusLabels[row.status]))}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function EffectLine({ row, effect }: Readonly<{ row: MatterRow; effect: string }>) {
  const { matters } = useWords()
  return (
    <li>
      <span className="effect-number number">{matters.numberSign(row.number)}</span>
      <span className="effect-title">{row.title}</span>
      <span className="effect-what">{effect}</span>
    </li>
  )
}
