/** A limit over the wire: a day, or null with why there is none yet (待定). The same two fields wherever a limit is shown. */
import type { Day } from '@luoshi/domain/kernel/day'
import { dayOf, awaitsSession, undeterminedWords, type Limit } from '@luoshi/domain/matters/limit'
import * as z from 'zod/mini'

const words = z.object({ zh: z.string(), en: z.string() })

/** Null where there is a day, or where nothing is limited at all. */
export const undetermined = z.nullable(z.object({ why: words }))

export type Undetermined = z.infer<typeof undetermined>

export function undeterminedOf(limit: Limit | null): Undetermined {
  if (limit !== awaitsSession) return null
  return { why: { zh: undeterminedWords.zh.why, en: undeterminedWords.en.why } }
}

export function shownDay(limit: Limit | null): Day | null {
  return limit === null ? null : dayOf(limit)
}

/** What was sent, as the rules know it. */
export function limitSent(due: Day | null, why: Undetermined): Limit | null {
  return why === null ? due : awaitsSession
}
