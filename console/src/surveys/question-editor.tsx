/** One question while it is written: closed it is a line, open it has its fields. Alt+↑/↓ moves it. */
import type { Question, Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { scaleKeys, scales } from '@luoshi/domain/surveys/scales'
import { Button, Checkbox, Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { Field } from '../ui/field.tsx'
import { useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { optionsFromLines, translatedFromLines, withType, type QuestionType } from './form-draft.ts'
import { WhenField } from './when-field.tsx'

export type QuestionAct = 'up' | 'down' | 'copy' | 'remove'

type Props = Readonly<{
  form: Questionnaire
  place: number
  isOpen: boolean
  /** Asked in an earlier wave: its words stay. */
  isBound: boolean
  onOpen: () => void
  onChange: (next: Question) => void
  onType: (next: Questionnaire) => void
  onAct: (doing: QuestionAct) => void
}>

export function QuestionEditor(props: Props) {
  const { form, place, isOpen, isBound, onOpen, onAct } = props
  const words = useSurveyWords()
  const question = form.questions[place]
  if (!question) return null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isBound) return
    if (event.key === 'ArrowUp') onAct('up')
    else if (event.key === 'ArrowDown') onAct('down')
    else return
    event.preventDefault()
  }
  return (
    <li className={isOpen ? 'survey-question is-open' : 'survey-question'}>
      <button
        type="button"
        className="survey-question-head"
        aria-expanded={isOpen}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className="survey-number">{place + 1}</span>
        <span className="survey-question-text">{question.text.zh || words.untitled}</span>
        <span className="round">{words.type[question.type]}</span>
        {question.when && <span className="round">{words.follows}</span>}
        {isBound && <span className="round">{words.bound}</span>}
      </button>
      {isOpen && !isBound && (
        <div className="survey-question-body">
          <Fields {...props} question={question} />
          <p className="survey-question-acts">
            {(['up', 'down', 'copy', 'remove'] as const).map((doing) => (
              <Button
                key={doing}
                size="small"
                danger={doing === 'remove'}
                disabled={doing === 'remove' && form.questions.length === 1}
                onClick={() => onAct(doing)}
              >
                {words.questionAct[doing]}
              </Button>
            ))}
          </p>
        </div>
      )}
    </li>
  )
}

const types: readonly QuestionType[] = ['scale', 'choice', 'matrix', 'text']

function Fields(props: Props & Readonly<{ question: Question }>) {
  const { form, place, question, onChange, onType } = props
  const words = useSurveyWords()
  const { text } = question
  return (
    <>
      <Field label={words.questionText}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={300}
            value={text.zh}
            onChange={(event) =>
              onChange({ ...question, text: { ...text, zh: event.target.value } })
            }
          />
        )}
      </Field>
      <Field label={words.english}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={300}
            value={text.en ?? ''}
            onChange={(event) =>
              onChange({ ...question, text: { ...text, en: event.target.value } })
            }
          />
        )}
      </Field>
      <div className="field-row">
        <Field label={words.kind}>
          {(parts) => (
            <Select<QuestionType>
              {...parts}
              value={question.type}
              onChange={(type) => onType(withType(form, place, type))}
              options={types.map((type) => ({ value: type, label: words.type[type] }))}
            />
          )}
        </Field>
        <ScaleField question={question} onChange={onChange} />
      </div>
      <PartsField question={question} onChange={onChange} />
      {question.type === 'text' && <p className="quiet">{words.textHint}</p>}
      <WhenField form={form} place={place} question={question} onChange={onChange} />
    </>
  )
}

type PartProps = Readonly<{ question: Question; onChange: (next: Question) => void }>

function ScaleField({ question, onChange }: PartProps) {
  const words = useSurveyWords()
  const say = useSay()
  if (question.type !== 'scale' && question.type !== 'matrix') return null
  return (
    <Field label={words.scale} hint={words.scaleHint}>
      {(parts) => (
        <Select
          {...parts}
          value={question.scale}
          onChange={(scale) => onChange({ ...question, scale })}
          options={scaleKeys.map((key) => ({ value: key, label: say(scales[key]) }))}
        />
      )}
    </Field>
  )
}

/** Options of a choice or rows of a matrix, one a line, with their English beside them. */
function PartsField({ question, onChange }: PartProps) {
  const words = useSurveyWords()
  if (question.type !== 'choice' && question.type !== 'matrix') return null
  const isChoice = question.type === 'choice'
  const before = isChoice ? question.options : question.rows
  const put = (parts: typeof before) =>
    onChange(isChoice ? { ...question, options: parts } : { ...question, rows: parts })
  return (
    <>
      <div className="field-row">
        <Field
          label={isChoice ? words.options : words.rows}
          hint={isChoice ? words.optionsHint : words.rowsHint}
        >
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 14 }}
              value={before.map(({ text }) => text.zh).join('\n')}
              onChange={(event) => put(optionsFromLines(before, event.target.value))}
            />
          )}
        </Field>
        <Field label={words.english} hint={words.englishLines}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 14 }}
              value={before.map(({ text }) => text.en ?? '').join('\n')}
              onChange={(event) => put(translatedFromLines(before, event.target.value))}
            />
          )}
        </Field>
      </div>
      {isChoice && (
        <p>
          <Checkbox
            checked={question.many}
            onChange={(event) => onChange({ ...question, many: event.target.checked })}
          >
            {words.many}
          </Checkbox>
        </p>
      )}
    </>
  )
}
