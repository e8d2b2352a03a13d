/**
 * Rule: the Standing Committee judges measures, timeliness and quality one by one; each must satisfy. What does not
 * satisfy is reopened as the next round, as often as it takes; nothing but satisfaction leads towards closing.
 *
 * Not satisfied: a new plan is owed. Basically satisfied, where the rule book says 限期完善: the plan stands, the rest
 * is owed. From the warning round on the chairs are told; no counter ever ends a matter.
 * Source: seed map S08 (直到县人大常委会满意为止), S09; domain.md §1.4, §7, §9.3, §12 (Shiquan S11).
 */
import { refuse } from '../kernel/result.ts'
import type { Command } from '../matters/commands.ts'
import type { MatterEvent } from '../matters/events.ts'
import { blank } from '../matters/guards.ts'
import { awaitsSession, type Limit } from '../matters/limit.ts'
import type { Round } from '../matters/matter.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import { rule, type Ruling } from '../matters/rule.ts'
import { outcomeOf, type VerdictOutcome } from './verdict.ts'

/** `today` is the day of the verdict: limits run from it. */
type Judging = Omit<Command<'JudgeMatter'>, 'type'>

export function judgeMatter(
  round: Round,
  command: Command<'JudgeMatter'>,
  policy: MatterPolicy,
): Ruling {
  return judge(round, command, policy, null)
}

/**
 * The same by the ballot of a session. Where the committee judged the report as a whole, an item it set apart goes round
 * again although the report satisfied; its own figures are those of the report and stand beside it.
 */
export function judgeByBallot(
  round: Round,
  command: Command<'JudgeByBallot'>,
  policy: MatterPolicy,
): Ruling {
  const { until, heldOn, today } = command
  return until !== null && until < today
    ? refuse({ code: 'day-in-the-past', day: until, today })
    : judge(round, { ...command, today: heldOn }, policy, command)
}

function judge(
  round: Round,
  { session, attendance, votes, reasons, today }: Judging,
  policy: MatterPolicy,
  ballot: Pick<Command<'JudgeByBallot'>, 'by' | 'until'> | null,
): Ruling {
  const measures = policy.judgeAxis('measures', attendance, votes.measures)
  if (!measures.ok)
    return refuse({ code: 'count-refused', axis: 'measures', refusal: measures.refusal })
  const timeliness = policy.judgeAxis('timeliness', attendance, votes.timeliness)
  if (!timeliness.ok)
    return refuse({ code: 'count-refused', axis: 'timeliness', refusal: timeliness.refusal })
  const quality = policy.judgeAxis('quality', attendance, votes.quality)
  if (!quality.ok)
    return refuse({ code: 'count-refused', axis: 'quality', refusal: quality.refusal })

  const findings = {
    measures: measures.value,
    timeliness: timeliness.value,
    quality: quality.value,
  }
  const outcome = ballot?.by.excepted === true ? 'unsatisfied' : outcomeOf(findings)
  const satisfied = outcome === 'satisfied'
  const refusal =
    blank('会议届次', session) ?? (satisfied ? null : blank('继续整改的理由和要求', reasons))
  const judged: MatterEvent = {
    type: 'MatterJudged',
    round: round.number,
    on: today,
    session: session.trim(),
    attendance,
    ...findings,
    outcome,
    satisfied,
    ...(ballot ? { by: ballot.by } : {}),
    words: { reasons },
  }
  return rule(refusal, judged, ...nextRound(round, outcome, today, policy, ballot?.until ?? null))
}

function nextRound(
  round: Round,
  outcome: VerdictOutcome,
  today: Judging['today'],
  policy: MatterPolicy,
  until: Judging['today'] | null,
): readonly MatterEvent[] {
  if (outcome === 'satisfied') return []
  const number = round.number + 1
  return [
    {
      type: 'MatterReopened',
      round: number,
      cause: outcome,
      on: today,
      due: until ?? policy.redoDueFrom(today),
      planDue: outcome === 'unsatisfied' ? earlier(policy.planDueFrom(today), until) : null,
      warned: number >= policy.warningRound,
    },
  ]
}

/** The plan is never owed after the result itself. */
function earlier(planDue: Limit, until: Judging['today'] | null): Limit {
  return until !== null && (planDue === awaitsSession || until < planDue) ? until : planDue
}
