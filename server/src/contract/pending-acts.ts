/** What one administrator asked for and another has to approve, where the three are apart. */
import { guardedActs } from '@luoshi/domain/people/second-person'
import { roles } from '@luoshi/domain/people/roles'
import * as z from 'zod/mini'
import { seenOfAccount } from './accounts.ts'
import { eraseFile, eraseWords } from './erasures.ts'
import { id, instant, line, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'
import { releasing } from './quarantine.ts'
import { erasing } from './sealed.ts'
import { signInRules } from './sign-in-rules.ts'

export const grantAsked = z.object({
  account: id('account'),
  roles: z.array(z.enum(roles)).check(z.maxLength(12)),
  unit: z.nullable(id('unit')),
  official: z.nullable(id('official')),
  /** Absent in what was asked before this was kept. */
  seen: z.optional(seenOfAccount),
})

/** What it is and where is sealed: an act that waits tells nobody that there was an accusation. */
const sealedAsked = z.object({ sealed: z.string(), ...erasing })

const releaseAsked = z.extend(releasing, { sha256 })

/** As it was put; each kind has its own. */
export const askedOf = {
  eraseWords: eraseWords.body,
  eraseSealed: sealedAsked,
  eraseFile: eraseFile.body,
  releaseHeld: releaseAsked,
  grantAdministrator: grantAsked,
  joinAdministrators: signInRules,
} as const

const act = z.object({
  id: z.string(),
  kind: z.enum(guardedActs),
  askedBy: id('account'),
  askedByName: z.string(),
  askedAt: instant,
  endsAt: instant,
  /** Null: it waits. `lapsed`: nobody approved it in time. `failed`: approved, and then a rule said no. */
  outcome: z.nullable(z.enum(['approved', 'refused', 'withdrawn', 'failed', 'lapsed'])),
  decidedByName: z.nullable(z.string()),
  /** What it is about, in a line each: the record and its provision, the account and its roles. */
  about: z.array(z.object({ zh: line, en: line })),
  may: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
})

export type PendingActRow = z.infer<typeof act>

export const listPendingActs = endpoint({
  method: 'GET',
  path: '/api/v1/pending-acts',
  summary: 'What waits for a second administrator, and what was decided lately',
  command: 'ApproveAdministrator',
  answer: z.object({ rows: z.array(act) }),
})

const actParam = z.object({ act: z.string().check(z.regex(/^[a-z0-9]{32}$/)) })

export const approveAct = endpoint({
  method: 'POST',
  path: '/api/v1/pending-acts/:act/approve',
  summary: 'Approve an act as the second person; it takes effect at once, in the name of who asked',
  command: 'ApproveAdministrator',
  stepUp: true,
  params: actParam,
  answer: z.object({ done: z.literal(true) }),
})

export const refuseAct = endpoint({
  method: 'POST',
  path: '/api/v1/pending-acts/:act/refuse',
  summary: 'Refuse an act, or take back what one asked for oneself',
  params: actParam,
  answer: z.object({ done: z.literal(true) }),
})
