/**
 * Rule: a defence may be filed within the county's window, counted in the first round from hand-over or receipt as the
 * rule book says, in every later one from the verdict that opened it.
 * Source: domain.md §4 (S8); rule book `defenceWindow` (no term found anywhere: 未核实). Later rounds: inferred.
 */
import { dueDay } from '../calendar/due-day.ts'
import type { DaysAsked } from './due-days.ts'
import { limitOf, type Limit } from './limit.ts'
import { currentRound, type OpenedMatter } from './matter.ts'

export type DefenceWindow = Readonly<{
  until: Limit
  words: Readonly<{ zh: string; en: string }>
}>

/** Null before hand-over. */
export function defenceWindow(
  matter: OpenedMatter,
  { book: { settings }, calendar, sessions }: DaysAsked,
): DefenceWindow | null {
  const round = currentRound(matter)
  if (!round) return null
  const { value } = settings.defenceWindow
  const isLater = round.number > 1
  const signedOn = matter.handOver?.signedOn ?? null
  const start = !isLater && value.from === 'receipt' && signedOn ? signedOn : round.startedOn
  const rule = isLater ? ({ ...value, from: 'verdict' } as const) : value
  const rollOver = settings.rollOver.value
  const reckoned = dueDay({ start, rule, calendar, sessions, rollOver })
  return { until: limitOf(reckoned), words: reckoned.words }
}
