/** Editors of how votes are counted: rule, denominator, comparator, a county's own lines, grades. */
import {
  abstainLabels,
  invalidLabels,
  outcomeLabels,
  overReturnedLabels,
  secrecyLabels,
} from '@luoshi/domain/rule-books/choice-words'
import type { AxisRule } from '@luoshi/domain/rule-books/axis-rule'
import {
  abstainHandlings,
  gradesOf,
  invalidHandlings,
  overReturnedHandlings,
  secrecies,
  type OfficialBallot,
} from '@luoshi/domain/rule-books/official-ballot'
import type { Settings } from '@luoshi/domain/rule-books/rule-book'
import { grades } from '@luoshi/domain/verdicts/counting/grades'
import { baseKinds, comparators, ruleKeys } from '@luoshi/domain/verdicts/counting/rule'
import { countingRules } from '@luoshi/domain/verdicts/counting/rules'
import { baseLabels } from '@luoshi/domain/verdicts/counting/threshold-words'
import { axes, axisLabels, verdictOutcomes } from '@luoshi/domain/verdicts/verdict'
import { Checkbox, InputNumber, Select } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { ItemsEditor } from './items-editor.tsx'

type Editing<Value> = Readonly<{ value: Value; onChange: (next: Value) => void }>
type Label = Readonly<{ zh: string; en: string }>

function Choice<const Value extends string>({
  label,
  value,
  onChange,
  options,
  labels,
}: Editing<Value> &
  Readonly<{ label: string; options: readonly Value[]; labels: Readonly<Record<Value, Label>> }>) {
  const say = useSay()
  return (
    <Field label={label}>
      {(parts) => (
        <Select
          {...parts}
          value={value}
          onChange={onChange}
          options={options.map((one) => ({ value: one, label: say(labels[one]) }))}
        />
      )}
    </Field>
  )
}

/** A new rule brings its own comparator and denominator, as published. */
function CountedEditor({ value, onChange }: Editing<AxisRule>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const { rule, lines } = value
  const { steps, text } = countingRules[rule]
  return (
    <>
      <Field label={words.rule} hint={text}>
        {(parts) => (
          <Select
            {...parts}
            value={rule}
            onChange={(key) => {
              const { comparator, base } = countingRules[key]
              onChange({ rule: key, comparator, base })
            }}
            options={ruleKeys.map((key) => ({ value: key, label: say(countingRules[key].name) }))}
          />
        )}
      </Field>
      <div className="field-row">
        <Choice
          label={words.base}
          value={value.base}
          onChange={(base) => onChange({ ...value, base })}
          options={baseKinds}
          labels={baseLabels}
        />
        <Choice
          label={words.comparator}
          value={value.comparator}
          onChange={(comparator) => onChange({ ...value, comparator })}
          options={comparators}
          labels={words.comparators}
        />
      </div>
      <Checkbox
        checked={lines !== undefined}
        onChange={({ target }) => {
          const { lines: _, ...plain } = value
          onChange(target.checked ? { ...plain, lines: steps.map(publishedLine) } : plain)
        }}
      >
        {words.ownLines}
      </Checkbox>
      {lines && (
        <div className="field-row">
          {steps.map(({ grade }, place) => (
            <Field key={grade.key} label={words.lineOf(say(grade))}>
              {(parts) => (
                <InputNumber
                  {...parts}
                  min={0}
                  max={1000}
                  precision={0}
                  suffix="%"
                  value={lines[place] ?? null}
                  onChange={(line) =>
                    onChange({
                      ...value,
                      lines: lines.map((one, at) => (at === place ? (line ?? 0) : one)),
                    })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  )
}

type Step = (typeof countingRules)['points']['steps'][number]

function publishedLine({ when: { share } }: Step): number {
  return Math.round((share.numerator * 100) / share.denominator)
}

export function AxesEditor({ value, onChange }: Editing<Settings['axes']>) {
  const say = useSay()
  return (
    <>
      {axes.map((axis) => (
        <fieldset key={axis} className="editor-part">
          <legend>{say(axisLabels[axis])}</legend>
          <CountedEditor
            value={value[axis]}
            onChange={(next) => onChange({ ...value, [axis]: next })}
          />
        </fieldset>
      ))}
    </>
  )
}

export function OfficialBallotEditor({ value, onChange }: Editing<OfficialBallot>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const set = (change: Partial<OfficialBallot>) => onChange({ ...value, ...change })
  return (
    <>
      <CountedEditor
        value={countedPart(value)}
        onChange={(counted) => {
          const { rule: _, comparator: __, base: ___, lines: ____, ...handling } = value
          onChange({ ...counted, ...handling, grades: gradesFor(counted, value.grades) })
        }}
      />
      <p className="editor-label">{words.outcomes}</p>
      <div className="field-row">
        {value.grades.map(({ grade, outcome }) => (
          <Choice
            key={grade}
            label={say(grades[grade])}
            value={outcome}
            onChange={(next) =>
              set({
                grades: value.grades.map((one) =>
                  one.grade === grade ? { grade, outcome: next } : one,
                ),
              })
            }
            options={verdictOutcomes}
            labels={outcomeLabels}
          />
        ))}
      </div>
      <div className="field-row">
        <Choice
          label={words.secrecy}
          value={value.secrecy}
          onChange={(secrecy) => set({ secrecy })}
          options={secrecies}
          labels={secrecyLabels}
        />
        <Choice
          label={words.abstainHandling}
          value={value.abstain}
          onChange={(abstain) => set({ abstain })}
          options={abstainHandlings}
          labels={abstainLabels}
        />
      </div>
      <div className="field-row">
        <Choice
          label={words.invalidHandling}
          value={value.invalid}
          onChange={(invalid) => set({ invalid })}
          options={invalidHandlings}
          labels={invalidLabels}
        />
        <Choice
          label={words.overReturned}
          value={value.overReturned}
          onChange={(overReturned) => set({ overReturned })}
          options={overReturnedHandlings}
          labels={overReturnedLabels}
        />
      </div>
      <ItemsEditor value={value} onChange={onChange} />
    </>
  )
}

function countedPart({ rule, comparator, base, lines }: OfficialBallot): AxisRule {
  return lines === undefined ? { rule, comparator, base } : { rule, comparator, base, lines }
}

/** Grades the rule gives; those that stay keep their outcome, the last one of a new rule does not pass. */
function gradesFor(counted: AxisRule, before: OfficialBallot['grades']): OfficialBallot['grades'] {
  return gradesOf(counted).map((grade) => {
    const known = before.find((one) => one.grade === grade)
    const outcome = grades[grade].passed ? ('satisfied' as const) : ('unsatisfied' as const)
    return known ?? { grade, outcome }
  })
}
