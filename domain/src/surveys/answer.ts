/**
 * One completed form, without its free text. The only thing asked of it is that it speaks of this questionnaire: known
 * questions, known options. Any mix of answers is good, none at all included.
 *
 * A follow-up that waits for an answer which was changed afterwards was not asked: its stale answer is left out.
 * Source: domain.md §11 (no minimum or maximum on answers).
 */
import type { ByCode } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { closedQuestionsOf, type ClosedQuestion } from './closed-questions.ts'
import type { Questionnaire, When } from './questionnaire.ts'

/** By the key of the closed question: one option, or several where many may be chosen. */
export type Answer = Readonly<Record<string, string | readonly string[]>>

export type AnswerRefusal = ByCode<{
  'answer-to-unknown-question': { question: string }
  'answer-not-an-option': { question: string }
}>

/** The answer in the order of the questionnaire, each of its options in the order they were shown. */
export function readAnswer(form: Questionnaire, answer: Answer): Result<Answer, AnswerRefusal> {
  const closed = closedQuestionsOf(form)
  const keys = new Set(closed.map(({ key }) => key))
  const stranger = Object.keys(answer).find((key) => !keys.has(key))
  if (stranger !== undefined)
    return refuse({ code: 'answer-to-unknown-question', question: stranger })
  const kept = new Map<string, string | readonly string[]>()
  for (const question of closed) {
    const given = answer[question.key]
    if (given === undefined) continue
    if (!isAnswerTo(question, given))
      return refuse({ code: 'answer-not-an-option', question: question.key })
    if (isAsked(question.when, kept)) keep(kept, question, given)
  }
  return accept(Object.fromEntries(kept))
}

function isAnswerTo({ options, many }: ClosedQuestion, given: string | readonly string[]): boolean {
  if (typeof given === 'string') return options.includes(given)
  return many && new Set(given).size === given.length && given.every((one) => options.includes(one))
}

function keep(
  kept: Map<string, string | readonly string[]>,
  { key, options, many }: ClosedQuestion,
  given: string | readonly string[],
): void {
  if (!many) kept.set(key, given)
  else {
    const chosen = options.filter((one) => optionsIn(given).includes(one))
    if (chosen.length > 0) kept.set(key, chosen)
  }
}

/** Whether a question is asked at all of somebody who has answered so. */
export function isAsked(
  when: When | null,
  answered: ReadonlyMap<string, string | readonly string[]>,
): boolean {
  if (!when) return true
  const given = answered.get(when.question)
  if (given === undefined) return false
  return when.anyOf.some((one) => optionsIn(given).includes(one))
}

function optionsIn(given: string | readonly string[]): readonly string[] {
  return typeof given === 'string' ? [given] : given
}
