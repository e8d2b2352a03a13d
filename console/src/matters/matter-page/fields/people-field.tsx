/** Names of several people, one a line; a whole list may be pasted, parted by 、 or commas. */
import { Button } from 'antd'
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { listOf, withList } from '../next/form-values.ts'
import { namesIn } from '../steps/typed.ts'
import { Field, fieldId } from './field.tsx'

export function PeopleField({ name, label }: Readonly<{ name: string; label: string }>) {
  const { matterPage } = useWords()
  const { values, change, errors } = useStepForm()
  const kept = listOf(values, name)
  const people = kept.length === 0 ? [''] : kept
  const set = (next: readonly string[]) => change((before) => withList(before, name, next))
  const write = (at: number, text: string) =>
    set(
      people.flatMap((one, index) =>
        index === at ? (/[、，,;；\n]/.test(text) ? namesOr(text) : text) : one,
      ),
    )
  return (
    <Field name={name} label={label} error={errors[name]} group>
      <div className="people">
        {people.map((person, index) => (
          <span key={index} className="person">
            <input
              className="control"
              {...(index === 0 ? { id: fieldId(name) } : {})}
              aria-label={matterPage.form.person(index + 1)}
              value={person}
              maxLength={60}
              onChange={(event) => write(index, event.target.value)}
            />
            {people.length > 1 && (
              <button
                type="button"
                className="person-remove"
                aria-label={matterPage.form.removePerson(person)}
                onClick={() => set(people.filter((_, other) => other !== index))}
              >
                ×
              </button>
            )}
          </span>
        ))}
        <Button size="small" onClick={() => set([...people, ''])}>
          {matterPage.form.addPerson}
        </Button>
      </div>
    </Field>
  )
}

function namesOr(text: string): readonly string[] {
  const names = namesIn([text])
  return names.length === 0 ? [''] : [...names, ...(/[、，,;；]$/.test(text) ? [''] : [])]
}
