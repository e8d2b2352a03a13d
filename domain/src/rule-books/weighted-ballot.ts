/**
 * The ballot on the person where groups or items weigh in: every part is counted of its own denominator by the one rule of
 * the county, and each line of that rule is held against the weighted sum of the parts.
 *
 * Source: domain.md §6 (voters, ballotDimensions), §7 (weights seen). With one part it is the plain count: a law in the test.
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import { tallyOf } from '../verdicts/counting/count-votes.ts'
import type { Grade, GradeKey } from '../verdicts/counting/rule.ts'
import type { Tally } from '../verdicts/counting/tally.ts'
import { weightedPercent, weightedReaches, type Weighed } from '../verdicts/counting/weighted.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'
import {
  officialInput,
  outcomeOf,
  type OfficialBallot,
  type OfficialBox,
  type OfficialCountRefusal,
  type Voter,
  type VoterGroup,
} from './official-ballot.ts'
import { lineWords, partWords, ruleOfWeights } from './weighted-words.ts'

/** One group's marks in one row of the form. */
export type BallotPart = Readonly<{
  voter: Pick<Voter, 'group' | 'base'>
  /** Null: the overall question. */
  item: string | null
  groupWeight: number
  itemWeight: number
  box: OfficialBox
}>

export type WeightedCount = Readonly<{
  grade: string
  gradeKey: GradeKey
  passed: boolean
  outcome: VerdictOutcome
  ruleText: string
  /** Only the sums held against the lines, without the parts. */
  weighed: readonly string[]
  steps: readonly string[]
  stepsEn: readonly string[]
}>

type Tallied = Readonly<{ part: BallotPart; tally: Tally }>

export type PartRefusal = Readonly<{ group: VoterGroup; refusal: OfficialCountRefusal }>

export function countWeighted(
  ballot: OfficialBallot,
  parts: readonly BallotPart[],
): Result<WeightedCount, PartRefusal> {
  const tallied: Tallied[] = []
  for (const part of parts) {
    const { voter, box } = part
    const tally = tallyOf(officialInput({ ...ballot, base: voter.base }, box))
    if (!tally.ok) return refuse({ group: voter.group, refusal: tally.refusal })
    tallied.push({ part, tally: tally.value })
  }
  const [first] = tallied
  if (!first) throw new Error('A weighted ballot without parts')
  const { lines, rule } = first.tally
  const weighedAt = (place: number): readonly Weighed[] =>
    tallied.flatMap(({ part, tally }) => {
      const measure = tally.lines[place]?.measure
      return measure ? [{ ...measure, weight: part.groupWeight * part.itemWeight }] : []
    })
  const tried = lines.map(({ grade, when, comparator }, place) => {
    const weighed = weighedAt(place)
    const holds = weightedReaches(weighed, when.share, comparator)
    return { grade, when, comparator, weighed, percent: weightedPercent(weighed), holds }
  })
  const reached = tried.findIndex(({ holds }) => holds)
  const grade: Grade = tried[reached]?.grade ?? rule.otherwise
  const outcome = outcomeOf(ballot, grade.key)
  if (!outcome.ok) return refuse({ group: first.part.voter.group, refusal: outcome.refusal })
  const said = reached < 0 ? tried : tried.slice(0, reached + 1)
  const sums = said.map((line) => lineWords(line, rule))
  const words = [
    ...tallied.map(({ part, tally }) => partWords(part, tally)),
    ...sums,
    { zh: `等次为“${grade.zh}”。`, en: `Grade: ${grade.en}.` },
  ]
  return accept({
    grade: grade.zh,
    gradeKey: grade.key,
    passed: grade.passed,
    outcome: outcome.value,
    ruleText: ruleOfWeights(parts, rule),
    weighed: sums.map(({ zh }) => zh),
    steps: words.map(({ zh }) => zh),
    stepsEn: words.map(({ en }) => en),
  })
}
