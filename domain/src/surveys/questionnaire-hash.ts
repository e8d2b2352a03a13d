/**
 * The bytes a questionnaire is frozen to when a survey starts, and their SHA-256: whoever holds a printed form can check
 * that the questions counted are the questions asked. The words of the scales are part of it.
 */
import { sha256Hex } from '../kernel/sha256.ts'
import type { Option, Question, Questionnaire, When } from './questionnaire.ts'
import { scaleKeys, scales, type ScaleKey } from './scales.ts'
import type { Wording } from './wording.ts'

export const questionnaireFormat = 'luoshi-questionnaire-v1'

export function questionnaireHash(form: Questionnaire): string {
  return sha256Hex(questionnaireText(form))
}

/** One text for one questionnaire, whatever the order of fields it arrived in. */
export function questionnaireText({ title, questions }: Questionnaire): string {
  const used = new Set(questions.flatMap(scalesIn))
  const frozen = {
    format: questionnaireFormat,
    title: said(title),
    questions: questions.map(questionParts),
    scales: scaleKeys
      .filter((key) => used.has(key))
      .map((key) => [key, scales[key].options.map(({ code, zh, en }) => [code, zh, en])]),
  }
  return JSON.stringify(frozen)
}

function scalesIn(question: Question): readonly ScaleKey[] {
  return question.type === 'scale' || question.type === 'matrix' ? [question.scale] : []
}

const said = ({ zh, en }: Wording) => [zh, en]
const parts = (options: readonly Option[]) => options.map(({ code, text }) => [code, ...said(text)])
const waits = (when: When | null) => when && [when.question, when.anyOf]

function questionParts(question: Question): unknown {
  const head = [question.type, question.code, said(question.text), waits(question.when)]
  switch (question.type) {
    case 'scale':
      return [...head, question.scale]
    case 'choice':
      return [...head, question.many, parts(question.options)]
    case 'matrix':
      return [...head, question.scale, parts(question.rows)]
    case 'text':
      return head
  }
}

/** One question as it is frozen: what two waves must have in common, word for word. */
export function questionText(question: Question): string {
  const words = scalesIn(question).map((key) => scales[key].options.map(({ zh, en }) => [zh, en]))
  return JSON.stringify([questionParts(question), words])
}
