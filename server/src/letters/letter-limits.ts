/** The limits of a letter (办理期限) by the rule book, with how each is counted: from the hand-over, or from today while it is a draft. */
import { dueDay } from '@luoshi/domain/calendar/due-day'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import { limitOf } from '@luoshi/domain/matters/limit'
import type { LetterDetail } from '../contract/letters.ts'
import { shownDay, undeterminedOf } from '../contract/limit.ts'
import type { World } from '../execute/context.ts'

export async function letterLimits(
  { policies, calendar: calendars }: World,
  congress: CongressId,
  appraisal: AppraisalId,
  start: Day,
): Promise<LetterDetail['limits']> {
  const [{ settings }, { calendar, sessions }] = await Promise.all([
    policies.ruleBookOf(congress, appraisal),
    calendars.of(congress),
  ])
  const { reportDue, planDue, misassignWindow, rollOver } = settings
  const rules = { plan: planDue, report: reportDue, reassign: misassignWindow } as const
  return (['plan', 'report', 'reassign'] as const).map((kind) => {
    const rule = rules[kind].value
    const asked = { start, rule, calendar, sessions, rollOver: rollOver.value }
    const reckoned = dueDay(asked)
    const limit = limitOf(reckoned)
    const due = { due: shownDay(limit), dueUndetermined: undeterminedOf(limit) }
    return { kind, ...due, words: reckoned.words }
  })
}
