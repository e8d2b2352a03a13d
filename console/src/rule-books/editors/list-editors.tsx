/** Editors of how subjects are chosen and of the ladder of measures. */
import { selectionLabels, selections } from '@luoshi/domain/appraisals/year-plan'
import type { Consequence, Selecting } from '@luoshi/domain/rule-books/rule-book'
import { measureLabels, measures } from '@luoshi/domain/supervision/chase'
import { Checkbox, InputNumber } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { NumberEditor } from './limit-editors.tsx'
import { ManyEditor } from './many-editor.tsx'

type Editing<Value> = Readonly<{ value: Value; onChange: (next: Value) => void }>

export function SelectingEditor({ value, onChange }: Editing<Selecting>) {
  const { ruleBooks: words } = useWords()
  return (
    <>
      <ManyEditor
        value={value.modes}
        onChange={(modes) => onChange({ ...value, modes })}
        options={selections}
        labels={selectionLabels}
      />
      <div className="field-row">
        <NumberEditor
          label={words.rankingBottom}
          min={0}
          max={99}
          value={value.rankingBottom}
          onChange={(rankingBottom) => onChange({ ...value, rankingBottom })}
        />
        <PercentOrNone
          label={words.sparedFrom}
          value={value.sparedFrom}
          onChange={(sparedFrom) => onChange({ ...value, sparedFrom })}
        />
        <PercentOrNone
          label={words.threshold}
          value={value.threshold}
          onChange={(threshold) => onChange({ ...value, threshold })}
        />
      </div>
    </>
  )
}

/** Over 100 may be typed: the page then says why it cannot be adopted. */
function PercentOrNone({
  label,
  value,
  onChange,
}: Editing<number | null> & Readonly<{ label: string }>) {
  const { ruleBooks: words } = useWords()
  return (
    <Field label={label} hint={words.percentHint}>
      {(parts) => (
        <InputNumber
          {...parts}
          min={0}
          max={1000}
          precision={0}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

export function ConsequencesEditor({ value, onChange }: Editing<readonly Consequence[]>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const roundOf = (measure: Consequence['measure']) =>
    value.find((one) => one.measure === measure)?.fromRound ?? null
  const set = (measure: Consequence['measure'], fromRound: number | null) =>
    onChange(
      measures.flatMap((one) => {
        const round = one === measure ? fromRound : roundOf(one)
        return round === null ? [] : [{ measure: one, fromRound: round }]
      }),
    )
  return (
    <ul className="ladder-editor">
      {measures.map((measure) => {
        const round = roundOf(measure)
        const name = say(measureLabels[measure])
        return (
          <li key={measure}>
            <Checkbox
              checked={round !== null}
              onChange={({ target }) => set(measure, target.checked ? 1 : null)}
            >
              {name}
            </Checkbox>
            {round !== null && (
              <label>
                {words.fromRound}{' '}
                <InputNumber
                  aria-label={words.fromRoundOf(name)}
                  min={1}
                  max={99}
                  precision={0}
                  value={round}
                  onChange={(next) => next !== null && set(measure, next)}
                />
              </label>
            )}
          </li>
        )
      })}
    </ul>
  )
}
