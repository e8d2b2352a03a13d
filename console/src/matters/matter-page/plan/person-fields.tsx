/** Who oversees, who leads, who does it: three named people with their posts. */
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'

const duties = ['oversees', 'leads', 'does'] as const

export function PersonFields() {
  const { plan: words } = useWords().matterPage
  const { values, change } = useStepForm()
  return (
    <fieldset className="step-field">
      <legend>{words.people}</legend>
      {duties.map((duty) => (
        <fieldset key={duty} className="duty" aria-label={words[duty]}>
          <span className="duty-name">{words[duty]}</span>
          {(['name', 'post'] as const).map((part) => (
            <input
              key={part}
              className="control"
              aria-label={`${words[duty]}：${words[part]}`}
              placeholder={words[part]}
              maxLength={100}
              value={textOf(values, `plan.${duty}.${part}`)}
              onChange={(event) =>
                change((before) => withText(before, `plan.${duty}.${part}`, event.target.value))
              }
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}
