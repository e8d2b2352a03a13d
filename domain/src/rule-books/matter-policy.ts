/** A rule book as the rules of a matter need it: time limits become days, votes become findings. */
import { addMonths } from '../calendar/add-months.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Deadline } from '../calendar/deadline.ts'
import { dueDay } from '../calendar/due-day.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { accept, type Result } from '../kernel/result.ts'
import { limitOf, type Limit } from '../matters/limit.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import type { CountRefusal } from '../verdicts/counting/count-refusal.ts'
import { reportOf } from '../verdicts/counting/count-report.ts'
import { countVotes } from '../verdicts/counting/count-votes.ts'
import type { Attendance, AxisFinding, AxisVotes } from '../verdicts/verdict.ts'
import { outcomeOfGrade } from './outcome-of-grade.ts'
import type { AxisRule } from './axis-rule.ts'
import type { BasicTreatment, Extension, RuleBook } from './rule-book.ts'

/**
 * @param sessions - Days of sessions already fixed, for time limits that end at a session.
 * The caller passes the day a limit starts (hand-over, receipt, verdict); the rule book says which one it should be.
 */
export function matterPolicyOf(
  { settings }: RuleBook,
  calendar: Calendar,
  sessions: readonly Day[] = [],
): MatterPolicy {
  const rollOver = settings.rollOver.value
  const dueFrom =
    (rule: Deadline) =>
    (start: Day): Limit =>
      limitOf(dueDay({ start, rule, calendar, sessions, rollOver }))
  const { axes, basicTreatment, extension } = settings
  return {
    planDueFrom: dueFrom(settings.planDue.value),
    reportDueFrom: dueFrom(settings.reportDue.value),
    fromReceipt: {
      plan: settings.planDue.value.from === 'receipt',
      report: settings.reportDue.value.from === 'receipt',
      reassign: settings.misassignWindow.value.from === 'receipt',
    },
    redoDueFrom: dueFrom(settings.redoDue.value),
    reassignUntil: dueFrom(settings.misassignWindow.value),
    judgeAxis: (axis, attendance, votes) =>
      findingOf(axes.value[axis], basicTreatment.value, attendance, votes),
    warningRound: settings.warningRounds.value,
    maxExtensions: extension.value.maxTimes,
    latestExtension: (due) => lengthened(due, extension.value.cap),
    closeFrom: (verdictOn) => addDays(verdictOn, settings.publicityDays.value),
    mayApprove: {
      matter: settings.matterApprovers.value,
      exit: settings.exitApprovers.value,
      closure: settings.closureApprovers.value,
      extension: extension.value.approvers,
      escalation: settings.escalationApprovers.value,
    },
  }
}

function lengthened(due: Day, { count, unit }: Extension['cap']): Day {
  return unit === 'day' ? addDays(due, count) : addMonths(due, count)
}

function findingOf(
  axisRule: AxisRule,
  treatment: BasicTreatment,
  attendance: Attendance,
  votes: AxisVotes,
): Result<AxisFinding, CountRefusal> {
  const count = countVotes({ ...axisRule, ...attendance, votes })
  if (!count.ok) return count
  const report = reportOf(count.value)
  const { grade, gradeKey, passed, rule, ruleText, comparator, denominator } = report
  const { denominatorValue, words } = report
  const result = outcomeOfGrade(gradeKey, treatment)
  const by = { rule, ruleText, comparator, denominator, denominatorValue, words }
  return accept({ votes, grade, result, passed, ...by })
}
