/**
 * What a request needs first, read in the trip that asked whose session it is (`0171-session-and-first-look.sql`). It
 * was read as the congress of the session a moment before; whoever uses it judges the rights on it as on anything read,
 * and what is written on it is held to its version by the log.
 */
import type { AppraisalId, MatterId, UnitId } from '@luoshi/domain/kernel/ids'

type Look<Wanted extends string, Which, Also = null> = Readonly<{
  wanted: Wanted
  which: Which
  also: Also
}>

/** A matter's page; the events a step is decided on; what raising an opinion depends on. */
export type AheadAsked =
  | Look<'matter', MatterId>
  | Look<'step', MatterId>
  | Look<'raising', AppraisalId, UnitId | null>

/** `found` is text of JSON, read by whoever asked for it; null when there is no such thing. */
export type Ahead = AheadAsked & Readonly<{ found: string | null }>
