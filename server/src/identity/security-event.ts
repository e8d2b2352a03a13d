/**
 * The audit of who came in, who tried, and who changed whose access: written in the same transaction as the act,
 * never changed. No password, token or hash may be among the facts. Source: GB/T 22239-2019 8.1.4.3.
 */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { RequestFacts } from './request-facts.ts'

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
