/**
 * For the day the telephone is lost: ten codes on paper, each good once. Long enough that a plain hash of them is safe
 * (120 bits; OWASP ASVS 5.0 6.5.2), and without letters that are taken for figures.
 */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { hashToken } from './secret-token.ts'

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'
const [count, groups, ofGroup] = [10, 6, 4]

/** Answers the new ones, which are never seen again; those made before stop working. */
export async function makeRecoveryCodes(
  { clock, random }: IdentityContext,
  within: IdentityDb,
  congress: CongressId,
  account: AccountId,
): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () => {
    // 32 letters: every byte's low five bits are one of them, none more often than another.
    const letters = [...random(groups * ofGroup)].map((byte) => alphabet[byte % 32] ?? '')
    return letters.join('')
  })
  await dropRecoveryCodes(within, account)
  const rows = codes.map((code) => ({
    account,
    congress,
    code_hash: hashToken(code),
    made_at: clock(),
  }))
  await within.insertInto('recovery_code').values(rows).execute()
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'))
}

/** Uses one up. Of two who come at once with the same, one gets in. */
export async function takeRecoveryCode(
  within: IdentityDb,
  account: AccountId,
  typed: string,
): Promise<boolean> {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== groups * ofGroup) return false
  const gone = await within
    .deleteFrom('recovery_code')
    .where('account', '=', account)
    .where('code_hash', '=', hashToken(code))
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function dropRecoveryCodes(within: IdentityDb, account: AccountId): Promise<void> {
  await within.deleteFrom('recovery_code').where('account', '=', account).execute()
}

export async function recoveryCodesLeft(within: IdentityDb, account: AccountId): Promise<number> {
  const rows = await within
    .selectFrom('recovery_code')
    .select('made_at')
    .where('account', '=', account)
    .execute()
  return rows.length
}
