/** Answers of made-up people, counted as the intake counts them. */
import type { Answer } from '../answer.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { CountCell, SurveyCounts } from '../survey-counts.ts'
import { wording } from '../wording.ts'

export type Person = Readonly<{ stratum: string; answer: Answer }>

/** A scale with a follow-up for those who are dissatisfied, and a choice. */
export const smallForm: Questionnaire = {
  title: wording('群众评议'),
  questions: [
    { type: 'scale', code: 'duty', text: wording('履行职责'), scale: 'satisfied3', when: null },
    {
      type: 'choice',
      code: 'why',
      text: wording('不满意的原因'),
      options: [
        { code: 'slow', text: wording('办得慢') },
        { code: 'rude', text: wording('态度差') },
      ],
      many: true,
      when: { question: 'duty', anyOf: ['dissatisfied'] },
    },
    {
      type: 'choice',
      code: 'way',
      text: wording('怎么办的'),
      options: [
        { code: 'counter', text: wording('窗口') },
        { code: 'online', text: wording('网上') },
      ],
      many: false,
      when: null,
    },
  ],
}

export function countAnswers(
  people: readonly Person[],
  sizes: Readonly<Record<string, number | null>>,
): SurveyCounts {
  const strata = Object.entries(sizes).map(([key, populationSize]) => {
    const own = people.filter(({ stratum }) => stratum === key)
    return { key, populationSize, answered: own.length, cells: cellsOf(own) }
  })
  return { population: 'residents', strata }
}

function cellsOf(people: readonly Person[]): readonly CountCell[] {
  const cells = new Map<string, CountCell>()
  for (const { answer } of people)
    for (const [question, given] of Object.entries(answer))
      for (const option of typeof given === 'string' ? [given] : given) {
        const key = `${question} ${option}`
        cells.set(key, { question, option, n: (cells.get(key)?.n ?? 0) + 1 })
      }
  return [...cells.values()]
}
