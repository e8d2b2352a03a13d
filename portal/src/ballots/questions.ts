/** The questions that this device may mark, one after the other: contest by contest, as the manifest orders them. */
import type { Contest, Question } from '@luoshi/ballots/protocol/manifest'
import { contestsOf, type Booth } from './booth.ts'

export type Asking = Readonly<{
  c: number
  q: number
  contest: Contest
  question: Question
  /** Number of the option, or nothing. */
  mark: number | null
}>

export function questionsOf(booth: Booth): readonly Asking[] {
  return contestsOf(booth).flatMap(([c, contest]) => {
    const step = booth.kept().steps[c]
    if (step?.at !== 'token') return []
    return contest.questions.map((question, q) => ({
      c,
      q,
      contest,
      question,
      mark: step.marks[q] ?? null,
    }))
  })
}
