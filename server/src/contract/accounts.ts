/** Accounts as the administrator sees them. */
import { roles } from '@luoshi/domain/people/roles'
import * as z from 'zod/mini'
import { day, id, instant, line } from './fields.ts'
import { endpoint } from './kit.ts'

/** The post or the unit is no more, or the person left the roster: then the account acts for nobody. */
export const displacements = ['post', 'unit', 'left'] as const

export type Displacement = (typeof displacements)[number]

export const suspensions = ['administrator', 'dormant'] as const

/** By whom: an administrator, or by itself because nobody used it. */
export type SuspendedWhy = (typeof suspensions)[number]

export const accountRow = z.object({
  id: id('account'),
  /** The name one signs in with. */
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  unit: z.nullable(id('unit')),
  official: z.nullable(id('official')),
  displaced: z.nullable(z.enum(displacements)),
  status: z.enum(['invited', 'active', 'locked', 'suspended']),
  suspendedWhy: z.nullable(z.enum(suspensions)),
  /** The day it is suspended if nobody uses it until then, when that is near. */
  dormantOn: z.nullable(day),
  lastSeen: z.nullable(instant),
  /** Whether signing in takes more than a password. */
  secondFactor: z.boolean(),
})

export type AccountRow = z.infer<typeof accountRow>

/** The invitation link is shown once and cannot be asked for again. */
const invited = z.object({ account: accountRow, invitation: z.string() })

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/v1/accounts',
  summary:
    'Accounts by login, fifty a page; found by a part of login or name, or by how they stand',
  command: 'InviteAccount',
  query: z.object({
    search: z.optional(z.string().check(z.maxLength(40))),
    standing: z.optional(z.enum(['invited', 'active', 'suspended'])),
    /** `next` of the page before. */
    after: z.optional(z.string().check(z.maxLength(40))),
  }),
  answer: z.object({
    rows: z.array(accountRow),
    next: z.nullable(z.string()),
    counts: z.object({ invited: z.int(), active: z.int(), suspended: z.int() }),
  }),
})

export const createAccount = endpoint({
  method: 'POST',
  path: '/api/v1/accounts',
  summary: 'Invite a person; answers the link to hand to them',
  command: 'InviteAccount',
  body: z.object({
    login: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)),
    name: line,
    /** None where the three administrators are apart: then the security administrator grants them. */
    roles: z.array(z.enum(roles)).check(z.maxLength(12)),
    unit: z.nullable(id('unit')),
    official: z.nullable(id('official')),
  }),
  answer: invited,
})

const accountParam = z.object({ account: id('account') })

export const suspendAccount = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/suspend',
  summary: 'Suspend an account and end its sessions',
  command: 'SuspendAccount',
  params: accountParam,
  answer: accountRow,
})

export const unlockAccount = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/unlock',
  summary: 'Unlock or reinstate an account',
  command: 'UnlockAccount',
  params: accountParam,
  answer: accountRow,
})

const belonging = {
  roles: z.array(z.enum(roles)).check(z.maxLength(12)),
  unit: z.nullable(id('unit')),
  official: z.nullable(id('official')),
}

/** What the page showed of the account when it was asked: where it is another by now, nothing is granted. */
export const seenOfAccount = z.object(belonging)

export const grantRoles = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/roles',
  summary: 'Grant an account its roles; it is signed out',
  command: 'GrantRoles',
  params: accountParam,
  body: z.object({ ...belonging, seen: seenOfAccount }),
  /** `waits`: an administrator’s rights change only when another administrator has approved. */
  answer: z.object({ ...accountRow.shape, waits: z.boolean() }),
})

export const inviteAgain = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/invite',
  summary: 'A new link for a person who lost theirs or their key',
  command: 'InviteAccount',
  params: accountParam,
  answer: invited,
})

const sessionLine = z.object({
  id: z.string(),
  device: z.string(),
  address: z.string(),
  method: z.string(),
  startedAt: instant,
  seenAt: instant,
  isThis: z.boolean(),
})

export const listAccountSessions = endpoint({
  method: 'GET',
  path: '/api/v1/accounts/:account/sessions',
  summary: 'Where a person is signed in',
  command: 'RevokeSession',
  params: accountParam,
  answer: z.object({ rows: z.array(sessionLine) }),
})

export const endAccountSessions = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/sessions/end',
  summary: 'Sign a person out everywhere',
  command: 'RevokeSession',
  params: accountParam,
  answer: accountRow,
})

export const removeAccountFactors = endpoint({
  method: 'POST',
  path: '/api/v1/accounts/:account/factors/remove',
  summary: 'Remove the second factors of a person who lost theirs; they are signed out',
  command: 'UnlockAccount',
  stepUp: true,
  params: accountParam,
  answer: accountRow,
})
