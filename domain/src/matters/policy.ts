/**
 * What a county's rule book says, as the rules of a matter need it. Everything local comes in here: dates, counting
 * rules, numbers that people may vote on. Made from a rule book by `rule-books/matter-policy.ts`.
 */
import type { Day } from '../kernel/day.ts'
import type { Result } from '../kernel/result.ts'
import type { ApprovingBody } from '../people/approval.ts'
import type { Limit } from './limit.ts'
import type { Attendance, Axis, AxisFinding, AxisVotes } from '../verdicts/verdict.ts'
import type { CountRefusal } from '../verdicts/counting/count-refusal.ts'

export type MatterPolicy = Readonly<{
  /** When the plan must be in, counted from hand-over, receipt or a verdict. */
  planDueFrom: (start: Day) => Limit
  /** When the result must be reported. */
  reportDueFrom: (start: Day) => Limit
  /** Which of these run from receipt in the county's rules: signing for it sets them anew, or begins the window. */
  fromReceipt: Readonly<Record<'plan' | 'report' | 'reassign', boolean>>
  /** When the result of a further round must be reported. */
  redoDueFrom: (start: Day) => Limit
  /** Last day on which a unit may send a wrong assignment back, counted from hand-over or receipt. */
  reassignUntil: (start: Day) => Limit
  judgeAxis: (
    axis: Axis,
    attendance: Attendance,
    votes: AxisVotes,
  ) => Result<AxisFinding, CountRefusal>
  /** From this round on the chairs are told. */
  warningRound: number
  /** How often a time limit may be extended in one round. */
  maxExtensions: number
  /** The latest day one extension of a time limit may reach. */
  latestExtension: (due: Day) => Day
  /** The first day on which a matter found satisfied may be struck off: after 公示, where the county has it. */
  closeFrom: (verdictOn: Day) => Day
  /** Bodies that may approve each of these. */
  mayApprove: Readonly<
    Record<'matter' | 'exit' | 'closure' | 'extension' | 'escalation', readonly ApprovingBody[]>
  >
}>
