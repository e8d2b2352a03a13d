/**
 * The audit of who came in, who tried, and who changed whose access: written in the same transaction as the act,
 * never changed. No password, token or hash may be among the facts. Source: GB/T 22239-2019 8.1.4.3.
 */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { IdentityDb } from './identity-tables.ts'
import type { RequestFacts } from './request-facts.ts'

export const securityEventKinds = [
  'setup-link-made',
  'congress-created',
  'account-created',
  'invited',
  'invitation-accepted',
  'signed-in',
  'sign-in-failed',
  'locked',
  'unlocked',
  'reinstated',
  'suspended',
  'signed-out',
  'password-changed',
  'password-change-failed',
  'demo-link-made',
  'forged-request',
  'roles-granted',
  'rules-set',
  'session-ended',
  'password-expired',
  'factor-asked',
  'factor-failed',
  'factor-enrolled',
  'factor-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'passkey-failed',
  'oidc-set',
  'oidc-linked',
  'oidc-failed',
  'delegated',
  'delegation-ended',
  'acting-began',
  'acting-ended',
  'audit-exported',
] as const

export type SecurityEventKind = (typeof securityEventKinds)[number]

export type SecurityEvent = Readonly<{
  kind: SecurityEventKind
  outcome: 'done' | 'refused'
  /** `null` before anybody belongs to a congress. */
  congress: CongressId | null
  /** Who did it, to whom; the login as typed where no account is known. */
  actor?: AccountId | null
  account?: AccountId | null
  login?: string
  facts?: Readonly<Record<string, string | number | readonly string[]>>
}>

/** `within` must be inside the event's congress (inCongress). */
export async function record(
  within: IdentityDb,
  at: Instant,
  from: RequestFacts,
  event: SecurityEvent,
): Promise<void> {
  const { kind, outcome, congress, actor = null, account = null, login = null, facts = {} } = event
  await within
    .insertInto('security_event')
    .values({
      at,
      kind,
      outcome,
      congress,
      actor,
      account,
      login,
      address: from.address,
      request: from.request,
      facts: JSON.stringify(facts),
    })
    .execute()
}
