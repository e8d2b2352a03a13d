/**
 * People of the congress as a roster keeps them: members of the committee, deputies, observers, investigators, clerks and
 * staff of units. A record is one person in one capacity; whether he has an account is another matter.
 *
 *     none ─register─▸ serving ⇄ onLeave ─let go─▸ left
 *
 * Source: domain.md §2 (组成人员 = 主任、副主任、委员；代表；列席人员), §4 (roles); 组织法 2022 art. 47.
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, Id, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'

export const capacities = [
  'member',
  'deputy',
  'observer',
  'investigator',
  'clerk',
  'unitStaff',
] as const

export type Capacity = (typeof capacities)[number]

/** Of members only, in their order on paper. A county has no 秘书长; a city and a province have. */
export const offices = ['director', 'viceDirector', 'secretaryGeneral', 'ordinary'] as const

export type Office = (typeof offices)[number]

/** Where and as what somebody serves: what tells two people of one name apart. */
export type Seat = Readonly<{
  office: Office | null
  /** Place on the roster as it was handed in; it is an order of ranks, never of doings. */
  order: number | null
  unit: UnitId | null
  post: string
}>

export type Leave = Readonly<{
  from: Day
  until: Day | null
  acting: Id<'person'> | null
  reason: string
}>

export const leavingCauses = ['termEnded', 'transferred', 'resigned', 'removed', 'other'] as const

export type LeavingCause = (typeof leavingCauses)[number]

type About = Seat &
  Readonly<{
    capacity: Capacity
    name: string
    /** 工作单位、选区或者代表团, as the roster writes it. */
    place: string
    term: Id<'term'> | null
    account: AccountId | null
    since: Day
    leaves: readonly (Leave & Readonly<{ ended: Day }>)[]
  }>

export type Person = ByStatus<{
  none: Nothing
  serving: About
  onLeave: About & { leave: Leave }
  left: About & { leftOn: Day; cause: LeavingCause }
}>

export type KnownPerson = Exclude<Person, Readonly<{ status: 'none' }>>

type SaidOfPerson = Words<{ name: string; place: string }>

export type PersonEvent = ByType<{
  PersonRegistered: Seat & {
    capacity: Capacity
    term: Id<'term'> | null
    on: Day
    words: SaidOfPerson
  }
  PersonAmended: Seat & { words: SaidOfPerson }
  PersonLinked: { account: AccountId | null }
  LeaveBegun: {
    from: Day
    until: Day | null
    acting: Id<'person'> | null
    words: Words<{ reason: string }>
  }
  LeaveEnded: { on: Day }
  /** Elected again: goes on in the new term. */
  PersonWentOn: { term: Id<'term'>; on: Day }
  PersonLeft: { on: Day; cause: LeavingCause }
}>

export const noPerson: Person = { status: 'none' }

export function evolvePerson(before: Person, event: PersonEvent): Person {
  if (event.type === 'PersonRegistered') {
    const { capacity, office, order, unit, post, term, on, words } = event
    const said = saidOf(words)
    const rest = { term, account: null, since: on, leaves: [] }
    return { status: 'serving', capacity, office, order, unit, post, ...said, ...rest }
  }
  if (before.status === 'none') throw new Error(`${event.type} before PersonRegistered`)
  switch (event.type) {
    case 'PersonAmended': {
      const { office, order, unit, post, words } = event
      return { ...before, office, order, unit, post, ...saidOf(words) }
    }
    case 'PersonLinked':
      return { ...before, account: event.account }
    case 'LeaveBegun': {
      const { from, until, acting, words } = event
      const leave = { from, until, acting, reason: words?.reason ?? erasedText }
      return { ...aboutOf(before), status: 'onLeave', leave }
    }
    case 'LeaveEnded': {
      if (before.status !== 'onLeave') throw new Error('LeaveEnded before LeaveBegun')
      const leaves = [...before.leaves, { ...before.leave, ended: event.on }]
      return { ...aboutOf(before), status: 'serving', leaves }
    }
    case 'PersonWentOn':
      return { ...before, term: event.term }
    case 'PersonLeft':
      return { ...aboutOf(before), status: 'left', leftOn: event.on, cause: event.cause }
  }
}

function saidOf(words: SaidOfPerson): Readonly<{ name: string; place: string }> {
  return words ? { name: words.name, place: words.place } : { name: erasedText, place: erasedText }
}

function aboutOf(person: KnownPerson): About {
  const { capacity, office, order, unit, post, name, place, term, account, since, leaves } = person
  return { capacity, office, order, unit, post, name, place, term, account, since, leaves }
}
