/**
 * Paper ballots beside those cast here: counted by those the rule book asks for, each by himself. A few paper ballots are
 * never told apart: one of them would be one known vote.
 *
 * Source: ballot.md §4 no. 10, §5 (fewer than kMin paper ballots); domain.md §7 (checks a clerk does by eye).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { BallotEvent, Counters, HeldBallot } from './ballot.ts'
import type { ContestCount, Course } from './cast-here.ts'
import type { CourseRefusal } from './course-refusals.ts'

type Entering = Readonly<{
  by: AccountId
  contests: readonly ContestCount[]
  counters: Counters
  taken: readonly number[]
  today: Day
}>

export function enterPaper(
  { entries }: HeldBallot,
  course: Course,
  { by, contests, counters, taken, today }: Entering,
): Result<readonly BallotEvent[], CourseRefusal> {
  const refusal = paperFault(course, contests, taken)
  if (refusal) return refuse(refusal)
  if (course.paperStated) return refuse({ code: 'cast-paper-is-stated' })
  const others = course.paper.filter((one) => one.by !== by)
  if (others.length >= entries) return refuse({ code: 'ballot-two-entered' })
  if (counters.chief.trim() === '') return refuse({ code: 'ballot-chief-missing' })
  if (counters.tellers.every((name) => name.trim() === ''))
    return refuse({ code: 'ballot-tellers-missing' })
  const named = (names: readonly string[]) =>
    names.map((name) => name.trim()).filter((name) => name !== '')
  const words = {
    chief: counters.chief.trim(),
    scrutineers: named(counters.scrutineers),
    tellers: named(counters.tellers),
  }
  return accept([{ type: 'PaperCounted', by, on: today, contests, words }])
}

function paperFault(
  { frozen }: Course,
  contests: readonly ContestCount[],
  taken: readonly number[],
): CourseRefusal | undefined {
  if (taken.every((n) => n === 0)) return { code: 'cast-no-paper' }
  const options = frozen?.marks.length ?? 0
  const fits = contests.every(({ counts }) => counts.length === options)
  if (contests.length !== frozen?.contests || !fits)
    return { code: 'ballot-rows-differ', given: contests.length, wanted: frozen?.contests ?? 0 }
  const uneven = contests.findIndex(
    ({ cast, counts, blank, invalid }) =>
      counts.reduce((sum, n) => sum + n, blank + invalid) !== cast,
  )
  if (uneven >= 0) return { code: 'PAPER_DOES_NOT_ADD_UP', contest: uneven + 1 }
  const over = contests.findIndex(({ cast }, at) => cast > (taken[at] ?? 0))
  if (over >= 0) return { code: 'MORE_PAPER_THAN_ISSUED', contest: over + 1 }
  const few = contests.find(({ cast }) => cast > 0 && cast < frozen.kMin)
  return few && { code: 'cast-few-paper-back', paper: few.cast, least: frozen.kMin }
}
