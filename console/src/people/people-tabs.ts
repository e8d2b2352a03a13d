/** The tabs of the room of people, in their order, and whom each shows. */
import type { Capacity } from '@luoshi/domain/people/person'

export const peopleTabs = ['units', 'officials', 'member', 'deputy', 'observer', 'staff'] as const

export type PeopleTab = (typeof peopleTabs)[number]

export type RosterTabName = Exclude<PeopleTab, 'units' | 'officials'>

export const capacitiesIn: Readonly<Record<RosterTabName, readonly Capacity[]>> = {
  member: ['member'],
  deputy: ['deputy'],
  observer: ['observer'],
  staff: ['investigator', 'clerk', 'unitStaff'],
}
