/** Gives an account a new password: checked against the rule and the last five, everything open ended. */
import type { AccountId, CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import { refuse, type Result } from '@luoshi/domain/kernel/result'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { passwordFaults, passwordRule, type PasswordOwner } from './password-rule.ts'
import { endSessionsOf } from './sessions.ts'
import { dropLinksOf } from './one-time-links.ts'

/** The checked hash, made before the transaction: hashing takes long and must not hold rows. */
export async function hashNewPassword(
  { passwords }: IdentityContext,
  password: string,
  owner: PasswordOwner,
  former: readonly string[],
): Promise<Result<string, IdentityRefusal>> {
  const faults = passwordFaults(password, owner)
  if (faults.length > 0) return refuse({ code: 'password-unfit', faults })
  for (const hash of former) {
    const same = await passwords.matches(password, hash)
    if (!same.ok) return same
    if (same.value) return refuse({ code: 'password-unfit', faults: [{ code: 'used-before' }] })
  }
  return passwords.hash(password)
}

/** The present password and those before it, newest first, as many as may not come again. */
export async function lastHashes(
  within: IdentityDb,
  account: AccountId,
  present: string | null,
): Promise<readonly string[]> {
  const former = await within
    .selectFrom('former_password')
    .select('password_hash')
    .where('account', '=', account)
    .orderBy('replaced_at', 'desc')
    .limit(passwordRule.notAgain - 1)
    .execute()
  const hashes = former.map((row) => row.password_hash)
  return present === null ? hashes : [present, ...hashes]
}

export async function storePassword(
  { clock }: IdentityContext,
  within: IdentityDb,
  account: AccountId,
  congress: CongressId,
  present: string | null,
  password_hash: string,
): Promise<void> {
  const now = clock()
  if (present !== null) {
    await within
      .insertInto('former_password')
      .values({ account, congress, password_hash: present, replaced_at: now })
      .execute()
    await forgetOlder(within, account)
  }
  await within
    .updateTable('account')
    .set({ password_hash, password_changed_at: now, status: 'active' })
    .where('id', '=', account)
    .execute()
  await endSessionsOf(within, account)
  await dropLinksOf(within, account)
}

/** A hash that no rule asks for any more is only something to steal. */
async function forgetOlder(within: IdentityDb, account: AccountId): Promise<void> {
  const oldest = within
    .selectFrom('former_password')
    .select('replaced_at')
    .where('account', '=', account)
    .orderBy('replaced_at', 'desc')
    .offset(passwordRule.notAgain - 2)
    .limit(1)
  await within
    .deleteFrom('former_password')
    .where('account', '=', account)
    .where('replaced_at', '<', oldest)
    .execute()
}

/** All names that must not be in a person's password. */
export async function passwordOwner(
  { unitName }: IdentityContext,
  congress: Readonly<{ id: CongressId; name: string; county: string }>,
  person: Readonly<{ login: string; name: string; unit: UnitId | null }>,
): Promise<PasswordOwner> {
  const unit = person.unit === null ? null : await unitName(congress.id, person.unit)
  const names = [person.name, congress.name, congress.county, ...(unit === null ? [] : [unit])]
  return { login: person.login, names }
}
