/**
 * Units and officials: who must act, and who answers in person. A unit may merge into another, an official may leave
 * the post; what they owed goes to whoever succeeds, so a reader of a matter always finds somebody responsible.
 *
 *     none ─register─▸ inPost ─leave─▸ left ─reappoint─▸ inPost (another post; the past ones stay to be read)
 *
 * Source: architecture.md (unit / official, appointedBy); issue text “commitments outlive people”; domain.md §9.2, §12.
 */
import type { Day } from '../kernel/day.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'

/** Gates which measures may follow (domain.md §12). */
export const appointers = [
  'congressElected',
  'committeeAppointed',
  'notByCongress',
  'verticallyManaged',
] as const

export type Appointer = (typeof appointers)[number]

export type Unit = ByStatus<{
  none: Nothing
  /** `head`: who answers while a post in the unit is empty (主要负责人、主持工作的负责人). */
  active: { name: string; head: OfficialId | null }
  merged: { name: string; head: OfficialId | null; into: UnitId; on: Day }
}>

export type UnitEvent = ByType<{
  UnitRegistered: { name: string }
  UnitHeadNamed: { official: OfficialId; on: Day }
  UnitMerged: { into: UnitId; on: Day }
}>

/** How somebody was appointed belongs to the post, not to the person: 局长 by the committee, 副局长 not. */
export type Post = Readonly<{ unit: UnitId; post: string; appointedBy: Appointer }>

export type PastPost = Post & Readonly<{ from: Day | null; to: Day; successor: OfficialId }>

export type OfficialLeave = Readonly<{
  from: Day
  until: Day | null
  acting: OfficialId | null
  reason: string
}>

type Serving = Post &
  Readonly<{
    name: string
    /** Null in records of the first release. */
    since: Day | null
    leave: OfficialLeave | null
    past: readonly PastPost[]
  }>

export type Official = ByStatus<{
  none: Nothing
  inPost: Serving
  left: Serving & {
    successor: OfficialId
    on: Day
    /** The successor is the unit's head, until somebody is named for the post. */
    caretaker: boolean
  }
}>

export type OfficialEvent = ByType<{
  /** `since` is absent in events of the first release. */
  OfficialRegistered: Post & { since?: Day; words: Words<{ name: string }> }
  /** `caretaker` is absent in events of the first release: a successor was always named. */
  OfficialLeft: { successor: OfficialId; on: Day; caretaker?: boolean }
  OfficialSucceeded: { successor: OfficialId; on: Day }
  OfficialReappointed: Post & { on: Day }
  OfficialLeaveBegun: {
    from: Day
    until: Day | null
    acting: OfficialId | null
    words: Words<{ reason: string }>
  }
  OfficialLeaveEnded: { on: Day }
}>

export function evolveUnit(before: Unit, event: UnitEvent): Unit {
  if (event.type === 'UnitRegistered') return { status: 'active', name: event.name, head: null }
  if (before.status === 'none') throw new Error(`${event.type} before UnitRegistered`)
  switch (event.type) {
    case 'UnitHeadNamed':
      return { ...before, head: event.official }
    case 'UnitMerged': {
      const { name, head } = before
      return { status: 'merged', name, head, into: event.into, on: event.on }
    }
  }
}

export function evolveOfficial(before: Official, event: OfficialEvent): Official {
  if (event.type === 'OfficialRegistered') {
    const { unit, post, appointedBy, since = null, words } = event
    const name = words?.name ?? erasedText
    return { status: 'inPost', name, unit, post, appointedBy, since, leave: null, past: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before OfficialRegistered`)
  switch (event.type) {
    case 'OfficialLeft': {
      const { successor, on, caretaker = false } = event
      const gone = { successor, on, caretaker }
      return { ...servingOf(before), ...gone, status: 'left', leave: null }
    }
    case 'OfficialSucceeded':
      return succeeded(before, event.successor)
    case 'OfficialReappointed': {
      const { unit, post, appointedBy, on } = event
      const { name } = before
      const past = before.status === 'left' ? [...before.past, pastOf(before)] : before.past
      return { status: 'inPost', name, unit, post, appointedBy, since: on, leave: null, past }
    }
    case 'OfficialLeaveBegun': {
      const { from, until, acting, words } = event
      return { ...before, leave: { from, until, acting, reason: words?.reason ?? erasedText } }
    }
    case 'OfficialLeaveEnded':
      return { ...before, leave: null }
  }
}

type Left = Extract<Official, Readonly<{ status: 'left' }>>

function pastOf({ unit, post, appointedBy, since, on, successor }: Left): PastPost {
  return { unit, post, appointedBy, from: since, to: on, successor }
}

/** Whoever was named after all; for one who serves elsewhere by now, in the last of his past posts. */
function succeeded(before: Exclude<Official, { status: 'none' }>, successor: OfficialId): Official {
  if (before.status === 'left') return { ...before, successor, caretaker: false }
  const last = before.past.at(-1)
  return last ? { ...before, past: [...before.past.slice(0, -1), { ...last, successor }] } : before
}

function servingOf({ name, unit, post, appointedBy, since, leave, past }: Serving): Serving {
  return { name, unit, post, appointedBy, since, leave, past }
}
