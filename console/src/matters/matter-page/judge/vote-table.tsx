/** Three axes by four counts; each row says whether it comes to the ballots returned. */
import { axes, axisLabels } from '@luoshi/domain/verdicts/verdict'
import { useSay, useWords } from '../../../words/language.ts'
import { fieldId } from '../fields/field.tsx'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { attendanceName, isCount, sumOf, voteFields, voteName } from '../steps/judgement.ts'

export function VoteTable() {
  const { judge: words, rounds } = useWords().matterPage
  const say = useSay()
  const { values, change, errors } = useStepForm()
  const back = textOf(values, attendanceName('returned'))
  const returned = isCount(back) ? Number(back) : null
  return (
    <fieldset className="step-field">
      <legend>{words.votes}</legend>
      <table className="vote-table">
        <thead>
          <tr>
            <th scope="col">{words.axis}</th>
            {voteFields.map((field) => (
              <th key={field} scope="col">
                {rounds.votes[field]}
              </th>
            ))}
            <th scope="col">{words.sum}</th>
          </tr>
        </thead>
        <tbody>
          {axes.map((axis) => (
            <tr key={axis}>
              <th scope="row">{say(axisLabels[axis])}</th>
              {voteFields.map((field) => {
                const name = voteName(axis, field)
                return (
                  <td key={field} data-label={rounds.votes[field]}>
                    <input
                      id={fieldId(name)}
                      className="control control-count"
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={7}
                      aria-label={`${say(axisLabels[axis])}：${rounds.votes[field]}`}
                      aria-invalid={errors[name] !== undefined}
                      value={textOf(values, name)}
                      onChange={(event) =>
                        change((before) => withText(before, name, event.target.value))
                      }
                    />
                  </td>
                )
              })}
              <td className="vote-sum">
                <SumNote sum={sumOf(values, axis)} returned={returned} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

function SumNote({ sum, returned }: Readonly<{ sum: number | null; returned: number | null }>) {
  const { judge: words } = useWords().matterPage
  if (sum === null) return <span className="quiet">—</span>
  if (returned === null) return <b className="number">{sum}</b>
  const spare = returned - sum
  const note =
    spare === 0 ? `✓ ${words.adds}` : spare > 0 ? words.spare(spare) : `✕ ${words.over(-spare)}`
  return (
    <>
      <b className="number">{sum}</b>
      <small className={spare < 0 ? 'sum-bad' : spare === 0 ? 'sum-good' : ''}>{note}</small>
    </>
  )
}
