/**
 * Rule: where the three administrators are apart, what weighs most takes two of them: one asks, another approves, and only then
 * does it take effect. Erasing words or the content of a file, taking out what is sealed, and letting go what the scanner stopped are approved by the security administrator; what concerns the administrators themselves
 * (their rights, joining the three in one) by another one than whoever asked. Whoever asked may take it back.
 * Source: GB/T 22239-2019 8.1.4.2 d (权限分离), 8.1.5; issue text “two-person rule for the riskiest acts”.
 */
import type { Instant } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { isAdminRole, type AdminMode } from './admin-separation.ts'
import type { CommandType } from './rights.ts'
import type { Role } from './roles.ts'

export const guardedActs = [
  'eraseWords',
  'eraseSealed',
  'eraseFile',
  'releaseHeld',
  'grantAdministrator',
  'joinAdministrators',
] as const

export type GuardedAct = (typeof guardedActs)[number]

/** The row of the rights table by which somebody may be the second person. */
export const secondPersons: Readonly<Record<GuardedAct, CommandType>> = {
  eraseWords: 'ApproveErasure',
  eraseSealed: 'ApproveErasure',
  eraseFile: 'ApproveErasure',
  releaseHeld: 'ApproveRelease',
  grantAdministrator: 'ApproveAdministrator',
  joinAdministrators: 'ApproveAdministrator',
}

/** Days until what nobody approved falls away. */
export const actDays = 7

export type WaitingAct = Readonly<{ askedBy: AccountId; endsAt: Instant; isOver: boolean }>

export type SecondPersonRefusal = ByCode<{
  'act-same-person': Nothing
  'act-over': Nothing
  'act-not-yours': Nothing
}>

export type ActDecision = 'approve' | 'refuse' | 'withdraw'

/** Null: may be decided so. Whether the person has the right at all is asked of the rights table. */
export function secondPersonFault(
  act: WaitingAct,
  decision: ActDecision,
  by: AccountId,
  now: Instant,
): SecondPersonRefusal | null {
  if (act.isOver || act.endsAt <= now) return { code: 'act-over' }
  if (decision === 'withdraw') return act.askedBy === by ? null : { code: 'act-not-yours' }
  return act.askedBy === by ? { code: 'act-same-person' } : null
}

/** Whether a grant makes, unmakes or changes an administrator. */
export function isAboutAdministrators(before: readonly Role[], after: readonly Role[]): boolean {
  return [...before, ...after].some(isAdminRole)
}

export function takesTwo(mode: AdminMode): boolean {
  return mode === 'separate'
}
