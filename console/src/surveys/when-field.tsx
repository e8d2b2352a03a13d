/** When a question is asked: always, or only after certain answers to an earlier one. */
import { closedQuestionsOf } from '@luoshi/domain/surveys/closed-questions'
import type { Question, Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { Select } from 'antd'
import { Field } from '../ui/field.tsx'
import { useSurveyWords } from './survey-words.ts'
import { useFormNames } from './form-names.ts'

export function WhenField({
  form,
  place,
  question,
  onChange,
}: Readonly<{
  form: Questionnaire
  place: number
  question: Question
  onChange: (next: Question) => void
}>) {
  const words = useSurveyWords()
  const { questionName, optionName } = useFormNames(form)
  const earlier = closedQuestionsOf({ ...form, questions: form.questions.slice(0, place) })
  if (earlier.length === 0) return null
  const { when } = question
  const source = earlier.find(({ key }) => key === when?.question)
  const listen = (key: string) => {
    const heard = earlier.find((one) => one.key === key)
    if (!heard) onChange({ ...question, when: null })
    else {
      // What usually opens a follow-up is the worst answer, the one before 不了解.
      const worst = heard.options.at(-2)
      onChange({ ...question, when: { question: key, anyOf: worst === undefined ? [] : [worst] } })
    }
  }
  return (
    <div className="field-row">
      <Field label={words.when} hint={words.whenHint}>
        {(parts) => (
          <Select
            {...parts}
            value={when?.question ?? 'always'}
            onChange={listen}
            options={[
              { value: 'always', label: words.always },
              ...earlier.map(({ key }) => ({ value: key, label: questionName(key) })),
            ]}
          />
        )}
      </Field>
      {when && source && (
        <Field label={words.whenAnswers}>
          {(parts) => (
            <Select
              {...parts}
              mode="multiple"
              value={[...when.anyOf]}
              onChange={(anyOf) => onChange({ ...question, when: { ...when, anyOf } })}
              options={source.options.map((code) => ({
                value: code,
                label: optionName(source.key, code),
              }))}
            />
          )}
        </Field>
      )}
    </div>
  )
}
