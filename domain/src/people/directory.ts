/**
 * Units and officials: who must act, and who answers in person. A unit may merge into another, an official may leave
 * the post; what they owed goes to whoever succeeds, so a reader of a matter always finds somebody responsible.
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
  active: { name: string }
  merged: { name: string; into: UnitId; on: Day }
}>

export type UnitEvent = ByType<{
  UnitRegistered: { name: string }
  UnitMerged: { into: UnitId; on: Day }
}>

export type Official = ByStatus<{
  none: Nothing
  inPost: { name: string; unit: UnitId; post: string; appointedBy: Appointer }
  left: {
    name: string
    unit: UnitId
    post: string
    appointedBy: Appointer
    successor: OfficialId
    on: Day
  }
}>

export type OfficialEvent = ByType<{
  OfficialRegistered: {
    unit: UnitId
    post: string
    appointedBy: Appointer
    words: Words<{ name: string }>
  }
  OfficialLeft: { successor: OfficialId; on: Day }
}>

export function evolveUnit(before: Unit, event: UnitEvent): Unit {
  if (event.type === 'UnitRegistered') return { status: 'active', name: event.name }
  if (before.status === 'none') throw new Error('UnitMerged before UnitRegistered')
  return { status: 'merged', name: before.name, into: event.into, on: event.on }
}

export function evolveOfficial(before: Official, event: OfficialEvent): Official {
  if (event.type === 'OfficialRegistered') {
    const { unit, post, appointedBy, words } = event
    return { status: 'inPost', name: words?.name ?? erasedText, unit, post, appointedBy }
  }
  if (before.status === 'none') throw new Error('OfficialLeft before OfficialRegistered')
  const { name, unit, post, appointedBy } = before
  return { status: 'left', name, unit, post, appointedBy, successor: event.successor, on: event.on }
}
