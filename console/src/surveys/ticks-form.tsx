/**
 * The ticks of one form, entered by keyboard: a digit ticks the option of that number and goes on to the next question;
 * 0 takes the tick away; the arrows go up and down; Enter on the last one saves. Nothing has to be ticked.
 */
import { isAsked, type Answer } from '@luoshi/domain/surveys/answer'
import { closedQuestionsOf, type ClosedQuestion } from '@luoshi/domain/surveys/closed-questions'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { useRef, type KeyboardEvent } from 'react'
import { useSurveyWords } from './survey-words.ts'
import { useFormNames } from './form-names.ts'

type Given = string | readonly string[]

export function TicksForm({
  form,
  answer,
  onChange,
  onDone,
}: Readonly<{
  form: Questionnaire
  answer: Answer
  onChange: (next: Answer) => void
  onDone: () => void
}>) {
  const words = useSurveyWords()
  const list = useRef<HTMLOListElement>(null)
  const given = new Map(Object.entries(answer))
  const questions = closedQuestionsOf(form).filter(({ when }) => isAsked(when, given))
  const goTo = (place: number) => {
    const rows = list.current?.querySelectorAll<HTMLElement>('li[tabindex]')
    rows?.[Math.max(0, Math.min(place, questions.length - 1))]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, place: number, question: ClosedQuestion) => {
    const next = keyed(event.key, question, answer[question.key])
    if (next !== undefined) {
      onChange(withGiven(answer, question.key, next))
      // Several may be ticked: stay until the arrow or Enter.
      if (!question.many) setTimeout(() => goTo(place + 1))
    } else if (event.key === 'ArrowDown') goTo(place + 1)
    else if (event.key === 'ArrowUp') goTo(place - 1)
    else if (event.key === 'Enter' && place < questions.length - 1) goTo(place + 1)
    else if (event.key === 'Enter') onDone()
    else return
    event.preventDefault()
  }
  return (
    <>
      <p className="quiet">{words.keysHint}</p>
      <ol ref={list} className="ticks">
        {questions.map((question, place) => (
          <TickRow
            key={question.key}
            form={form}
            question={question}
            given={answer[question.key]}
            onKeyDown={(event) => onKeyDown(event, place, question)}
            onTick={(code) =>
              onChange(
                withGiven(answer, question.key, ticked(question, answer[question.key], code)),
              )
            }
          />
        ))}
      </ol>
    </>
  )
}

function TickRow({
  form,
  question: { key, options },
  given,
  onKeyDown,
  onTick,
}: Readonly<{
  form: Questionnaire
  question: ClosedQuestion
  given: Given | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onTick: (code: string) => void
}>) {
  const { questionName, optionName } = useFormNames(form)
  const chosen = optionsIn(given)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a row is one stop of the keyboard, its digits tick
    <li tabIndex={0} aria-label={questionName(key)} onKeyDown={onKeyDown}>
      <span className="ticks-question">{questionName(key)}</span>
      <span className="ticks-options">
        {options.map((code, at) => (
          <button
            key={code}
            type="button"
            tabIndex={-1}
            aria-pressed={chosen.includes(code)}
            onClick={() => onTick(code)}
          >
            <kbd>{at + 1}</kbd> {optionName(key, code)}
          </button>
        ))}
      </span>
    </li>
  )
}

function optionsIn(given: Given | undefined): readonly string[] {
  return typeof given === 'string' ? [given] : (given ?? [])
}

/** What a key makes of the answer; null takes it away, undefined is no such key. */
export function keyed(
  key: string,
  question: ClosedQuestion,
  given: Given | undefined,
): Given | null | undefined {
  if (key === '0') return null
  const code = /^[1-9]$/.test(key) ? question.options[Number(key) - 1] : undefined
  return code === undefined ? undefined : ticked(question, given, code)
}

function ticked({ many }: ClosedQuestion, given: Given | undefined, code: string): Given | null {
  const before = optionsIn(given)
  if (!many) return code
  const after = before.includes(code) ? before.filter((one) => one !== code) : [...before, code]
  return after.length === 0 ? null : after
}

function withGiven(answer: Answer, key: string, given: Given | null): Answer {
  const kept = new Map(Object.entries(answer))
  if (given === null) kept.delete(key)
  else kept.set(key, given)
  return Object.fromEntries(kept)
}
