/** The figures of a ballot as the counting sheet has them, checked while they are typed, with what they lead to. */
import { useWords } from '../../../words/language.ts'
import { fieldId } from '../fields/field.tsx'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { attendanceFault, attendanceFields, attendanceName } from '../steps/judgement.ts'
import { JudgePreview } from './judge-preview.tsx'
import { VoteTable } from './vote-table.tsx'

export function JudgementField() {
  const { judge: words } = useWords().matterPage
  const { values, change, errors } = useStepForm()
  const fault = attendanceFault(values)
  return (
    <>
      <fieldset className="step-field">
        <legend>{words.attendance}</legend>
        <div className="vote-attendance">
          {attendanceFields.map((field) => {
            const name = attendanceName(field)
            return (
              <label key={field}>
                {words[field]}
                <input
                  id={fieldId(name)}
                  className="control control-count"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={7}
                  aria-invalid={errors[name] !== undefined}
                  value={textOf(values, name)}
                  onChange={(event) =>
                    change((before) => withText(before, name, event.target.value))
                  }
                />
              </label>
            )
          })}
        </div>
        {fault && (
          <p className="step-error" role="alert">
            {words[fault]}
          </p>
        )}
      </fieldset>
      <VoteTable />
      <JudgePreview />
    </>
  )
}
