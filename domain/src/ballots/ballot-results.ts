/**
 * What each row of a ballot comes to: counted by the rule of the appraisal's frozen rule book, with every step said.
 * The same function shows it before it is announced and fixes it when it is; the grade is never anybody's to type.
 *
 * Source: domain.md §7 (result class recomputed from counts; the rule beside the figure), §1.6 (denominators).
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { MatterId } from '../kernel/ids.ts'
import { outcomeOfGrade } from '../rule-books/outcome-of-grade.ts'
import {
  countOfficialBallot,
  type OfficialCountRefusal,
  type VoterGroup,
} from '../rule-books/official-ballot.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import { reportOf, type CountReport } from '../verdicts/counting/count-report.ts'
import { countVotes } from '../verdicts/counting/count-votes.ts'
import type { Attendance, Axis, AxisVotes, VerdictOutcome } from '../verdicts/verdict.ts'
import type { BallotAbout, RowResult } from './ballot.ts'
import type { BallotCount, RowVotes } from './ballot-count.ts'
import { placesOf, rowsOf, type BallotRow } from './ballot-rows.ts'
import { withOthers } from './weigh-row.ts'

export type JudgedRow = Readonly<{
  row: BallotRow
  result: VerdictOutcome
  report: CountReport & Readonly<{ weighed?: readonly string[] }>
  groups?: readonly Readonly<{ group: VoterGroup; report: CountReport }>[]
}>

/** `group`: in whose forms; absent: in the members'. */
export type RowRefusal = Readonly<{
  row: number
  refusal: OfficialCountRefusal
  group?: VoterGroup
}>

export function judgeRows(
  ballot: BallotAbout,
  count: BallotCount,
  book: RuleBook,
): Result<readonly JudgedRow[], RowRefusal> {
  const judged: JudgedRow[] = []
  for (const [at, row] of rowsOf(ballot.subject).entries()) {
    const votes = count.rows[at]
    if (!votes) throw new Error(`No figures for row ${at}`)
    const one = judgeRow(ballot, count, votes, row, book)
    if (!one.ok) return refuse({ row: at + 1, refusal: one.refusal })
    const weighed = row.type === 'official' ? withOthers(ballot, count, at, one.value, book) : one
    if (!weighed.ok) return refuse({ row: at + 1, ...weighed.refusal })
    judged.push(weighed.value)
  }
  return accept(judged)
}

/** Also for a page that shows what the figures would lead to while they are typed. */
export function judgeRow(
  { members, present, recused }: Pick<BallotAbout, 'members' | 'present' | 'recused'>,
  { issued, returned, invalid }: Pick<BallotCount, 'issued' | 'returned' | 'invalid'>,
  { spoiled, ...votes }: RowVotes,
  row: BallotRow,
  { settings }: RuleBook,
): Result<JudgedRow, OfficialCountRefusal> {
  const box = { members, present, issued, returned, invalid: invalid + spoiled, votes }
  if (row.type === 'official') {
    const counted = countOfficialBallot(settings.officialBallot.value, box)
    if (!counted.ok) return counted
    const { outcome: result, ...report } = counted.value
    return accept({ row, result, report: looked(report) })
  }
  const counted = countVotes({ ...settings.axes.value[row.axis], ...box })
  if (!counted.ok) return counted
  const result = outcomeOfGrade(counted.value.grade, settings.basicTreatment.value)
  return accept({ row, result, report: looked(reportOf(counted.value)) })

  /** Whoever is recused takes no form: that is no reason to look again. */
  function looked(report: CountReport): CountReport {
    if (issued !== present - recused) return report
    const warnings = report.warnings.filter(({ code }) => code !== 'issued-differs-from-present')
    return { ...report, warnings }
  }
}

/** As it is kept for ever: warnings are the reader's concern of the day, the English can be made again. */
export function keptResult({ result, report, groups }: JudgedRow): RowResult {
  const others = groups?.map(({ group, report: own }) => ({ group, report: keptReport(own) }))
  return { result, report: keptReport(report), ...(others ? { groups: others } : {}) }
}

function keptReport(report: JudgedRow['report']): RowResult['report'] {
  const { warnings: _, wordsEn: __, stepsEn: ___, ...kept } = report
  return kept
}

export function attendanceOf(ballot: BallotAbout, count: BallotCount): Attendance {
  const { members, present } = ballot
  return { members, present, issued: count.issued, returned: count.returned }
}

/** The figures a matter is judged by: its own three rows, or the report's where it is judged with it. */
export function votesOn(
  { subject }: BallotAbout,
  count: BallotCount,
  matter: MatterId,
): Readonly<Record<Axis, AxisVotes>> {
  const places = placesOf(subject, matter)
  const votes = (axis: Axis): AxisVotes => {
    const row = count.rows[places[axis]]
    if (!row) throw new Error(`No figures on ${axis} of ${matter}`)
    const { satisfied, basically, dissatisfied, abstain } = row
    return { satisfied, basically, dissatisfied, abstain }
  }
  return {
    measures: votes('measures'),
    timeliness: votes('timeliness'),
    quality: votes('quality'),
  }
}
