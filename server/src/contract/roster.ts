/** People of the congress on their roster: members, deputies, observers, investigators, clerks, staff of units. */
import { capacities, leavingCauses, offices } from '@luoshi/domain/people/person'
import * as z from 'zod/mini'
import { day, id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

const leave = z.object({
  from: day,
  until: z.nullable(day),
  acting: z.nullable(id('person')),
  reason: z.string(),
})

const personRow = z.object({
  id: id('person'),
  version,
  status: z.enum(['serving', 'onLeave', 'left']),
  capacity: z.enum(capacities),
  name: z.string(),
  office: z.nullable(z.enum(offices)),
  order: z.nullable(z.int()),
  unit: z.nullable(id('unit')),
  unitName: z.nullable(z.string()),
  place: z.string(),
  post: z.string(),
  term: z.nullable(id('term')),
  account: z.nullable(id('account')),
  accountName: z.nullable(z.string()),
  since: day,
  leave: z.nullable(leave),
  leftOn: z.nullable(day),
  cause: z.nullable(z.enum(leavingCauses)),
})

export type PersonRow = z.infer<typeof personRow>

export const listPersons = endpoint({
  method: 'GET',
  path: '/api/v1/persons',
  summary: 'The roster, by office, rank and strokes of the name',
  query: z.object({ capacity: z.optional(z.enum(capacities)) }),
  answer: z.object({ rows: z.array(personRow) }),
})

const seat = {
  name: line,
  office: z.nullable(z.enum(offices)),
  order: z.nullable(z.int().check(z.minimum(1), z.maximum(100_000))),
  unit: z.nullable(id('unit')),
  place: line,
  post: line,
}

export const registerPerson = endpoint({
  method: 'POST',
  path: '/api/v1/persons',
  summary: 'Put a person on the roster; a namesake is asked about, never guessed',
  command: 'RegisterPerson',
  body: z.object({
    capacity: z.enum(capacities),
    ...seat,
    term: z.nullable(id('term')),
    another: z.optional(z.boolean()),
  }),
  answer: personRow,
})

const personParam = z.object({ person: id('person') })

export const amendPerson = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:person/amend-person',
  summary: 'Put name, office, place or post right',
  command: 'AmendPerson',
  params: personParam,
  body: z.object({ version, ...seat }),
  answer: personRow,
})

export const listLinkable = endpoint({
  method: 'GET',
  path: '/api/v1/persons/linkable-accounts',
  summary: 'Accounts that may be linked to people on the roster; for who may link',
  command: 'LinkPerson',
  answer: z.object({
    rows: z.array(z.object({ id: id('account'), name: z.string(), linked: z.boolean() })),
  }),
})

export const linkPerson = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:person/link-person',
  summary: 'Say which account is this person’s, or that none is',
  command: 'LinkPerson',
  params: personParam,
  body: z.object({ version, account: z.nullable(id('account')) }),
  answer: personRow,
})

export const beginLeave = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:person/begin-leave',
  summary: 'On leave from a day on, and who acts meanwhile',
  command: 'BeginLeave',
  params: personParam,
  body: z.object({
    version,
    from: day,
    until: z.nullable(day),
    acting: z.nullable(id('person')),
    reason: line,
  }),
  answer: personRow,
})

export const endLeave = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:person/end-leave',
  summary: 'Back from leave',
  command: 'EndLeave',
  params: personParam,
  body: z.object({ version }),
  answer: personRow,
})

export const letPersonGo = endpoint({
  method: 'POST',
  path: '/api/v1/persons/:person/let-person-go',
  summary: 'No longer serves; the record stays',
  command: 'LetPersonGo',
  params: personParam,
  body: z.object({ version, on: day, cause: z.enum(leavingCauses) }),
  answer: personRow,
})
