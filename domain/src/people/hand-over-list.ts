/**
 * The hand-over list (移交清单): every open matter with its day and state, when an official leaves, a unit merges or the
 * term changes. The matters have moved already when it is drawn up; three sign that nothing was lost on the way: who
 * leaves, who takes over, and a witness of the committee; each with his account, or on paper that was scanned.
 *
 *     none ─draw up─▸ drawn ─third signature─▸ signed
 *
 * Source: domain.md §9.2 (transfer; inferred); issue text “commitments outlive people”; architecture.md (handOver).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, Id, MatterId, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { EvidenceFacts } from '../matters/events.ts'
import type { MatterStatus } from '../matters/matter.ts'

export const handOverCauses = ['transferred', 'merged', 'succeeded', 'termChanged'] as const

export type HandOverCause = (typeof handOverCauses)[number]

export const signerRoles = ['leaver', 'successor', 'witness'] as const

export type SignerRole = (typeof signerRoles)[number]

/** One side of a hand-over; at a change of term both sides are the committee, and no unit is named. */
export type Side = Readonly<{ unit: UnitId | null; official: OfficialId | null }>

export type ListedMatter = Readonly<{
  matter: MatterId
  number: number
  status: MatterStatus
  due: Day | null
}>

export type HandOverSignature = Readonly<{
  as: SignerRole
  on: Day
  name: string
  account: AccountId | null
  /** The scanned paper; empty when signed by account. */
  paper: readonly EvidenceFacts[]
}>

type About = Readonly<{
  cause: HandOverCause
  on: Day
  from: Side
  to: Side
  /** The one who took over is the head of the unit, until a successor is named. */
  caretaker: boolean
  term: Id<'term'> | null
  matters: readonly (ListedMatter & Readonly<{ title: string }>)[]
  signatures: readonly HandOverSignature[]
  /** The list by which the named successor took over from the caretaker. */
  followedBy: Id<'handover'> | null
}>

export type HandOver = ByStatus<{ none: Nothing; drawn: About; signed: About }>

export type KnownHandOver = Exclude<HandOver, Readonly<{ status: 'none' }>>

export type HandOverEvent = ByType<{
  HandOverDrawn: {
    cause: HandOverCause
    on: Day
    from: Side
    to: Side
    caretaker: boolean
    term: Id<'term'> | null
    matters: readonly ListedMatter[]
    /** In the order of `matters`. */
    words: Words<{ titles: readonly string[] }>
  }
  HandOverSigned: {
    as: SignerRole
    on: Day
    account: AccountId | null
    paper: readonly EvidenceFacts[]
    words: Words<{ name: string }>
  }
  HandOverFollowed: { by: Id<'handover'> }
}>

export const noHandOver: HandOver = { status: 'none' }

export function evolveHandOver(before: HandOver, event: HandOverEvent): HandOver {
  if (event.type === 'HandOverDrawn') {
    const { cause, on, from, to, caretaker, term, words } = event
    const matters = event.matters.map((one, at) => ({
      ...one,
      title: words?.titles[at] ?? erasedText,
    }))
    const signs = { signatures: [], followedBy: null }
    return { status: 'drawn', cause, on, from, to, caretaker, term, matters, ...signs }
  }
  if (before.status === 'none') throw new Error(`${event.type} before HandOverDrawn`)
  switch (event.type) {
    case 'HandOverSigned': {
      const { as, on, account, paper, words } = event
      const name = words?.name ?? erasedText
      const signatures = [...before.signatures, { as, on, name, account, paper }]
      const all = signerRoles.every((role) => signatures.some((one) => one.as === role))
      return { ...before, status: all ? 'signed' : 'drawn', signatures }
    }
    case 'HandOverFollowed':
      return { ...before, followedBy: event.by }
  }
}
