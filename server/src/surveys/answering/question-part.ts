/** A question of a survey as fields of a form: the page itself says what else there is. Nothing is required. */
import type { Option, Question } from '@luoshi/domain/surveys/questionnaire'
import { scales, unknownCode, type ScaleKey } from '@luoshi/domain/surveys/scales'
import { inLanguage } from '@luoshi/domain/surveys/wording'
import { html } from 'hono/html'
import type { Html } from '../../identity/pages/page.ts'
import { pageWords, type PageLanguage } from './answer-words.ts'
import { longestText } from './sent-answer.ts'

export function questionPart(question: Question, language: PageLanguage): Html {
  const { code } = question
  const text = inLanguage(question.text, language)
  switch (question.type) {
    case 'scale':
      return asked(question, text, code, 'radio', scaleOptions(question.scale, language), language)
    case 'choice': {
      const many = question.many
      const options = [...said(question.options, language), unknown(language)]
      return asked(question, text, code, many ? 'checkbox' : 'radio', options, language)
    }
    case 'matrix':
      return html`${question.rows.map((row) => {
        const whole = html`<span class="about">${text}</span> ${inLanguage(row.text, language)}`
        const key = `${code}.${row.code}`
        return asked(
          question,
          whole,
          key,
          'radio',
          scaleOptions(question.scale, language),
          language,
        )
      })}`
    case 'text':
      return written(question, text, language)
  }
}

type Shown = Readonly<{ code: string; name: string }>

function asked(
  { when }: Question,
  text: string | Html,
  key: string,
  type: 'radio' | 'checkbox',
  options: readonly Shown[],
  language: PageLanguage,
): Html {
  const words = pageWords[language]
  const name = `${type === 'radio' ? 'a' : 'm'}.${key}`
  return html`<fieldset class="paper asked" data-step data-question="${key}" ${waitsFor(when)}>
    <legend>${text}</legend>
    ${when === null ? '' : html`<p class="fine">${words.onlyIf}</p>`}
    ${type === 'radio' ? '' : html`<p class="fine">${words.many}</p>`}
    <div class="options">${options.map((one) => optionPart(type, name, one.code, one.name))}</div>
  </fieldset>`
}

function written({ code, when }: Question, text: string, language: PageLanguage): Html {
  const id = `text-${code}`
  return html`<section class="paper asked" data-step data-question="${code}" ${waitsFor(when)}>
    <label class="ask" for="${id}">${text}</label>
    <p class="fine" id="${id}-hint">${pageWords[language].textHint}</p>
    <textarea
      class="line"
      id="${id}"
      name="t.${code}"
      rows="6"
      maxlength="${longestText}"
      aria-describedby="${id}-hint"
    ></textarea>
  </section>`
}

function waitsFor(when: Question['when']): Html {
  return when === null
    ? html``
    : html`data-when="${when.question}" data-any-of="${when.anyOf.join(' ')}"`
}

export function optionPart(
  type: 'radio' | 'checkbox',
  name: string,
  code: string,
  text: string,
): Html {
  return html`<label class="option"
    ><input type="${type}" name="${name}" value="${code}" /><span>${text}</span></label
  >`
}

function scaleOptions(scale: ScaleKey, language: PageLanguage): readonly Shown[] {
  return scales[scale].options.map((one) => ({ code: one.code, name: one[language] }))
}

function said(options: readonly Option[], language: PageLanguage): readonly Shown[] {
  return options.map(({ code, text }) => ({ code, name: inLanguage(text, language) }))
}

function unknown(language: PageLanguage): Shown {
  return { code: unknownCode, name: language === 'zh' ? '不了解' : 'I do not know' }
}
