/**
 * Rule: what is late or silent is chased one rung at a time: 催办, 督办通知书, 挂牌督办, 主任会议. The next rung is proposed when
 * the last paper has had its days and nothing was done since. It is a proposal: a person issues it, nothing escalates by
 * itself. Above the last rung stand the measures of domain.md §12.
 *
 * Source: domain.md §10 (ladder); seed map S06.
 */
import { daysBetween, type Day } from '../kernel/day.ts'
import { chaseLevels, type ChaseLevel } from './chase.ts'
import type { Watched } from './four-checks.ts'

export type Chased = Pick<Watched, 'lastActed' | 'lastChase'> &
  Readonly<{ daysLate: number; silentDays: number }>

/** @param graceDays - How long a paper is given before the next rung. Null: nothing to propose. */
export function nextPaper(matter: Chased, graceDays: number, today: Day): ChaseLevel | null {
  const { daysLate, silentDays, lastActed, lastChase } = matter
  if (daysLate === 0 && silentDays === 0) return null
  if (lastChase === null || lastActed > lastChase.on) return 'reminder'
  if (daysBetween(lastChase.on, today) < graceDays) return null
  return chaseLevels[chaseLevels.indexOf(lastChase.level) + 1] ?? null
}
