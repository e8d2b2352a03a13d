/** The audit, read by the administrator page by page, newest first. */
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Principal } from './principal.ts'

export type AuditRow = Readonly<{
  seq: number
  at: Instant
  kind: string
  outcome: 'done' | 'refused'
  actor: string | null
  account: string | null
  login: string | null
  address: string
  request: string
  facts: unknown
}>

/** `before`: the last `seq` of the page before. */
export async function auditTrail(
  { db }: IdentityContext,
  by: Principal,
  before: number | null,
  limit: number,
): Promise<Result<readonly AuditRow[], IdentityRefusal>> {
  if (!may(by, 'ReadAudit', null)) return refuse({ code: 'role-forbids' })
  const rows = await inCongress(db, by.congress, (within) => {
    const newest = within
      .selectFrom('security_event')
      .select(['seq', 'at', 'kind', 'outcome', 'actor', 'account', 'login'])
      .select(['address', 'request', 'facts'])
      .where('congress', '=', by.congress)
      .orderBy('seq', 'desc')
      .limit(limit)
    return (before === null ? newest : newest.where('seq', '<', String(before))).execute()
  })
  return accept(
    rows.map((row) => ({
      ...row,
      seq: Number(row.seq),
      at: instant(row.at.toISOString()),
    })),
  )
}
