/**
 * Rule: nobody is flooded and nothing is lost. What somebody is to be told is gathered; outside the console it goes out as
 * one digest a day, and what cannot wait in a further one, never more than the person's cap a day and never in quiet
 * hours. What comes after the cap goes into the next day's digest.
 *
 * Source: ecosystem.md §6 (one queue per hook, merge into a digest), §8 item 25 (digest, not noise).
 */
import type { MessageCause } from './message-causes.ts'
import { isUrgent } from './message-causes.ts'

/** Minutes since midnight in China. */
export type MinuteOfDay = number

export type Taste = Readonly<{
  /** Digests a day at the most; the database allows no more than `mostDigestsADay`. */
  cap: number
  /** When the day's digest goes out. */
  digestAt: MinuteOfDay
  /** Nothing goes out from `quietFrom` until `quietUntil`; the span may go over midnight; equal: no quiet hours. */
  quietFrom: MinuteOfDay
  quietUntil: MinuteOfDay
}>

export const mostDigestsADay = 5

export const usualTaste: Taste = { cap: 2, digestAt: 510, quietFrom: 1200, quietUntil: 480 }

export type DigestNow = 'send' | 'wait'

/** @param sentToday - Digests this person has already had today. */
export function digestNow(
  waiting: readonly MessageCause[],
  sentToday: number,
  now: MinuteOfDay,
  taste: Taste,
): DigestNow {
  if (waiting.length === 0 || sentToday >= capOf(taste) || isQuiet(now, taste)) return 'wait'
  if (waiting.some(isUrgent)) return 'send'
  return sentToday === 0 && now >= taste.digestAt ? 'send' : 'wait'
}

function capOf({ cap }: Taste): number {
  return Math.min(cap, mostDigestsADay)
}

export function isQuiet(now: MinuteOfDay, { quietFrom, quietUntil }: Taste): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? now >= quietFrom && now < quietUntil
    : now >= quietFrom || now < quietUntil
}

/** A person may ask for quiet at any hour but must leave one in which the day's digest can go out. */
export function isTaste({ cap, digestAt, quietFrom, quietUntil }: Taste): boolean {
  const minutes = [digestAt, quietFrom, quietUntil].every(
    (one) => Number.isInteger(one) && one >= 0 && one < 1440,
  )
  const capped = Number.isInteger(cap) && cap >= 1 && cap <= mostDigestsADay
  return minutes && capped && !isQuiet(digestAt, { cap, digestAt, quietFrom, quietUntil })
}

/** Lines a digest shows; the rest is counted and stands in the console, where the link leads. */
export const mostLines = 12
