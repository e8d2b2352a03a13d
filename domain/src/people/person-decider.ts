/**
 * Rules of the roster: who is put on it, changed, on leave, gone. Two people of one name are two records that unit, place
 * or post tells apart; whether a namesake is the same person is asked, never guessed.
 * Source: domain.md §2, §4; 组织法 2022 art. 47 (主任、副主任若干人、委员若干人).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, Id } from '../kernel/ids.ts'
import type { ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Capacity, LeavingCause, Person, PersonEvent, Seat } from './person.ts'
import type { PersonRefusal } from './person-refusals.ts'

export type Entry = Seat & Readonly<{ capacity: Capacity; name: string; place: string }>

/** Somebody of the same name in the same capacity who has not left. */
export type Namesake = Readonly<{ id: string; unit: string | null; place: string; post: string }>

export type PersonCommand = ByType<{
  RegisterPerson: Entry & {
    term: Id<'term'> | null
    /** The clerk says: another person of the same name. */
    another: boolean
    namesakes: readonly Namesake[]
  }
  AmendPerson: Omit<Entry, 'capacity'>
  LinkPerson: { account: AccountId | null }
  BeginLeave: {
    self: Id<'person'>
    from: Day
    until: Day | null
    acting: Id<'person'> | null
    reason: string
  }
  EndLeave: Nothing
  LetPersonGo: { on: Day; cause: LeavingCause }
}>

type Ruling = Result<readonly PersonEvent[], PersonRefusal>

export function decidePerson(person: Person, command: PersonCommand, today: Day): Ruling {
  if (command.type === 'RegisterPerson')
    return person.status === 'none' ? register(command, today) : refuse({ code: 'person-exists' })
  if (person.status === 'none' || person.status === 'left')
    return refuse({ code: 'person-not-serving' })
  switch (command.type) {
    case 'AmendPerson': {
      const fault = entryFault({ ...command, capacity: person.capacity })
      if (fault) return refuse(fault)
      return accept([{ type: 'PersonAmended', ...seatOf(command), words: wordsOf(command) }])
    }
    case 'LinkPerson':
      return accept([{ type: 'PersonLinked', account: command.account }])
    case 'BeginLeave':
      return beginLeave(command)
    case 'EndLeave':
      return person.status === 'onLeave'
        ? accept([{ type: 'LeaveEnded', on: today }])
        : refuse({ code: 'not-on-leave' })
    case 'LetPersonGo':
      return command.on > today
        ? refuse({ code: 'left-in-the-future' })
        : accept([{ type: 'PersonLeft', on: command.on, cause: command.cause }])
  }
}

type Registering = Extract<PersonCommand, Readonly<{ type: 'RegisterPerson' }>>

function register(command: Registering, today: Day): Ruling {
  const { capacity, term, another, namesakes, name } = command
  const fault = entryFault(command) ?? namesakeFault(name.trim(), command, another, namesakes)
  if (fault) return refuse(fault)
  const facts = { ...seatOf(command), capacity, term, on: today }
  return accept([{ type: 'PersonRegistered', ...facts, words: wordsOf(command) }])
}

function entryFault({ capacity, office, name }: Entry): PersonRefusal | null {
  if (name.trim() === '') return { code: 'person-name-missing' }
  if (capacity === 'member' && office === null) return { code: 'person-office-missing' }
  return capacity !== 'member' && office !== null ? { code: 'person-office-not-for' } : null
}

function namesakeFault(
  name: string,
  asked: Readonly<{ unit: string | null; place: string; post: string }>,
  another: boolean,
  namesakes: readonly Namesake[],
): PersonRefusal | null {
  if (namesakes.length === 0) return null
  const where = namesakes.map(toldBy)
  if (!another) return { code: 'namesake-on-record', name, where }
  const same = namesakes.some((one) => one.unit === asked.unit && toldBy(one) === toldBy(asked))
  return same ? { code: 'namesake-not-told-apart', name, where: toldBy(asked) } : null
}

/** 某某乡人大 主席 */
export function toldBy({ place, post }: Readonly<{ place: string; post: string }>): string {
  const told = [place, post].map((part) => part.trim()).filter((part) => part !== '')
  return told.length === 0 ? '未写明单位和职务' : told.join(' ')
}

function beginLeave(command: Extract<PersonCommand, Readonly<{ type: 'BeginLeave' }>>): Ruling {
  const { self, from, until, acting, reason } = command
  if (until !== null && until < from) return refuse({ code: 'leave-ends-before-it-begins' })
  if (acting === self) return refuse({ code: 'leave-acts-for-himself' })
  return accept([{ type: 'LeaveBegun', from, until, acting, words: { reason: reason.trim() } }])
}

function seatOf({ office, order, unit, post }: Seat): Seat {
  return { office, order, unit, post: post.trim() }
}

function wordsOf({ name, place }: Readonly<{ name: string; place: string }>) {
  return { name: name.trim(), place: place.trim() }
}
