/**
 * Rule: an account that nobody has used since the cutoff is suspended by itself. Of the administrators one always stays: where
 * everybody who could do the work of one of them is dormant, the one who was there last keeps the door open.
 * Source: GB/T 22239-2019 8.1.4.2 c (多余的、过期的账户应停用); issue text “accounts unused for 90 days”.
 */
import type { Instant } from '../kernel/day.ts'
import type { AccountId } from '../kernel/ids.ts'
import { adminRoles, standingRoles, type AdminMode } from './admin-separation.ts'
import type { Role } from './roles.ts'

export type UsedAccount = Readonly<{
  account: AccountId
  roles: readonly Role[]
  lastUsed: Instant
}>

/** @param all - Every account that can sign in. */
export function dormantAccounts(
  mode: AdminMode,
  all: readonly UsedAccount[],
  cutoff: Instant,
): readonly AccountId[] {
  const isDormant = ({ lastUsed }: UsedAccount) => lastUsed < cutoff
  const kept = new Set<AccountId>()
  for (const role of adminRoles) {
    const holders = all.filter(({ roles }) => standingRoles(mode, roles).includes(role))
    const awake = holders.some((one) => !isDormant(one) || kept.has(one.account))
    const [last] = holders.toSorted(latestFirst)
    if (!awake && last) kept.add(last.account)
  }
  return all.filter((one) => isDormant(one) && !kept.has(one.account)).map(({ account }) => account)
}

function latestFirst(one: UsedAccount, other: UsedAccount): number {
  if (one.lastUsed !== other.lastUsed) return one.lastUsed > other.lastUsed ? -1 : 1
  return one.account < other.account ? -1 : 1
}
