/**
 * The questionnaire as a phone shows it, to try it out: what is chosen opens its follow-up questions. Nothing is sent.
 */
import { isAsked } from '@luoshi/domain/surveys/answer'
import type { Question, Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { scales, unknownCode } from '@luoshi/domain/surveys/scales'
import { inLanguage, type Wording } from '@luoshi/domain/surveys/wording'
import { Button, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useLanguage, type Language } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'

type Chosen = ReadonlyMap<string, string | readonly string[]>

export function PhonePreview({ form, asker }: Readonly<{ form: Questionnaire; asker: string }>) {
  const words = useSurveyWords()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const say = (text: Wording) => inLanguage(text, language)
  const shown = form.questions.filter(({ when }) => isAsked(when, chosen))
  const choose = (key: string, code: string, many: boolean) =>
    setChosen((before) => new Map(before).set(key, many ? toggled(before.get(key), code) : code))
  return (
    <aside className="phone" aria-label={words.preview}>
      <div className="phone-tools">
        <Segmented<Language>
          size="small"
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button size="small" disabled={chosen.size === 0} onClick={() => setChosen(new Map())}>
          {words.startOver}
        </Button>
      </div>
      <div className="phone-screen" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <p className="phone-asker">{asker}</p>
        <p className="phone-title">{say(form.title) || words.untitled}</p>
        <ol>
          {shown.map((question) => (
            <li key={question.code}>
              <Asked question={question} chosen={chosen} language={language} choose={choose} />
            </li>
          ))}
        </ol>
      </div>
      <p className="quiet">{words.previewHint}</p>
    </aside>
  )
}

function toggled(before: string | readonly string[] | undefined, code: string): readonly string[] {
  const had = typeof before === 'string' ? [before] : (before ?? [])
  return had.includes(code) ? had.filter((one) => one !== code) : [...had, code]
}

type AskedProps = Readonly<{
  question: Question
  chosen: Chosen
  language: Language
  choose: (key: string, code: string, many: boolean) => void
}>

function Asked({ question, chosen, language, choose }: AskedProps) {
  const words = useSurveyWords()
  const say = (text: Wording) => inLanguage(text, language)
  const legend = say(question.text) || words.untitled
  const given = (key: string) => {
    const one = chosen.get(key)
    return typeof one === 'string' ? [one] : (one ?? [])
  }
  switch (question.type) {
    case 'scale':
      return (
        <Options
          legend={legend}
          options={scaleOptions(question.scale, language)}
          chosen={given(question.code)}
          onChoose={(code) => choose(question.code, code, false)}
        />
      )
    case 'choice': {
      const options = question.options.map(({ code, text }) => ({ code, label: say(text) }))
      const unknown = { code: unknownCode, label: language === 'zh' ? '不了解' : 'I do not know' }
      return (
        <Options
          legend={legend}
          many={question.many}
          options={[...options, unknown]}
          chosen={given(question.code)}
          onChoose={(code) => choose(question.code, code, question.many)}
        />
      )
    }
    case 'matrix':
      return (
        <>
          <p className="phone-question">{legend}</p>
          {question.rows.map((row) => {
            const key = `${question.code}.${row.code}`
            return (
              <Options
                key={row.code}
                legend={say(row.text) || words.untitled}
                options={scaleOptions(question.scale, language)}
                chosen={given(key)}
                onChoose={(code) => choose(key, code, false)}
              />
            )
          })}
        </>
      )
    case 'text':
      return (
        <label className="phone-text">
          {legend}
          <textarea rows={3} />
        </label>
      )
  }
}

function scaleOptions(scale: keyof typeof scales, language: Language) {
  return scales[scale].options.map((one) => ({ code: one.code, label: one[language] }))
}

function Options({
  legend,
  options,
  chosen,
  many = false,
  onChoose,
}: Readonly<{
  legend: string
  options: readonly Readonly<{ code: string; label: string }>[]
  chosen: readonly string[]
  many?: boolean
  onChoose: (code: string) => void
}>) {
  const name = useId()
  return (
    <fieldset className="phone-options">
      <legend>{legend}</legend>
      {options.map(({ code, label }) => (
        <label key={code}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(code)}
            onChange={() => onChoose(code)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
