/**
 * Whom the figures point to: the bottom of the deputies' ranking, those below a threshold, those not yet appraised this
 * term. Only a list with its figures; who goes on the plan is decided by people and recorded with the reason.
 *
 * Source: domain.md §5 phase 0: bottom two of the deputies' ranking are listed automatically (S16), skipped when every
 * unit reaches 90 % (S17); everyone once per term (S3, S6, S7).
 */
import type { Day } from '../kernel/day.ts'

export type Rated<Who> = Readonly<{ who: Who; satisfied: number; raters: number }>

export type Ranked<Who> = Rated<Who> & Readonly<{ place: number; isListed: boolean }>

export type Ranking<Who> = Readonly<{
  rows: readonly Ranked<Who>[]
  /** Everybody reached the threshold: nobody is listed this year. */
  isSpared: boolean
  /** More are listed than asked for, because equal shares cannot be told apart. */
  hasTies: boolean
}>

/** Whether a's share is below b's, without rounding. */
const lower = (a: Rated<unknown>, b: Rated<unknown>) =>
  a.satisfied * b.raters < b.satisfied * a.raters

/** @param sparedFrom - Percentage from which everybody is spared when all reach it; null: never. */
export function bottomOf<Who>(
  rated: readonly Rated<Who>[],
  count: number,
  sparedFrom: number | null,
): Ranking<Who> {
  const counted = rated.filter(({ raters }) => raters > 0)
  const isSpared =
    sparedFrom !== null &&
    counted.length > 0 &&
    counted.every(({ satisfied, raters }) => satisfied * 100 >= sparedFrom * raters)
  const rows = counted
    .map((one) => {
      const place = counted.filter((other) => lower(one, other)).length + 1
      const below = counted.filter((other) => lower(other, one)).length
      return { ...one, place, isListed: !isSpared && below < count }
    })
    .toSorted((a, b) => a.place - b.place)
  return { rows, isSpared, hasTies: rows.filter(({ isListed }) => isListed).length > count }
}

export type Below<Who> = Rated<Who> & Readonly<{ isListed: boolean }>

/** 低于门槛列入: everybody whose share is below the threshold. */
export function belowThreshold<Who>(
  rated: readonly Rated<Who>[],
  percent: number,
): readonly Below<Who>[] {
  return rated
    .filter(({ raters }) => raters > 0)
    .map((one) => ({ ...one, isListed: one.satisfied * 100 < percent * one.raters }))
}

export type Appraised<Who> = Readonly<{ who: Who; lastOn: Day | null; times: number }>

/** Who has not been appraised since the term began, longest ago first; those never appraised before all others. */
export function notYetThisTerm<Who>(
  all: readonly Appraised<Who>[],
  termStart: Day,
): readonly Appraised<Who>[] {
  return all
    .filter(({ lastOn }) => lastOn === null || lastOn < termStart)
    .toSorted((a, b) => (a.lastOn ?? '').localeCompare(b.lastOn ?? ''))
}
