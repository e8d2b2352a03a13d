/**
 * Rule: the four checks (四查). What is done is checked for its effect, what is being done for its progress, what has not
 * begun for the cause, what is refused for who is responsible. Each matter in a unit's hands is under exactly one of
 * them; computed whenever it is asked for, never stored, so that it cannot be out of date.
 *
 * Source: domain.md §2 (四查 [S20]), §10 (lights, ladder); seed map S06.
 */
import { daysBetween, type Day } from '../kernel/day.ts'
import type { MatterStatus } from '../matters/matter.ts'
import type { ChaseLevel } from './chase.ts'

export const fourChecks = ['effect', 'progress', 'cause', 'responsibility'] as const

export type FourCheck = (typeof fourChecks)[number]

export const fourCheckLabels: Readonly<
  Record<
    FourCheck,
    Readonly<{ zh: string; en: string; asks: Readonly<{ zh: string; en: string }> }>
  >
> = {
  effect: {
    zh: '已整改的查效果',
    en: 'Done: is it effective?',
    asks: { zh: '查效果', en: 'Effect' },
  },
  progress: {
    zh: '正在整改的查进度',
    en: 'Under way: how far?',
    asks: { zh: '查进度', en: 'Progress' },
  },
  cause: { zh: '尚未整改的查原因', en: 'Not begun: why?', asks: { zh: '查原因', en: 'Cause' } },
  responsibility: {
    zh: '拖着不改的查责任',
    en: 'Refused: who answers?',
    asks: { zh: '查责任', en: 'Responsibility' },
  },
}

export const lights = ['red', 'yellow', 'green'] as const

export type Light = (typeof lights)[number]

/** What is known of a matter in a unit's hands. */
export type Watched = Readonly<{
  status: MatterStatus
  /** The day by which the unit owes the next thing; null while others have the word. */
  owed: Day | null
  /** The last day on which the unit did anything about it. */
  lastActed: Day
  lastChase: Readonly<{ on: Day; level: ChaseLevel }> | null
}>

export type Watching = Readonly<{ remindDays: number; silenceDays: number }>

export type Watch = Readonly<{
  check: FourCheck
  light: Light
  daysLate: number
  /** Days without any entry, when they are more than the county lets pass; else 0. */
  silentDays: number
}>

/** Null before hand-over and after the end: nobody's rectification is to be checked then. */
export function watch(matter: Watched, rules: Watching, today: Day): Watch | null {
  const check = fourCheckOf(matter, today)
  if (check === null) return null
  const late = matter.owed === null ? 0 : Math.max(0, daysBetween(matter.owed, today))
  const quiet = Math.max(0, daysBetween(matter.lastActed, today))
  const silentDays = matter.owed !== null && quiet > rules.silenceDays ? quiet : 0
  return { check, light: lightOf(matter, rules, today), daysLate: late, silentDays }
}

function fourCheckOf(matter: Watched, today: Day): FourCheck | null {
  if (refuses(matter, today)) return 'responsibility'
  switch (matter.status) {
    case 'submitted':
    case 'verified':
    case 'satisfied':
      return 'effect'
    case 'planned':
    case 'inProgress':
    case 'committed':
      return 'progress'
    case 'issued':
    case 'received':
      return 'cause'
    case 'drafted':
    case 'approved':
    case 'misassigned':
    case 'closed':
    case 'merged':
    case 'exited':
      return null
  }
}

/** Late, chased, and nothing done since: no longer a delay. */
function refuses({ owed, lastActed, lastChase }: Watched, today: Day): boolean {
  return owed !== null && owed < today && lastChase !== null && lastActed <= lastChase.on
}

function lightOf({ owed }: Watched, { remindDays }: Watching, today: Day): Light {
  if (owed === null) return 'green'
  if (owed < today) return 'red'
  return daysBetween(today, owed) <= remindDays ? 'yellow' : 'green'
}
