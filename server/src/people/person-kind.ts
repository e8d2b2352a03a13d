/** Somebody on the roster as a record. */
import { evolvePerson, noPerson, type PersonEvent } from '@luoshi/domain/people/person'
import { recordKind } from '../execute/record.ts'

export const personKind = recordKind({
  kind: 'person',
  events: {
    PersonRegistered: true,
    PersonAmended: true,
    PersonLinked: true,
    LeaveBegun: true,
    LeaveEnded: true,
    PersonWentOn: true,
    PersonLeft: true,
  } satisfies Record<PersonEvent['type'], true>,
  initial: noPerson,
  evolve: evolvePerson,
  row: (person) =>
    person.status === 'none'
      ? null
      : { title: person.name, parent: person.term, unit: person.unit, on_day: person.since },
})
