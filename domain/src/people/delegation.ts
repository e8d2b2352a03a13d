/**
 * Acting for a colleague on leave, without lending a password: the deputy signs in as himself, and all he does says who
 * did it and for whom. Never more than the colleague could do, never what the law wants done in person.
 * Source: seed map S05 (亲自负责抓落实); 监督法 and 代表法: mandates are exercised in person; GB/T 22239-2019 8.1.4.2 c (no shared accounts).
 */
import { daysBetween, type Day } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { CommandType } from './rights.ts'
import type { Role } from './roles.ts'

/** Offices of work. Mandates (chairs, members, deputies) and the three administrators have no deputies. */
export const delegableRoles = [
  'clerk',
  'team',
  'official',
  'unitStaff',
] as const satisfies readonly Role[]

export function isDelegable(role: Role): boolean {
  return delegableRoles.some((one) => one === role)
}

/** No deputy does these, whoever he acts for: the official answers in person, and access is not lent on. */
export const inPersonCommands: ReadonlySet<CommandType> = new Set<CommandType>([
  'SubmitPlan',
  'SubmitResult',
  'FileDefence',
  'SubmitSelfCheck',
  'SignInquiryReport',
  'SignHandover',
  // Who sees a protected source is a matter of trust in one person.
  'ReadSource',
  'SealLot',
  'OpenLot',
  'EraseWords',
  'DecideQuarantine',
  'ApproveErasure',
  'ApproveRelease',
  'ApproveAdministrator',
  'EraseSealed',
  'InviteAccount',
  'SuspendAccount',
  'UnlockAccount',
  'GrantRoles',
  'RevokeSession',
  'SetSignInRules',
  'ReadAudit',
  'DelegateRole',
  'EndDelegation',
])

export const delegationLimit = { days: 184, reason: 200 } as const

export type DelegationAsked = Readonly<{
  by: AccountId
  held: readonly Role[]
  deputy: AccountId
  roles: readonly Role[]
  /** The first and the last day, both included. */
  from: Day
  until: Day
  reason: string
}>

export type DelegationFault =
  | 'delegate-to-yourself'
  | 'delegate-not-held'
  | 'delegate-in-person'
  | 'delegate-period'
  | 'delegate-reason'

export function delegationFault(asked: DelegationAsked, today: Day): DelegationFault | null {
  if (asked.by === asked.deputy) return 'delegate-to-yourself'
  if (asked.roles.length === 0 || asked.roles.some((role) => !asked.held.includes(role)))
    return 'delegate-not-held'
  if (!asked.roles.every(isDelegable)) return 'delegate-in-person'
  const days = daysBetween(asked.from, asked.until)
  if (days < 0 || days >= delegationLimit.days || asked.until < today) return 'delegate-period'
  const { length } = asked.reason.trim()
  return length === 0 || length > delegationLimit.reason ? 'delegate-reason' : null
}

/** What a deputy has at this moment: of the roles lent, those the colleague still holds. */
export function lentRoles(lent: readonly Role[], stillHeld: readonly Role[]): readonly Role[] {
  return lent.filter((role) => stillHeld.includes(role) && isDelegable(role))
}
