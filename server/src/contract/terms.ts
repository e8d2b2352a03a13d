/** Terms of the committee and their sessions. */
import * as z from 'zod/mini'
import { day, id, line, version } from './fields.ts'
import { endpoint } from './kit.ts'

const termRow = z.object({
  id: id('term'),
  version,
  status: z.enum(['current', 'ended']),
  number: z.int(),
  title: z.string(),
  from: day,
  until: day,
  endedOn: z.nullable(day),
})

const sessionRow = z.object({
  id: id('session'),
  version,
  status: z.enum(['planned', 'held', 'cancelled']),
  term: id('term'),
  number: z.int(),
  title: z.string(),
  /** Null: 待定. */
  on: z.nullable(day),
  reason: z.nullable(z.string()),
  moves: z.array(z.object({ from: z.nullable(day), to: z.nullable(day), reason: z.string() })),
})

const terms = z.object({ terms: z.array(termRow), sessions: z.array(sessionRow) })

export type Terms = z.infer<typeof terms>
export type TermRow = z.infer<typeof termRow>
export type SessionRow = z.infer<typeof sessionRow>

/** How many limits went with the session. */
const told = z.object({ ...terms.shape, moved: z.int() })

export const listTerms = endpoint({
  method: 'GET',
  path: '/api/v1/terms',
  summary: 'Terms and sessions, newest first',
  answer: terms,
})

const termParts = { number: z.int(), from: day, until: day }

export const openTerm = endpoint({
  method: 'POST',
  path: '/api/v1/terms',
  summary: 'Record the term that runs now',
  command: 'OpenTerm',
  body: z.object(termParts),
  answer: terms,
})

export const changeTerm = endpoint({
  method: 'POST',
  path: '/api/v1/terms/:term/change-term',
  summary: 'The next term begins: who goes on, who leaves; what is open is listed and stays',
  command: 'ChangeTerm',
  params: z.object({ term: id('term') }),
  body: z.object({
    version,
    ...termParts,
    /** Members and deputies elected again; the others of the term leave. */
    goOn: z.array(id('person')).check(z.maxLength(2000)),
  }),
  answer: z.object({ ...terms.shape, handOver: z.nullable(id('handover')), left: z.int() }),
})

export const planSession = endpoint({
  method: 'POST',
  path: '/api/v1/sessions',
  summary: 'Plan a session, with its day or without',
  command: 'PlanSession',
  body: z.object({ term: id('term'), number: z.int(), on: z.nullable(day) }),
  answer: told,
})

const sessionParam = z.object({ session: id('session') })

export const moveSession = endpoint({
  method: 'POST',
  path: '/api/v1/sessions/:session/move-session',
  summary: 'Another day for a session, or none yet; limits that end at it go along',
  command: 'MoveSession',
  params: sessionParam,
  body: z.object({ version, to: z.nullable(day), reason: line }),
  answer: told,
})

export const holdSession = endpoint({
  method: 'POST',
  path: '/api/v1/sessions/:session/hold-session',
  summary: 'A session was held',
  command: 'HoldSession',
  params: sessionParam,
  body: z.object({ version, on: day }),
  answer: told,
})

export const cancelSession = endpoint({
  method: 'POST',
  path: '/api/v1/sessions/:session/cancel-session',
  summary: 'A session is cancelled, with the reason; limits that ended at it go to the next one',
  command: 'CancelSession',
  params: sessionParam,
  body: z.object({ version, reason: line }),
  answer: told,
})
