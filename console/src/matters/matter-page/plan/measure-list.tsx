/** The measures of a plan in their order; added, removed and moved by buttons. */
import { Button } from 'antd'
import { useWords } from '../../../words/language.ts'
import { fieldId } from '../fields/field.tsx'
import { useStepForm } from '../next/form-context.tsx'
import { listOf, withList } from '../next/form-values.ts'

const name = 'plan.measures'

export function MeasureList() {
  const { plan: words } = useWords().matterPage
  const { values, change } = useStepForm()
  const kept = listOf(values, name)
  const measures = kept.length === 0 ? [''] : kept
  const set = (next: readonly string[]) => change((before) => withList(before, name, next))
  const swap = (one: number, other: number) =>
    set(
      measures.map((measure, at) =>
        at === one ? (measures[other] ?? '') : at === other ? (measures[one] ?? '') : measure,
      ),
    )
  return (
    <fieldset className="step-field">
      <legend>{words.measures}</legend>
      <ol className="measures">
        {measures.map((measure, at) => (
          <li key={at}>
            <span className="measure-number" aria-hidden="true">
              {at + 1}
            </span>
            <textarea
              className="control"
              {...(at === 0 ? { id: fieldId(name) } : {})}
              aria-label={words.measure(at + 1)}
              rows={2}
              maxLength={20_000}
              value={measure}
              onChange={(event) =>
                set(measures.map((one, other) => (other === at ? event.target.value : one)))
              }
            />
            <span className="measure-moves">
              <button
                type="button"
                aria-label={words.up(at + 1)}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={words.down(at + 1)}
                disabled={at === measures.length - 1}
                onClick={() => swap(at, at + 1)}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={words.removeMeasure(at + 1)}
                disabled={measures.length === 1}
                onClick={() => set(measures.filter((_, other) => other !== at))}
              >
                ×
              </button>
            </span>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => set([...measures, ''])}>
        {words.addMeasure}
      </Button>
    </fieldset>
  )
}
