/**
 * A questionnaire: questions on a scale, choices, matrices, and free text, which is never part of the form but an item of
 * its own that nothing ties to the other answers. A question can wait for an earlier answer (a dissatisfied one opens
 * follow-up questions) and it can say nothing more about answers: there is no field by which a kind of answer could be
 * required, limited, counted against the sender or refused. Every question can be left out, every closed one has 不了解.
 *
 * Source: domain.md §11 (question sets; branching, S69; no minimum or maximum on answers after Putian 2010, S82;
 * 不了解 allowed); issue 6 point 1.
 */
import type { ByCode, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { closedQuestionsOf } from './closed-questions.ts'
import { isCode } from './code.ts'
import { unknownCode, type ScaleKey } from './scales.ts'
import type { Wording } from './wording.ts'

/** Asked only of those who chose one of these options of an earlier question (`code`, or `code.row` in a matrix). */
export type When = Readonly<{ question: string; anyOf: readonly string[] }>

export type Option = Readonly<{ code: string; text: Wording }>

type Asked = Readonly<{ code: string; text: Wording; when: When | null }>

export type Question = ByType<{
  scale: Asked & { scale: ScaleKey }
  choice: Asked & { options: readonly Option[]; many: boolean }
  matrix: Asked & { rows: readonly Option[]; scale: ScaleKey }
  text: Asked
}>

export type Questionnaire = Readonly<{ title: Wording; questions: readonly Question[] }>

export type FormRefusal = ByCode<{
  'questionnaire-without-title': Nothing
  'questionnaire-without-questions': Nothing
  'questionnaire-too-long': { what: QuestionnaireLimit; most: number }
}>

export type QuestionRefusal = ByCode<{
  'question-without-words': { question: string }
  'question-words-too-long': { question: string; most: number }
  'question-code-wrong': { question: string }
  'question-code-twice': { question: string }
  'question-needs-options': { question: string; atLeast: number }
  'question-waits-for-nothing': { question: string }
}>

export type QuestionnaireRefusal = FormRefusal | QuestionRefusal

/** How much one form can hold and still be answered by somebody standing at a counter. */
export const questionnaireLimits = {
  questions: 60,
  closedAnswers: 120,
  texts: 5,
  options: 20,
  words: 300,
} as const

export type QuestionnaireLimit = 'questions' | 'closedAnswers' | 'texts' | 'options'

type Fault = QuestionnaireRefusal | null

export function checkQuestionnaire(
  form: Questionnaire,
): Result<Questionnaire, QuestionnaireRefusal> {
  const fault = headFault(form) ?? lengthFault(form) ?? questionsFault(form)
  return fault ? refuse(fault) : accept(form)
}

function headFault({ title, questions }: Questionnaire): Fault {
  if (title.zh.trim() === '') return { code: 'questionnaire-without-title' }
  if (questions.length === 0) return { code: 'questionnaire-without-questions' }
  return null
}

function lengthFault(form: Questionnaire): Fault {
  const counts: Readonly<Record<QuestionnaireLimit, number>> = {
    questions: form.questions.length,
    closedAnswers: closedQuestionsOf(form).length,
    texts: form.questions.filter(({ type }) => type === 'text').length,
    options: Math.max(0, ...form.questions.map((one) => partsOf(one).length)),
  }
  for (const what of ['questions', 'closedAnswers', 'texts', 'options'] as const) {
    const most = questionnaireLimits[what]
    if (counts[what] > most) return { code: 'questionnaire-too-long', what, most }
  }
  return null
}

/** The options of a choice or the rows of a matrix: what is written by hand. */
function partsOf(question: Question): readonly Option[] {
  switch (question.type) {
    case 'choice':
      return question.options
    case 'matrix':
      return question.rows
    case 'scale':
    case 'text':
      return []
  }
}

function questionsFault(form: Questionnaire): Fault {
  const codes = new Set<string>()
  for (const [place, question] of form.questions.entries()) {
    const { code } = question
    if (!isCode(code)) return { code: 'question-code-wrong', question: code }
    if (codes.has(code)) return { code: 'question-code-twice', question: code }
    codes.add(code)
    const earlier = { ...form, questions: form.questions.slice(0, place) }
    const fault = wordsFault(question) ?? partsFault(question) ?? whenFault(question, earlier)
    if (fault) return fault
  }
  return null
}

function wordsFault(question: Question): Fault {
  const said = [question.text, ...partsOf(question).map(({ text }) => text)]
  const most = questionnaireLimits.words
  if (said.some(({ zh }) => zh.trim() === ''))
    return { code: 'question-without-words', question: question.code }
  if (said.some(({ zh, en }) => zh.length > most || (en ?? '').length > most))
    return { code: 'question-words-too-long', question: question.code, most }
  return null
}

function partsFault(question: Question): Fault {
  const parts = partsOf(question)
  const atLeast = question.type === 'choice' ? 2 : question.type === 'matrix' ? 1 : 0
  if (parts.length < atLeast)
    return { code: 'question-needs-options', question: question.code, atLeast }
  const codes = parts.map(({ code }) => code)
  const wrong = codes.find((code) => !isCode(code) || code === unknownCode)
  if (wrong !== undefined)
    return { code: 'question-code-wrong', question: `${question.code}.${wrong}` }
  const twice = codes.find((code, place) => codes.indexOf(code) !== place)
  return twice === undefined
    ? null
    : { code: 'question-code-twice', question: `${question.code}.${twice}` }
}

function whenFault({ code, when }: Question, earlier: Questionnaire): Fault {
  if (!when) return null
  const asked = closedQuestionsOf(earlier).find(({ key }) => key === when.question)
  const exist = asked && when.anyOf.every((one) => asked.options.includes(one))
  return exist && when.anyOf.length > 0
    ? null
    : { code: 'question-waits-for-nothing', question: code }
}
