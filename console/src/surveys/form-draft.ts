/** A questionnaire while it is being written: what each key and button does to it. Codes are made here, so nobody types one. */
import type { Option, Question, Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { wording } from '@luoshi/domain/surveys/wording'

export type QuestionType = Question['type']

/** The first free code of this beginning: q1, q2 … */
export function freeCode(taken: readonly string[], beginning: string): string {
  let n = 1
  while (taken.includes(`${beginning}${n}`)) n += 1
  return `${beginning}${n}`
}

export function newQuestion(form: Questionnaire, type: QuestionType): Question {
  const taken = form.questions.map((one) => one.code)
  const asked = { code: freeCode(taken, 'q'), text: wording('', ''), when: null }
  const option = (code: string): Option => ({ code, text: wording('', '') })
  switch (type) {
    case 'scale':
      return { ...asked, type, scale: 'satisfied3' }
    case 'choice':
      return { ...asked, type, options: [option('a1'), option('a2')], many: false }
    case 'matrix':
      return { ...asked, type, rows: [option('a1'), option('a2')], scale: 'satisfied3' }
    case 'text':
      return { ...asked, type }
  }
}

/** Its words stay; what the new kind has no use for goes. */
export function withType(form: Questionnaire, place: number, type: QuestionType): Questionnaire {
  const before = form.questions[place]
  if (!before || before.type === type) return form
  const { code, text, when } = before
  return withQuestion(form, place, { ...newQuestion(form, type), code, text, when })
}

export function withQuestion(
  form: Questionnaire,
  place: number,
  question: Question,
): Questionnaire {
  return { ...form, questions: form.questions.with(place, question) }
}

export function insertAfter(form: Questionnaire, place: number, question: Question): Questionnaire {
  return { ...form, questions: form.questions.toSpliced(place + 1, 0, question) }
}

/** A copy right after it, with a code of its own. */
export function copyOfQuestion(form: Questionnaire, place: number): Questionnaire {
  const question = form.questions[place]
  if (!question) return form
  const code = freeCode(
    form.questions.map((one) => one.code),
    'q',
  )
  return insertAfter(form, place, { ...question, code })
}

export function withoutQuestion(form: Questionnaire, place: number): Questionnaire {
  return freed({ ...form, questions: form.questions.toSpliced(place, 1) })
}

/** @param least the first place that may change: questions bound to an earlier wave stay where they are. */
export function moved(
  form: Questionnaire,
  place: number,
  by: -1 | 1,
  least: number,
): Questionnaire {
  const [question, other] = [form.questions[place], form.questions[place + by]]
  if (!question || !other || place < least || place + by < least) return form
  return freed({
    ...form,
    questions: form.questions.with(place, other).with(place + by, question),
  })
}

/** A condition that no longer points at an earlier question is dropped, as the question it waited for is gone. */
function freed(form: Questionnaire): Questionnaire {
  const earlier = new Set<string>()
  const questions = form.questions.map((question) => {
    const waitsFor = question.when?.question.split('.')[0]
    const kept = waitsFor === undefined || earlier.has(waitsFor)
    earlier.add(question.code)
    return kept ? question : { ...question, when: null }
  })
  return { ...form, questions }
}

/** The places, from 1, of follow-ups that wait for nothing any more: they are put to everybody. */
export function putToEverybody(before: Questionnaire, after: Questionnaire): readonly number[] {
  const waited = new Set(before.questions.flatMap(({ code, when }) => (when ? code : [])))
  return after.questions.flatMap(({ code, when }, place) =>
    when === null && waited.has(code) ? place + 1 : [],
  )
}

/** One option a line: a line keeps the code of the option that had its words, else of the one at its place. */
export function optionsFromLines(before: readonly Option[], lines: string): readonly Option[] {
  const texts = lines.split('\n')
  const claimed = new Set<string>()
  const bySameWords = texts.map((text) => {
    const found = before.find(({ code, text: { zh } }) => zh === text && !claimed.has(code))
    if (found) claimed.add(found.code)
    return found
  })
  const taken = before.map(({ code }) => code)
  return texts.map((text, place) => {
    const same = bySameWords[place]
    if (same) return same
    const here = before[place]
    if (here && !claimed.has(here.code)) {
      claimed.add(here.code)
      return { code: here.code, text: { zh: text, en: here.text.en } }
    }
    const code = freeCode([...taken, ...claimed], 'a')
    claimed.add(code)
    return { code, text: wording(text, '') }
  })
}

export function translatedFromLines(before: readonly Option[], lines: string): readonly Option[] {
  const texts = lines.split('\n')
  return before.map(({ code, text }, place) => ({
    code,
    text: { zh: text.zh, en: texts[place] ?? '' },
  }))
}

/** As it is sent: blank options left out, an empty translation is none. */
export function formToSend(form: Questionnaire): Questionnaire {
  const said = ({ zh, en }: Question['text']) => {
    const translated = en?.trim() ?? ''
    return wording(zh.trim(), translated === '' ? null : translated)
  }
  const parts = (options: readonly Option[]) =>
    options
      .filter(({ text }) => text.zh.trim() !== '')
      .map(({ code, text }) => ({ code, text: said(text) }))
  return {
    title: said(form.title),
    questions: form.questions.map((question): Question => {
      const text = said(question.text)
      switch (question.type) {
        case 'choice':
          return { ...question, text, options: parts(question.options) }
        case 'matrix':
          return { ...question, text, rows: parts(question.rows) }
        case 'scale':
        case 'text':
          return { ...question, text }
      }
    }),
  }
}
