/**
 * What can be counted in a questionnaire: each scale, each choice and each row of a matrix is one closed question with
 * its options. Counters, answer pages, paper forms and statistics all walk this one list, in this order.
 */
import type { Question, Questionnaire, When } from './questionnaire.ts'
import { scales, unknownCode } from './scales.ts'

export type ClosedQuestion = Readonly<{
  /** `code`, or `code.row` for a row of a matrix. */
  key: string
  /** Option codes in the order they are shown; 不了解 is always the last. */
  options: readonly string[]
  many: boolean
  when: When | null
}>

export function closedQuestionsOf(form: Questionnaire): readonly ClosedQuestion[] {
  return form.questions.flatMap(closedOf)
}

function closedOf(question: Question): readonly ClosedQuestion[] {
  const { code, when } = question
  switch (question.type) {
    case 'scale':
      return [{ key: code, options: scaleCodes(question.scale), many: false, when }]
    case 'matrix': {
      const options = scaleCodes(question.scale)
      return question.rows.map((row) => ({
        key: `${code}.${row.code}`,
        options,
        many: false,
        when,
      }))
    }
    case 'choice': {
      const options = [...question.options.map((one) => one.code), unknownCode]
      return [{ key: code, options, many: question.many, when }]
    }
    case 'text':
      return []
  }
}

function scaleCodes(scale: keyof typeof scales): readonly string[] {
  return scales[scale].options.map((one) => one.code)
}
